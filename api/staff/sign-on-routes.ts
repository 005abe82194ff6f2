// The sign-on by the office's own provider: where it begins, where it comes back, and the owner's own link with it.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { addressOf, authDoor, presentOf } from './auth-door-service.ts';
import { proveOwner } from './owner-proof-service.ts';
import { Done } from './schema.ts';
import {
  SignOnAddress,
  SignOnDone,
  SignOnOffer,
  SignOnProof,
  SignOnReturn,
  SignOnStart,
} from './sign-on-schema.ts';
import { beginSignOn, endSignOn, leaveSignOn, signOnLabel, unlinkSignOn } from './sign-on-service.ts';
import { readSession } from './session-service.ts';
import { enterLogIn } from './throttle-service.ts';
import { authPost } from './tools/auth-post.ts';
import { browserSecret, keepBrowser } from './tools/browser.ts';

export function signOnRoutes(portal: Portal) {
  const { isHttps, enter, welcome, takeCode, present, ofOwner } = authDoor(portal);
  const asking = charged(portal, allowancesOf(portal.env).passkey);
  const offer = createRoute({
    method: 'get',
    path: '/',
    summary: 'Nút đăng nhập một lần, nếu cơ quan có',
    tags: ['Đăng nhập'],
    responses: { 200: json('Nút', SignOnOffer) },
  });
  const leave = createRoute({
    method: 'get',
    path: '/leave',
    summary: 'Nơi đăng xuất khỏi hệ thống đăng nhập một lần',
    tags: ['Đăng nhập'],
    middleware: asking,
    responses: {
      200: json('Địa chỉ', SignOnAddress),
      ...refusals(429),
    },
  });

  return router()
    .openapi(offer, (c) => c.json({ label: signOnLabel(portal) }, 200))
    .openapi(leave, async (c) => c.json(await leaveSignOn(portal), 200))
    .openapi(
      authPost('/start', 'Bắt đầu đăng nhập một lần', SignOnStart, SignOnAddress, asking),
      async (c) => {
        const { secret, cookie } = keepBrowser(c.req.header('cookie'), isHttps);
        c.header('set-cookie', cookie, { append: true });
        const { returnTo } = c.req.valid('json');
        return c.json(await beginSignOn(portal, { bearer: { browser: secret }, returnTo }), 200);
      },
    )
    .openapi(
      authPost('/return', 'Nhận kết quả đăng nhập một lần', SignOnReturn, SignOnDone, asking),
      async (c) => {
        const address = addressOf(c);
        const entry = await enterLogIn(portal, { email: undefined, address });
        const session = await readSession(portal, c.req.raw.headers);
        const ended = await endSignOn(portal, c.req.valid('json').query, {
          browser: browserSecret(c.req.header('cookie'), isHttps) ?? '',
          present: session && presentOf(c, session),
          address,
        });
        const { enters, ...told } = ended;
        if (told.outcome === 'linked' || told.outcome === 'in') await entry.succeed();
        if (!enters) return c.json(told, 200);
        const { isStrong, ...user } = enters;
        const how = { openedBy: isStrong ? ('oidc-strong' as const) : ('oidc' as const), mayWait: !isStrong };
        if (await enter(c, user.id, how)) return c.json({ ...told, outcome: 'second-step' as const }, 200);
        await welcome(c, user, { by: 'oidc', ...(isStrong && { factor: 'oidc' }) });
        return c.json(told, 200);
      },
    )
    .openapi(
      authPost('/link', 'Liên kết tài khoản của mình', SignOnProof, SignOnAddress, asking, ofOwner),
      async (c) => {
        const session = await present(c);
        if (session.needsPasswordChange)
          throw new Problem('password-change-required', 'Hãy đổi mật khẩu được cấp trước.');
        const at = presentOf(c, session);
        await proveOwner(portal, at, c.req.valid('json'), (...code) => takeCode(c, ...code));
        const who = { bearer: { session: at.session }, userId: at.viewer.id, returnTo: '' };
        return c.json(await beginSignOn(portal, who), 200);
      },
    )
    .openapi(authPost('/unlink', 'Bỏ liên kết của mình', SignOnProof, Done, ofOwner), async (c) => {
      const at = presentOf(c, await present(c));
      await proveOwner(portal, at, c.req.valid('json'), (...code) => takeCode(c, ...code));
      await unlinkSignOn(portal, at);
      return c.json({ done: true as const }, 200);
    });
}
