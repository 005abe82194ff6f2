// An attachment back to its sender. The secret travels in the body only.
import { createRoute } from '@hono/zod-openapi';
import { chargedForWrongCodes } from '../../allowances/service.ts';
import { bodies } from '../../http/bodies.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { downloadForSender } from './download-service.ts';
import { OpenAttachment } from './schema.ts';

const open = createRoute({
  method: 'post',
  path: '/attachment',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Tải lại một tệp mình đã gửi',
  request: bodies(OpenAttachment),
  responses: {
    200: { description: 'Tệp, chỉ để tải về', content: { 'application/octet-stream': {} } },
    ...refusals(404, 409, 422, 429, 503),
  },
});

export function caseAttachmentRoutes(portal: Portal) {
  const routes = router();
  routes.post('/attachment', chargedForWrongCodes(portal));
  return routes.openapi(open, async (c) => {
    const { bytes, headers } = await downloadForSender(portal, c.req.valid('json'));
    return c.body(new Uint8Array(bytes), 200, headers);
  });
}
