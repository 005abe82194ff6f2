// Anyone asks when there would be an answer, before sending.
import { createRoute } from '@hono/zod-openapi';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { PromiseRequest, PromiseView } from './promise-schema.ts';
import { promiseFor } from './promise-service.ts';

const promise = createRoute({
  method: 'get',
  path: '/promise',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Nếu gửi vào một ngày thì khi nào có trả lời, kèm cách đếm và căn cứ từng khâu',
  request: { query: PromiseRequest },
  responses: {
    200: json('Các hạn', PromiseView),
    ...refusals(422),
  },
});

export const promiseRoutes = (portal: Portal) =>
  router().openapi(promise, async (c) => c.json(await promiseFor(portal, c.req.valid('query').sentOn), 200));
