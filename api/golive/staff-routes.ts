// What the department must still fill in before citizens are let in, for the administrator.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { Hole } from './hole.ts';
import { holesOf } from './holes.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Những điều Sở còn phải bổ sung trước khi mở cổng cho người dân, nặng nhất trước',
  responses: {
    200: json('Theo nội dung và cấu hình đang chạy', z.strictObject({ holes: z.array(Hole) })),
    ...refusals(401, 403),
  },
});

export function goliveStaffRoutes(portal: Portal) {
  const routes = router();
  routes.get('*', requireStaff(portal, 'readiness'));
  return routes.openapi(list, (c) => c.json({ holes: holesOf(portal.content, portal.env) }, 200));
}
