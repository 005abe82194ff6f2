// Ending letters to an officer by the link that each of them carries.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { StopMail, StoppedMail } from './settings-schema.ts';
import { stopByLink } from './settings-service.ts';

const stop = createRoute({
  method: 'post',
  path: '/stop',
  tags: ['Cán bộ'],
  summary: 'Thôi nhận thư báo việc bằng mã trong thư',
  request: bodies(StopMail),
  responses: { 200: json('Đã thôi', StoppedMail), ...refusals(404, 422, 429, 503) },
});

export function officerMailRoutes(portal: Portal) {
  const routes = router();
  routes.post('/stop', charged(portal, allowancesOf(portal.env).question));
  return routes.openapi(stop, async (c) => c.json(await stopByLink(portal, c.req.valid('json').token), 200));
}
