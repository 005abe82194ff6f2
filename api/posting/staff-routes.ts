// The posting checklist for who publishes: intake, chief of office, editor.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { ChecklistView, PostingMark, ReceivedDay } from './schema.ts';
import { enterReceivedDay, listChecklists, markPosting, openPhoto } from './service.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Việc niêm yết của từng quyết định, quá hạn trước (TN, CVP, BT)',
  responses: {
    200: json('Các quyết định', z.strictObject({ decisions: z.array(ChecklistView) })),
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
    200: json('Việc niêm yết sau khi ghi', ChecklistView),
    ...refusals(400, 401, 403, 404, 409, 413, 422),
  },
});

const received = createRoute({
  method: 'post',
  path: '/{slug}/received',
  tags: ['Cán bộ'],
  summary: 'Ghi ngày Sở nhận quyết định (TN, CVP, BT)',
  request: { params: z.object({ slug: z.string().max(120) }), ...bodies(ReceivedDay) },
  responses: {
    200: json('Việc niêm yết, tính lại theo ngày ấy', ChecklistView),
    ...refusals(400, 401, 403, 404, 409, 413, 422),
  },
});

const photo = createRoute({
  method: 'get',
  path: '/{slug}/photos/{id}',
  tags: ['Cán bộ'],
  summary: 'Ảnh chụp nơi niêm yết (TN, CVP, BT)',
  request: { params: z.object({ slug: z.string().max(120), id: z.uuid('Không có ảnh này.') }) },
  responses: {
    200: { description: 'Ảnh', content: { 'image/*': {} } },
    ...refusals(401, 403, 404, 422),
  },
});

export function postingStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'posting'));
  return routes
    .openapi(list, async (c) => c.json({ decisions: await listChecklists(portal) }, 200))
    .openapi(mark, async (c) =>
      c.json(await markPosting(portal, c.get('viewer'), c.req.valid('param').slug, c.req.valid('json')), 200),
    )
    .openapi(received, async (c) =>
      c.json(
        await enterReceivedDay(portal, c.get('viewer'), c.req.valid('param').slug, c.req.valid('json')),
        200,
      ),
    )
    .openapi(photo, async (c) => {
      const { slug, id } = c.req.valid('param');
      const { bytes, mime } = await openPhoto(portal, slug, id);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': mime,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      });
    });
}
