// The desk of an officer: lists, counts, search, kept filters and figures. The session decides what is in them.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { viewCounts } from './count-service.ts';
import { deskFigures, openLoads } from './figure-service.ts';
import { dropFilter, keepFilter, ownFilters } from './filter-service.ts';
import { caseList } from './list-service.ts';
import { besideFound, keepSearch, searchCases } from './search-service.ts';
import { neighboursOf } from './neighbour-service.ts';
import { KeepFilter, ListQuery, NeighboursQuery, Search, SearchKey } from './view.ts';
import {
  CaseList,
  DeskFigures,
  KeptFilters,
  Loads,
  Neighbours,
  SearchResult,
  SearchStarted,
  ViewCounts,
} from './views.ts';

const tags = ['Cán bộ'];

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Sổ tiếp nhận theo phần việc của người đăng nhập',
  request: { query: ListQuery },
  responses: { 200: json('Một trang', CaseList), ...refusals(401, 403, 422) },
});

const neighbours = createRoute({
  method: 'get',
  path: '/{number}/neighbours',
  tags,
  summary: 'Hồ sơ đứng trước, đứng sau một hồ sơ trong một danh sách',
  request: { params: z.object({ number: z.string().max(40) }), query: NeighboursQuery },
  responses: { 200: json('Hai hồ sơ bên cạnh', Neighbours), ...refusals(401, 403, 404, 422) },
});

const counts = createRoute({
  method: 'get',
  path: '/counts',
  tags,
  summary: 'Mỗi danh sách có bao nhiêu hồ sơ',
  responses: { 200: json('Số hồ sơ', ViewCounts), ...refusals(401, 403) },
});

const figures = createRoute({
  method: 'get',
  path: '/figures',
  tags,
  summary: 'Số liệu từng đơn vị, từng người trong tầm xem của người đăng nhập',
  request: { query: ListQuery.pick({ month: true }) },
  responses: { 200: json('Số liệu', DeskFigures), ...refusals(401, 403, 422) },
});

const loads = createRoute({
  method: 'get',
  path: '/loads',
  tags,
  summary: 'Việc đang mở, quá hạn của từng đơn vị, từng người',
  responses: { 200: json('Số hồ sơ', Loads), ...refusals(401, 403) },
});

const search = createRoute({
  method: 'post',
  path: '/searches',
  tags,
  summary: 'Tìm trong sổ: nhận điều cần tìm, trả khóa để mở kết quả',
  description: 'Điều cần tìm không nằm trong địa chỉ nào. Giữ hai giờ, đã mã hóa, chỉ người tìm mở được.',
  request: bodies(Search),
  responses: { 200: json('Khóa', SearchStarted), ...refusals(401, 403, 422) },
});

const results = createRoute({
  method: 'get',
  path: '/searches/{key}',
  tags,
  summary: 'Một trang kết quả tìm',
  request: {
    params: z.object({ key: SearchKey }),
    query: ListQuery.pick({ after: true, before: true }),
  },
  responses: { 200: json('Một trang', SearchResult), ...refusals(401, 403, 404, 422) },
});

const besideInSearch = createRoute({
  method: 'get',
  path: '/searches/{key}/neighbours/{number}',
  tags,
  summary: 'Hồ sơ đứng trước, đứng sau một hồ sơ trong kết quả tìm',
  request: {
    params: z.object({ key: SearchKey, number: z.string().max(40) }),
    query: NeighboursQuery.pick({ counted: true }),
  },
  responses: { 200: json('Hai hồ sơ bên cạnh', Neighbours), ...refusals(401, 403, 404, 422) },
});

const filters = createRoute({
  method: 'get',
  path: '/filters',
  tags,
  summary: 'Các bộ lọc đã lưu của mình',
  responses: { 200: json('Bộ lọc', KeptFilters), ...refusals(401, 403) },
});

const keep = createRoute({
  method: 'post',
  path: '/filters',
  tags,
  summary: 'Lưu một bộ lọc',
  request: bodies(KeepFilter),
  responses: { 204: { description: 'Đã lưu' }, ...refusals(401, 403, 422) },
});

const drop = createRoute({
  method: 'delete',
  path: '/filters/{id}',
  tags,
  summary: 'Xóa một bộ lọc của mình',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 204: { description: 'Đã xóa, hoặc không có' }, ...refusals(401, 403, 422) },
});

export function deskStaffRoutes(portal: Portal) {
  const routes = router();
  for (const path of [
    '/counts',
    '/figures',
    '/searches',
    '/searches/*',
    '/filters',
    '/filters/*',
    '/:number/neighbours',
  ])
    routes.use(path, requireStaff(portal, 'open-register'));
  routes.use('/loads', requireStaff(portal, 'choose-colleagues'));
  routes.get('/', requireStaff(portal, 'open-register'));
  return routes
    .openapi(list, async (c) => c.json(await caseList(portal, c.get('viewer'), c.req.valid('query')), 200))
    .openapi(neighbours, async (c) =>
      c.json(
        await neighboursOf(portal, c.get('viewer'), c.req.valid('param').number, c.req.valid('query')),
        200,
      ),
    )
    .openapi(counts, async (c) => c.json(await viewCounts(portal, c.get('viewer')), 200))
    .openapi(figures, async (c) =>
      c.json(await deskFigures(portal, c.get('viewer'), c.req.valid('query').month), 200),
    )
    .openapi(loads, async (c) => c.json(await openLoads(portal, c.get('viewer')), 200))
    .openapi(search, async (c) =>
      c.json(await keepSearch(portal, c.get('viewer'), c.req.valid('json').sought), 200),
    )
    .openapi(results, async (c) =>
      c.json(await searchCases(portal, c.get('viewer'), c.req.valid('param').key, c.req.valid('query')), 200),
    )
    .openapi(besideInSearch, async (c) =>
      c.json(await besideFound(portal, c.get('viewer'), c.req.valid('param'), c.req.valid('query')), 200),
    )
    .openapi(filters, async (c) => c.json(await ownFilters(portal, c.get('viewer')), 200))
    .openapi(keep, async (c) => {
      await keepFilter(portal, c.get('viewer'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(drop, async (c) => {
      await dropFilter(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
