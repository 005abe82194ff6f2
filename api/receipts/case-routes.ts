// The sender's proofs of the own case: the signed receipt, and the hashes to ask the ledger for.
import { createRoute } from '@hono/zod-openapi';
import { CaseKey } from '../cases/case-key.ts';
import { chargedForWrongCodes } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import { EventProofs } from '../ledger/schema.ts';
import { eventProofs } from '../ledger/service.ts';
import type { Portal } from '../portal/portal.ts';
import { SignedReceiptView } from './schema.ts';
import { caseReceipt } from './service.ts';

const receipt = createRoute({
  method: 'post',
  path: '/receipt',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Giấy biên nhận có chữ ký của hồ sơ của mình',
  request: bodies(CaseKey),
  responses: {
    200: json('Giấy biên nhận', SignedReceiptView),
    ...refusals(404, 422, 429, 503),
  },
});

const proof = createRoute({
  method: 'post',
  path: '/proof',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Mã băm các bước của hồ sơ của mình và chỗ của chúng trong nhật ký xử lý',
  description: 'Đem mã băm hỏi /api/ledger/inclusion/{hash} để có chứng minh.',
  request: bodies(CaseKey),
  responses: {
    200: json('Các bước', EventProofs),
    ...refusals(404, 422, 429, 503),
  },
});

export function caseReceiptRoutes(portal: Portal) {
  const routes = router();
  for (const path of ['/receipt', '/proof']) routes.post(path, chargedForWrongCodes(portal));
  return routes
    .openapi(receipt, async (c) => c.json(await caseReceipt(portal, c.req.valid('json')), 200))
    .openapi(proof, async (c) => c.json(await eventProofs(portal, c.req.valid('json')), 200));
}
