// Who looked at a case, by name, for those who answer for its confidentiality.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import { StaffReads } from './reads-schema.ts';
import { readsForStaff } from './reads-service.ts';

export function readsRoutes(portal: Portal) {
  const reads = createRoute({
    method: 'get',
    path: '/{number}/reads',
    tags: ['Cán bộ'],
    summary: 'Nhật ký xem một hồ sơ',
    middleware: [requireStaff(portal, 'open-register')] as const,
    request: { params: z.object({ number: z.string().max(40) }) },
    responses: {
      200: json('Ai đã xem, khi nào', StaffReads),
      ...refusals(401, 403, 404),
    },
  });
  return router().openapi(reads, async (c) =>
    c.json(await readsForStaff(portal, c.get('viewer'), c.req.valid('param').number), 200),
  );
}
