// Keeping data: the preview of a day, and holding a case back.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { NewHold, RetentionQuery, RetentionView } from './schema.ts';
import { endCaseHold, holdCase, previewRetention } from './service.ts';

export function retentionStaffRoutes(portal: Portal) {
  const tags = ['Cán bộ'];
  const read = createRoute({
    method: 'get',
    path: '/',
    tags,
    summary: 'Dữ liệu nào hết thời hạn giữ vào một ngày; không xóa gì',
    middleware: requireStaff(portal, 'see-retention'),
    request: { query: RetentionQuery },
    responses: {
      200: json('Số lượng, các hồ sơ đầu tiên, hồ sơ đang giữ', RetentionView),
      ...refusals(401, 403, 422),
    },
  });
  const hold = createRoute({
    method: 'post',
    path: '/holds',
    tags,
    summary: 'Giữ lại dữ liệu của một hồ sơ, không hủy',
    middleware: requireStaff(portal, 'hold-data'),
    request: bodies(NewHold),
    responses: { 204: { description: 'Đã giữ' }, ...refusals(401, 403, 422) },
  });
  const end = createRoute({
    method: 'delete',
    path: '/holds/{id}',
    tags,
    summary: 'Thôi giữ lại dữ liệu của một hồ sơ',
    middleware: requireStaff(portal, 'hold-data'),
    request: { params: z.object({ id: z.string().max(60) }) },
    responses: { 204: { description: 'Đã bỏ giữ' }, ...refusals(401, 403, 404) },
  });
  return router()
    .openapi(read, async (c) =>
      c.json(await previewRetention(portal, c.get('viewer'), c.req.valid('query').on), 200),
    )
    .openapi(hold, async (c) => {
      await holdCase(portal, c.get('viewer'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(end, async (c) => {
      await endCaseHold(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
