// Letters that a sender asks for: a new code, proof of an address, a receipt. Numbers, codes and addresses travel in bodies only.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../../allowances/budgets.ts';
import { charged } from '../../allowances/service.ts';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { CaseKey } from '../case-key.ts';
import { askForCode, renewCode } from './lost-code-service.ts';
import { askForReceipt } from './mailed-receipt-service.ts';
import { askToConfirm, confirmAddress } from './own-address-service.ts';
import { AskForCode, ConfirmAddress, MailReceipt, RenewCode } from './own-mail-schema.ts';

const tags = ['Phản ánh, kiến nghị'];

const lost = createRoute({
  method: 'post',
  path: '/lost-code',
  tags,
  summary: 'Quên mã tra cứu: đề nghị gửi đường dẫn tạo mã mới tới thư điện tử đã xác nhận',
  request: bodies(AskForCode),
  responses: {
    202: { description: 'Đã nhận. Câu trả lời như nhau, dù có hồ sơ như vậy hay không' },
    ...refusals(422, 429, 503),
  },
});

const renew = createRoute({
  method: 'post',
  path: '/renew-code',
  tags,
  summary: 'Tạo mã tra cứu mới bằng đường dẫn trong thư, dùng được một lần',
  request: bodies(RenewCode),
  responses: {
    200: json('Mã mới', CaseKey),
    ...refusals(404, 422, 429, 503),
  },
});

const address = createRoute({
  method: 'post',
  path: '/address-letter',
  tags,
  summary: 'Gửi thư xác nhận tới thư điện tử của hồ sơ của mình',
  request: bodies(CaseKey),
  responses: { 202: { description: 'Đã nhận' }, ...refusals(404, 409, 422, 429, 503) },
});

const confirm = createRoute({
  method: 'post',
  path: '/confirm-address',
  tags,
  summary: 'Xác nhận thư điện tử: đường dẫn trong thư cùng mã tra cứu của hồ sơ',
  request: bodies(ConfirmAddress),
  responses: { 204: { description: 'Đã xác nhận' }, ...refusals(404, 409, 422, 429, 503) },
});

const receipt = createRoute({
  method: 'post',
  path: '/mail-receipt',
  tags,
  summary: 'Gửi giấy biên nhận, không có mã tra cứu, tới một địa chỉ thư điện tử',
  request: bodies(MailReceipt),
  responses: { 202: { description: 'Đã nhận' }, ...refusals(404, 422, 429, 503) },
});

export function ownMailRoutes(portal: Portal) {
  const routes = router();
  // Each try may carry a code, a link or an address: it is charged whether it was right or not.
  for (const path of ['/lost-code', '/renew-code', '/address-letter', '/confirm-address', '/mail-receipt'])
    routes.post(path, charged(portal, allowancesOf(portal.env).askedLetter));
  return routes
    .openapi(lost, async (c) => {
      await askForCode(portal, c.req.valid('json'));
      return c.body(null, 202);
    })
    .openapi(renew, async (c) => c.json(await renewCode(portal, c.req.valid('json')), 200))
    .openapi(address, async (c) => {
      await askToConfirm(portal, c.req.valid('json'));
      return c.body(null, 202);
    })
    .openapi(confirm, async (c) => {
      await confirmAddress(portal, c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(receipt, async (c) => {
      await askForReceipt(portal, c.req.valid('json'));
      return c.body(null, 202);
    });
}
