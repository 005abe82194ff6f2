// Running the portal on one page: what stands how, for administrators, chief of office and leaders.
import { createRoute } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from './guard-service.ts';
import { Overview } from './overview-schema.ts';
import { overviewOf } from './overview-service.ts';

export function overviewRoutes(portal: Portal) {
  const read = createRoute({
    method: 'get',
    path: '/',
    summary: 'Tài khoản, đề nghị chờ xác nhận và cấu hình đang chạy',
    tags: ['Cán bộ'],
    middleware: requireStaff(portal, 'second-word'),
    responses: {
      200: json('Tình trạng', Overview),
      ...refusals(401, 403),
    },
  });
  return router().openapi(read, async (c) => c.json(await overviewOf(portal, c.get('viewer')), 200));
}
