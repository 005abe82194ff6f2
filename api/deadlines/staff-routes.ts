// Staff see every deadline with its legal basis; the administrator edits it.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { listDeadlines } from './repository.ts';
import { ChangeDeadline, Deadline, DeadlineCode } from './schema.ts';
import { changeDeadline } from './service.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Các thời hạn đang áp dụng, kèm căn cứ',
  responses: {
    200: json('Các thời hạn', z.array(Deadline)),
    ...refusals(401, 403),
  },
});

const change = createRoute({
  method: 'put',
  path: '/{code}',
  tags: ['Cán bộ'],
  summary: 'Sửa một thời hạn (quản trị)',
  request: {
    params: z.object({ code: DeadlineCode }),
    ...bodies(ChangeDeadline),
  },
  responses: {
    200: json('Thời hạn sau khi sửa', Deadline),
    ...refusals(401, 403, 404, 409, 422),
  },
});

export function deadlineStaffRoutes(portal: Portal) {
  const routes = router();
  routes.get('*', requireStaff(portal, 'see-deadlines'));
  routes.put('*', requireStaff(portal, 'edit-deadlines'));
  return routes
    .openapi(list, async (c) => c.json(await listDeadlines(portal.db), 200))
    .openapi(change, async (c) =>
      c.json(
        await changeDeadline(portal, c.get('viewer'), c.req.valid('param').code, c.req.valid('json')),
        200,
      ),
    );
}
