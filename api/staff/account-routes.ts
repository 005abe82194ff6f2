// Accounts of staff, for the administrator: who has one, invited, closed, bound in time; what needs a second word.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { AccountDetail, AccountStep, AccountViews, LinkToTell, StepDone } from './account-schema.ts';
import { invite, takeAccountStep, viewAccount, viewAccounts } from './account-service.ts';
import { requireStaff } from './guard-service.ts';
import { NewAccount } from './schema.ts';

const params = z.object({ id: z.string().max(60) });

export function accountRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'accounts') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/',
    summary: 'Các tài khoản cán bộ',
    responses: {
      200: json('Mọi tài khoản', AccountViews),
      ...refusals(401, 403),
    },
  });
  const one = createRoute({
    ...common,
    method: 'get',
    path: '/{id}',
    summary: 'Một tài khoản, các phiên đang mở và đề nghị chờ người thứ hai xác nhận',
    request: { params },
    responses: {
      200: json('Tài khoản', AccountDetail),
      ...refusals(401, 403, 404),
    },
  });
  const open = createRoute({
    ...common,
    method: 'post',
    path: '/',
    summary: 'Mở một tài khoản và mời người dùng đặt mật khẩu',
    request: bodies(NewAccount),
    responses: {
      201: json('Đường dẫn đặt mật khẩu; chỉ nêu khi không có máy chủ thư, một lần', LinkToTell),
      ...refusals(401, 403, 422),
    },
  });
  const change = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/steps',
    summary:
      'Đóng, mở lại, đặt thời hạn dùng, đổi vai trò và đơn vị, đóng phiên, gửi lại lời mời, đề nghị đặt lại mật khẩu',
    request: { params, ...bodies(AccountStep) },
    responses: {
      200: json('Đã làm', StepDone),
      ...refusals(401, 403, 404, 409, 422),
    },
  });

  return router()
    .openapi(list, async (c) => c.json({ accounts: await viewAccounts(portal) }, 200))
    .openapi(one, async (c) =>
      c.json(await viewAccount(portal, c.get('viewer'), c.req.valid('param').id), 200),
    )
    .openapi(open, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      return c.json(await invite(portal, by, c.req.valid('json')), 201);
    })
    .openapi(change, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      const told = await takeAccountStep(portal, by, c.req.valid('param').id, c.req.valid('json'));
      return c.json({ done: true as const, told }, 200);
    });
}
