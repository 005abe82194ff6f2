// Staff work on cases: one case, and steps. The session decides who sees and does what.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { caseForStaff } from './reading/register-service.ts';
import { TakeIn } from './intake/intake-schema.ts';
import { takeIn } from './intake/intake-service.ts';
import { IdempotencyKey } from './intake/idempotency.ts';
import { noteBouncedMail } from './sender/bounced-mail-service.ts';
import { TakeStep } from './steps/step-schema.ts';
import { takeStep } from './steps/steps-service.ts';
import { ReceiptView, StaffCaseView, TakenView } from './views.ts';

const NumberParam = z.object({ number: z.string().max(40) });

const one = createRoute({
  method: 'get',
  path: '/{number}',
  tags: ['Cán bộ'],
  summary: 'Một hồ sơ và các việc người đăng nhập được làm',
  request: { params: NumberParam },
  responses: {
    200: json('Hồ sơ', StaffCaseView),
    ...refusals(401, 403, 404),
  },
});

const step = createRoute({
  method: 'post',
  path: '/{number}/steps',
  tags: ['Cán bộ'],
  summary: 'Thực hiện một bước xử lý',
  request: { params: NumberParam, ...bodies(TakeStep) },
  responses: {
    200: json('Trạng thái mới', TakenView),
    ...refusals(401, 403, 404, 409, 422),
  },
});

const bouncedMail = createRoute({
  method: 'post',
  path: '/{number}/refused-mail',
  tags: ['Cán bộ'],
  summary: 'Ghi nhận thư gửi tới người gửi đã bị trả lại',
  request: { params: NumberParam },
  responses: { 204: { description: 'Đã ghi' }, ...refusals(401, 403, 404, 409) },
});

const intake = createRoute({
  method: 'post',
  path: '/',
  tags: ['Cán bộ'],
  summary:
    'Vào sổ một phản ánh nhận qua điện thoại, trực tiếp, bưu chính, đối thoại, hoặc do cấp trên chuyển',
  request: { headers: IdempotencyKey, ...bodies(TakeIn) },
  responses: {
    201: json('Đã vào sổ', ReceiptView),
    ...refusals(401, 403, 409, 422),
  },
});

export function staffCaseRoutes(portal: Portal) {
  const routes = router();
  routes.post('/', requireStaff(portal, 'take-in'));
  routes.use('*', requireStaff(portal, 'open-register'));
  return routes
    .openapi(intake, async (c) => {
      const key = c.req.valid('header')['idempotency-key'];
      return c.json(await takeIn(portal, c.get('viewer'), key, c.req.valid('json')), 201);
    })
    .openapi(one, async (c) =>
      c.json(await caseForStaff(portal, c.get('viewer'), c.req.valid('param').number), 200),
    )
    .openapi(bouncedMail, async (c) => {
      await noteBouncedMail(portal, c.get('viewer'), c.req.valid('param').number);
      return c.body(null, 204);
    })
    .openapi(step, async (c) =>
      c.json(await takeStep(portal, c.get('viewer'), c.req.valid('param').number, c.req.valid('json')), 200),
    );
}
