// Accounts of staff, for the administrator: who has one, opened and closed, a new password, other rights.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { AccountStep, AccountViews, OncePassword, StepDone } from './account-schema.ts';
import { openAccount, takeAccountStep, viewAccounts } from './account-service.ts';
import { requireStaff } from './guard-service.ts';
import { NewAccount } from './schema.ts';

export function accountRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'accounts') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/',
    summary: 'Các tài khoản cán bộ',
    responses: {
      200: { description: 'Mọi tài khoản', content: { 'application/json': { schema: AccountViews } } },
      ...refusals(401, 403),
    },
  });
  const open = createRoute({
    ...common,
    method: 'post',
    path: '/',
    summary: 'Mở một tài khoản',
    request: bodies(NewAccount),
    responses: {
      201: {
        description: 'Mật khẩu đầu, chỉ trả lời một lần',
        content: { 'application/json': { schema: OncePassword } },
      },
      ...refusals(401, 403, 422),
    },
  });
  const change = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/steps',
    summary: 'Đóng, mở lại, cấp lại mật khẩu, gỡ xác thực hai lớp, đổi vai trò và đơn vị; mọi phiên bị đóng',
    request: { params: z.object({ id: z.string().max(60) }), ...bodies(AccountStep) },
    responses: {
      200: { description: 'Đã làm', content: { 'application/json': { schema: StepDone } } },
      ...refusals(401, 403, 404, 409, 422),
    },
  });

  return router()
    .openapi(list, async (c) => c.json({ accounts: await viewAccounts(portal) }, 200))
    .openapi(open, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      return c.json(await openAccount(portal, by, c.req.valid('json')), 201);
    })
    .openapi(change, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      const once = await takeAccountStep(portal, by, c.req.valid('param').id, c.req.valid('json'));
      return c.json({ done: true as const, once }, 200);
    });
}
