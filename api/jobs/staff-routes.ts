// Background work that failed for good: listed for the office and the administrator, who may have it tried again.
import { createRoute, z } from '@hono/zod-openapi';
import { EncryptionStanding } from '../at-rest/schema.ts';
import { encryptionStanding } from '../at-rest/standing-service.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { deadJobs, retryDead } from './dead-service.ts';
import { DeadJobs } from './schema.ts';
import { Standing } from './standing.ts';
import { standingNow } from './standing-service.ts';

const list = createRoute({
  method: 'get',
  path: '/dead',
  tags: ['Cán bộ'],
  summary: 'Việc nền không làm được sau lần thử cuối (Chánh Văn phòng, tiếp nhận, quản trị)',
  responses: {
    200: json('Các việc, mới nhất trước', DeadJobs),
    ...refusals(401, 403),
  },
});

const standing = createRoute({
  method: 'get',
  path: '/standing',
  tags: ['Cán bộ'],
  summary: 'Việc nền có theo kịp không (Chánh Văn phòng, tiếp nhận, quản trị)',
  responses: {
    200: json(
      'Tuổi của việc chờ lâu nhất; dữ liệu cá nhân đã mã hóa đến đâu',
      Standing.extend({ encryption: EncryptionStanding }),
    ),
    ...refusals(401, 403),
  },
});

const retry = createRoute({
  method: 'post',
  path: '/dead/{id}/retry',
  tags: ['Cán bộ'],
  summary: 'Cho một việc nền chạy lại',
  request: { params: z.object({ id: z.uuid({ error: 'Mã của việc chưa đúng.' }) }) },
  responses: { 204: { description: 'Đã xếp hàng chạy lại' }, ...refusals(401, 403, 404, 422) },
});

export function jobStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'background-jobs'));
  return routes
    .openapi(list, async (c) => c.json({ jobs: await deadJobs(portal, c.get('viewer')) }, 200))
    .openapi(standing, async (c) => {
      const [now, encryption] = await Promise.all([standingNow(portal), encryptionStanding(portal)]);
      return c.json({ ...now, encryption }, 200);
    })
    .openapi(retry, async (c) => {
      await retryDead(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 204);
    });
}
