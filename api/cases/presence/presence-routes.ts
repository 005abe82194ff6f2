// Who else has a case open: said by its page when it is opened and seldom after, taken back when it is left.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import { LeaveCase, Presence } from './presence.ts';
import { beAtCase, goFromCase } from './presence-service.ts';

const request = { params: z.object({ number: z.string().max(40) }) };
const tags = ['Cán bộ'];

export function presenceRoutes(portal: Portal) {
  // A page that lies open is no work: it prolongs no session.
  const middleware = requireStaff(portal, 'open-register', { prolongs: false });
  const be = createRoute({
    method: 'post',
    path: '/{number}/presence',
    tags,
    summary: 'Báo đang mở một hồ sơ, biết ai khác đang mở; chỉ nhớ trong vài phút',
    middleware,
    request,
    responses: {
      200: json('Những người khác', Presence),
      ...refusals(401, 403, 404),
    },
  });
  const go = createRoute({
    method: 'post',
    path: '/{number}/presence/leave',
    tags,
    summary: 'Báo đã rời một hồ sơ',
    middleware,
    request: { ...request, ...bodies(LeaveCase) },
    responses: { 204: { description: 'Đã ghi' }, ...refusals(401, 403, 404, 422) },
  });
  return router()
    .openapi(be, async (c) =>
      c.json(await beAtCase(portal, c.get('viewer'), c.req.valid('param').number), 200),
    )
    .openapi(go, async (c) => {
      const { at } = c.req.valid('json');
      await goFromCase(portal, c.get('viewer'), c.req.valid('param').number, new Date(at));
      return c.body(null, 204);
    });
}
