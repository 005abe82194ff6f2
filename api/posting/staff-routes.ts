// The posting checklist for who publishes: intake, chief of office, editor.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal.ts';
import { requireStaff } from '../staff/guard.ts';
import { ChecklistView, PostingMark } from './schema.ts';
import { listChecklists, markPosting } from './service.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Việc niêm yết của từng quyết định, quá hạn trước (TN, CVP, BT)',
  responses: {
    200: {
      description: 'Các quyết định',
      content: { 'application/json': { schema: z.strictObject({ decisions: z.array(ChecklistView) }) } },
    },
    ...refusals(401, 403),
  },
});

const mark = createRoute({
  method: 'post',
  path: '/{slug}/posting',
  tags: ['Cán bộ'],
  summary: 'Ghi một nơi đã niêm yết, hoặc bỏ ghi (TN, CVP, BT)',
  request: { params: z.object({ slug: z.string().max(120) }), ...bodies(PostingMark) },
  responses: {
    200: {
      description: 'Việc niêm yết sau khi ghi',
      content: { 'application/json': { schema: ChecklistView } },
    },
    ...refusals(400, 401, 403, 404, 409, 413, 422),
  },
});

export function postingStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'TN', 'CVP', 'BT'));
  return routes
    .openapi(list, async (c) => c.json({ decisions: await listChecklists(portal) }, 200))
    .openapi(mark, async (c) =>
      c.json(await markPosting(portal, c.get('viewer'), c.req.valid('param').slug, c.req.valid('json')), 200),
    );
}
