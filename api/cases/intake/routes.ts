// Citizens' cases: submit, look up, rate. The secret travels in bodies only, never in an address.
import { cut } from '../../forms/validation.ts';
import { endNotices } from '../sender/stop-notices-service.ts';
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../../allowances/budgets.ts';
import { charged, chargedForWrongCodes } from '../../allowances/service.ts';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { CaseKey } from '../case-key.ts';
import { IdempotencyKey } from './idempotency.ts';
import { RateCase } from '../schema.ts';
import { SubmitCase } from './intake-schema.ts';
import { SenderStep } from '../sender/sender-schema.ts';
import { rateCase, takeSenderStep } from '../sender/sender-service.ts';
import { lookUpCase } from '../sender/lookup-service.ts';
import { submitCase } from './submission-service.ts';
import { ReceiptView, SenderCaseView } from '../views.ts';

const submit = createRoute({
  method: 'post',
  path: '/',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Gửi phản ánh, kiến nghị',
  description: 'Gửi lại với cùng Idempotency-Key và cùng nội dung thì nhận lại đúng giấy biên nhận cũ.',
  request: { headers: IdempotencyKey, ...bodies(SubmitCase) },
  responses: {
    201: json('Đã vào sổ', ReceiptView),
    ...refusals(400, 409, 413, 422, 429, 503),
  },
});

const lookup = createRoute({
  method: 'post',
  path: '/lookup',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Tra cứu hồ sơ của mình bằng mã hồ sơ và mã tra cứu',
  request: bodies(CaseKey),
  responses: {
    200: json('Hồ sơ', SenderCaseView),
    ...refusals(404, 422, 429, 503),
  },
});

const rate = createRoute({
  method: 'post',
  path: '/rate',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Đánh giá kết quả trả lời',
  request: bodies(RateCase),
  responses: { 204: { description: 'Đã ghi đánh giá' }, ...refusals(404, 409, 422, 429, 503) },
});

const step = createRoute({
  method: 'post',
  path: '/steps',
  tags: ['Phản ánh, kiến nghị'],
  summary:
    'Việc của người gửi với hồ sơ của mình: bổ sung, nói thêm, rút, tiếp tục phản ánh, sửa liên hệ, chọn nêu tên, đổi mã',
  request: bodies(SenderStep),
  responses: {
    200: json('Đã ghi; mã tra cứu mới nếu vừa đổi mã', z.object({ secret: z.string().optional() })),
    ...refusals(404, 409, 422, 429, 503),
  },
});

const stop = createRoute({
  method: 'post',
  path: '/stop-notices',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Thôi nhận thư về một hồ sơ, bằng đường dẫn ở cuối thư',
  request: bodies(z.strictObject({ token: cut(100, { tooLong: 'Đường dẫn không đúng.' }) })),
  responses: { 204: { description: 'Không gửi thư nữa' }, ...refusals(404, 422, 429, 503) },
});

export function caseRoutes(portal: Portal) {
  const routes = router();
  routes.post('/', charged(portal, allowancesOf(portal.env).submission));
  for (const path of ['/lookup', '/rate', '/steps', '/stop-notices'])
    routes.post(path, chargedForWrongCodes(portal));
  return routes
    .openapi(submit, async (c) => {
      return c.json(
        await submitCase(portal, c.req.valid('header')['idempotency-key'], c.req.valid('json')),
        201,
      );
    })
    .openapi(lookup, async (c) => c.json(await lookUpCase(portal, c.req.valid('json')), 200))
    .openapi(step, async (c) => c.json(await takeSenderStep(portal, c.req.valid('json')), 200))
    .openapi(stop, async (c) => {
      await endNotices(portal, c.req.valid('json').token);
      return c.body(null, 204);
    })
    .openapi(rate, async (c) => {
      await rateCase(portal, c.req.valid('json'));
      return c.body(null, 204);
    });
}
