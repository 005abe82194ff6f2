// Procedures for citizens and other systems: the list, and one procedure whole.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { browse, Browsed, catalogueOf, Chosen } from './browse.ts';
import { facetsOf } from './facets.ts';
import { shortFee, timeLimitText } from './labels.ts';
import { type Procedure, ProcedureSummary, PublicProcedure, publicProcedure } from './schema.ts';

const cached = { 'cache-control': 'public, max-age=300' };

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Thủ tục hành chính'],
  summary: 'Danh mục thủ tục hành chính',
  request: {
    query: z.strictObject({
      field: z.string().trim().normalize('NFC').min(1).max(200).optional().openapi({ example: 'Bưu chính' }),
    }),
  },
  responses: {
    200: json(
      'Các thủ tục, xếp theo lĩnh vực rồi theo tên; thủ tục đã bị thay thế đứng cuối',
      z.strictObject({ procedures: z.array(ProcedureSummary) }),
    ),
    ...refusals(422),
  },
});

const browsing = createRoute({
  method: 'get',
  path: '/browse',
  tags: ['Thủ tục hành chính'],
  summary:
    'Một trang của danh mục, lọc theo lĩnh vực, đối tượng, đơn vị, mức độ trực tuyến, thời hạn, trạng thái',
  request: {
    query: Chosen.extend({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) }),
  },
  responses: {
    200: json('Các thủ tục của trang, và số thủ tục của từng giá trị có thể chọn', Browsed),
    ...refusals(422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{code}',
  tags: ['Thủ tục hành chính'],
  summary: 'Toàn bộ nội dung một thủ tục',
  request: { params: z.object({ code: z.string().max(120).openapi({ example: '1.014446' }) }) },
  responses: {
    200: json('Thủ tục', PublicProcedure),
    ...refusals(404),
  },
});

export function procedureRoutes({ content: { procedures, units } }: Portal) {
  const summaries = [...procedures.values()].map(summary);
  const catalogue = catalogueOf([...procedures.values()].map(publicProcedure), facetsOf(units));
  return router()
    .openapi(list, (c) => {
      const { field } = c.req.valid('query');
      const chosen =
        field === undefined ? summaries : summaries.filter((procedure) => procedure.field === field);
      return c.json({ procedures: chosen }, 200, cached);
    })
    .openapi(browsing, (c) => {
      const { page, ...chosen } = c.req.valid('query');
      return c.json(browse(catalogue, chosen, page), 200, cached);
    })
    .openapi(one, (c) => {
      const procedure = procedures.get(c.req.valid('param').code);
      if (!procedure)
        throw new Problem('not-found', 'Không có thủ tục nào mang mã này. Xem danh mục tại /thu-tuc.');
      return c.json(publicProcedure(procedure), 200, cached);
    });
}

function summary(procedure: Procedure): ProcedureSummary {
  const { slug, code, name, field, onlineLevel, status, replacedBy, review } = procedure;
  const timeLimit = timeLimitText(procedure);
  const reviewState = review.state;
  const fee = shortFee(procedure);
  return { slug, code, name, field, timeLimit, fee, onlineLevel, status, replacedBy, reviewState };
}
