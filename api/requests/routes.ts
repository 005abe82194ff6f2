// Requests for everybody: make one, and look one up. Number and code travel in bodies only.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged, chargedForWrongCodes } from '../allowances/service.ts';
import { IdempotencyKey } from '../cases/intake/idempotency.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { MakeRequest, OwnRequest, RequestKey, RequestReceipt } from './schema.ts';
import { lookUpRequest, makeRequest } from './service.ts';

const tags = ['Yêu cầu về dữ liệu cá nhân, góp ý, trợ giúp'];

const make = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Gửi yêu cầu về dữ liệu cá nhân, góp ý về trang, nhờ trợ giúp, báo mất mã tra cứu',
  description: 'Gửi lại với cùng Idempotency-Key và cùng nội dung thì nhận lại đúng giấy biên nhận cũ.',
  request: { headers: IdempotencyKey, ...bodies(MakeRequest) },
  responses: {
    201: json('Đã vào sổ', RequestReceipt),
    ...refusals(400, 409, 413, 422, 429, 503),
  },
});

const lookup = createRoute({
  method: 'post',
  path: '/lookup',
  tags,
  summary: 'Xem yêu cầu của mình bằng số và mã tra cứu',
  request: bodies(RequestKey),
  responses: {
    200: json('Yêu cầu', OwnRequest),
    ...refusals(404, 422, 429, 503),
  },
});

export function requestRoutes(portal: Portal) {
  const routes = router();
  // Each try may carry a code of a case: it is charged whether it was taken or not.
  routes.post('/', charged(portal, allowancesOf(portal.env).request));
  routes.post('/lookup', chargedForWrongCodes(portal));
  return routes
    .openapi(make, async (c) =>
      c.json(await makeRequest(portal, c.req.valid('header')['idempotency-key'], c.req.valid('json')), 201),
    )
    .openapi(lookup, async (c) => c.json(await lookUpRequest(portal, c.req.valid('json')), 200));
}
