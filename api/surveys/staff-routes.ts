// Rounds for staff: made, opened, closed by the chief of office and editors; posters; the figures in full.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { closeRound } from './closing-service.ts';
import { Tally } from './results-schema.ts';
import { surveyTally } from './results-service.ts';
import { ChangeRound, MakeRound } from './round.ts';
import { PosterRequest, StaffRound, StaffRoundWithSurvey } from './round-schema.ts';
import {
  changeRound,
  findStaffRound,
  listStaffRounds,
  makeRound,
  openRoundNow,
  posterPath,
} from './round-service.ts';

const tags = ['Cán bộ'];
const params = z.object({ round: z.string().max(120) });

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Các đợt khảo sát, tiến độ, và bộ câu hỏi mở được đợt mới',
  responses: {
    200: json(
      'Các đợt',
      z.object({
        rounds: z.array(StaffRound),
        surveys: z.array(z.object({ id: z.string(), version: z.int(), title: z.string() })),
      }),
    ),
    ...refusals(401, 403),
  },
});
const make = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Lập một đợt khảo sát (Chánh Văn phòng, biên tập); bộ câu hỏi của đợt được giữ nguyên từ lúc này',
  request: bodies(MakeRound),
  responses: { 201: json('Mã của đợt', z.object({ id: z.string() })), ...refusals(401, 403, 422) },
});
const one = createRoute({
  method: 'get',
  path: '/{round}',
  tags,
  summary: 'Một đợt khảo sát, tiến độ và bộ câu hỏi của đợt',
  request: { params },
  responses: { 200: json('Đợt', StaffRoundWithSurvey), ...refusals(401, 403, 404) },
});
const change = createRoute({
  method: 'put',
  path: '/{round}',
  tags,
  summary: 'Sửa tên, ngày, số phiếu mong muốn và phát ra của một đợt chưa chốt',
  request: { params, ...bodies(ChangeRound) },
  responses: { 204: { description: 'Đã sửa' }, ...refusals(401, 403, 404, 409, 422) },
});
const open = createRoute({
  method: 'post',
  path: '/{round}/open',
  tags,
  summary: 'Mở ngay một đợt chưa đến ngày',
  request: { params },
  responses: { 204: { description: 'Đã mở' }, ...refusals(401, 403, 404, 409) },
});
const close = createRoute({
  method: 'post',
  path: '/{round}/close',
  tags,
  summary: 'Chốt đợt: che dữ liệu cá nhân trong ý kiến, xóa mã đã dùng, tính và công khai kết quả',
  request: { params },
  responses: { 204: { description: 'Đã chốt' }, ...refusals(401, 403, 404, 409) },
});
const poster = createRoute({
  method: 'get',
  path: '/{round}/poster',
  tags,
  summary: 'Địa chỉ trong mã QR của một áp phích',
  request: { params, query: PosterRequest },
  responses: { 200: json('Địa chỉ', z.object({ path: z.string() })), ...refusals(401, 403, 404, 409) },
});
const tally = createRoute({
  method: 'get',
  path: '/{round}/tally',
  tags,
  summary: 'Số liệu đầy đủ của một đợt, dùng nội bộ',
  request: { params },
  responses: { 200: json('Số liệu', Tally), ...refusals(401, 403, 404) },
});

export function surveyStaffRoutes(portal: Portal) {
  const routes = router();
  const leads = requireStaff(portal, 'lead-rounds');
  routes.use('/:round/tally', requireStaff(portal, 'see-tally'));
  routes.get('*', requireStaff(portal, 'see-rounds'));
  routes.post('/', leads);
  routes.put('/:round', leads);
  routes.post('/:round/open', leads);
  routes.post('/:round/close', leads);
  return routes
    .openapi(list, async (c) => {
      const surveys = [...portal.content.surveys.values()].filter(({ use }) => use === 'round');
      return c.json(
        {
          rounds: await listStaffRounds(portal),
          surveys: surveys.map(({ id, version, title }) => ({ id, version, title })),
        },
        200,
      );
    })
    .openapi(make, async (c) => c.json(await makeRound(portal, c.get('viewer'), c.req.valid('json')), 201))
    .openapi(one, async (c) => c.json(await findStaffRound(portal, c.req.valid('param').round), 200))
    .openapi(change, async (c) => {
      await changeRound(portal, c.req.valid('param').round, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(open, async (c) => {
      await openRoundNow(portal, c.req.valid('param').round);
      return c.body(null, 204);
    })
    .openapi(close, async (c) => {
      await closeRound(portal, c.req.valid('param').round, { byHand: true });
      return c.body(null, 204);
    })
    .openapi(poster, async (c) => {
      const { procedure = null, counter = null } = c.req.valid('query');
      return c.json(
        { path: await posterPath(portal, c.req.valid('param').round, { procedure, counter }) },
        200,
      );
    })
    .openapi(tally, async (c) => c.json(await surveyTally(portal, c.req.valid('param').round), 200));
}
