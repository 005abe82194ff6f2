// What staff must look after in the channels: everything past the day until which it held, or soon to be.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { endsNow } from './service.ts';
import { ExpiredContact } from './views.ts';

const expired = createRoute({
  method: 'get',
  path: '/expired',
  tags: ['Cán bộ'],
  summary: 'Kênh tiếp nhận, số điện thoại, đầu mối đã hết hoặc sắp hết hiệu lực mà chưa có gì thay',
  responses: {
    200: json(
      'Theo thứ tự công khai của các kênh',
      z.strictObject({ expired: z.array(ExpiredContact), expiring: z.array(ExpiredContact) }),
    ),
    ...refusals(401, 403),
  },
});

export function contactStaffRoutes(portal: Portal) {
  const routes = router();
  routes.get('*', requireStaff(portal, 'contact-terms'));
  return routes.openapi(expired, async (c) => c.json(await endsNow(portal), 200));
}
