// What visitors say of the pages, for those who write them; small numbers stay inside the office.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { MarkComment, PageRatings, RatingQuery } from './schema.ts';
import { markHandled, readRatings } from './service.ts';

const read = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary:
    'Đánh giá thông tin theo trang, xu hướng 30 ngày và các ý kiến (biên tập, Chánh Văn phòng, lãnh đạo)',
  request: { query: RatingQuery },
  responses: {
    200: json('Các trang và ý kiến', PageRatings),
    ...refusals(401, 403, 422),
  },
});

const mark = createRoute({
  method: 'put',
  path: '/comments/{id}',
  tags: ['Cán bộ'],
  summary: 'Đánh dấu một ý kiến đã xử lý hoặc chưa (biên tập, Chánh Văn phòng)',
  request: { params: z.object({ id: z.uuid('Ý kiến này không có.') }), ...bodies(MarkComment) },
  responses: { 204: { description: 'Đã ghi' }, ...refusals(401, 403, 404, 422) },
});

export function pageRatingStaffRoutes(portal: Portal) {
  const routes = router();
  routes.get('*', requireStaff(portal, 'read-page-ratings'));
  routes.put('*', requireStaff(portal, 'mark-page-comments'));
  return routes
    .openapi(read, async (c) => c.json(await readRatings(portal, c.req.valid('query')), 200))
    .openapi(mark, async (c) => {
      await markHandled(portal, c.get('viewer'), c.req.valid('param').id, c.req.valid('json').handled);
      return c.body(null, 204);
    });
}
