// Verifying a receipt: for everybody, without telling anything of a case.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { VerifiedReceipt, VerifyReceipt } from './schema.ts';
import { verifyReceipt } from './service.ts';

const verify = createRoute({
  method: 'post',
  path: '/verify',
  tags: ['Biên nhận'],
  summary: 'Xác minh chữ ký của một giấy biên nhận',
  request: bodies(VerifyReceipt),
  responses: {
    200: json('Kết quả', VerifiedReceipt),
    ...refusals(400, 413, 422, 429, 503),
  },
});

export function receiptRoutes(portal: Portal) {
  const routes = router();
  routes.post('/verify', charged(portal, allowancesOf(portal.env).question));
  return routes.openapi(verify, async (c) =>
    c.json(await verifyReceipt(portal, c.req.valid('json').text), 200),
  );
}
