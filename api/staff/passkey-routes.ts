// Passkeys: a way in by one of them, and the owner's own list, added to and taken from.
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router, type AppEnv } from '../http/router.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { addressOf, authDoor, presentOf } from './auth-door-service.ts';
import { proveOwner } from './owner-proof-service.ts';
import {
  CreationOptions,
  NewPasskey,
  OwnerProof,
  OwnFactors,
  PasskeyQuestion,
  PasskeySignIn,
  PasskeyTicket,
  RequestOptions,
} from './passkey-schema.ts';
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  giveTicket,
  notTaken,
  passkeyOwner,
  removePasskey,
  viewOwnFactors,
} from './passkey-service.ts';
import { Done } from './schema.ts';
import { viewOwnSignOn } from './sign-on-service.ts';
import { enterLogIn } from './throttle-service.ts';
import { authPost } from './tools/auth-post.ts';
import { browserSecret, keepBrowser } from './tools/browser.ts';

export function passkeyRoutes(portal: Portal) {
  const { isHttps, enter, waiting, welcome, takeCode, present, ofOwner } = authDoor(portal);
  const asking = charged(portal, allowancesOf(portal.env).passkey);
  const done = { done: true } as const;
  /** The address by which the browser knows the portal: the door has checked its host, and set https. */
  const originOf = (c: Context<AppEnv>) => portal.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin;
  const here = async (c: Context<AppEnv>) => {
    const session = await present(c);
    return { ...presentOf(c, session), needsPasswordChange: session.needsPasswordChange };
  };
  const browserOf = (c: Context<AppEnv>) => {
    const { secret, cookie } = keepBrowser(c.req.header('cookie'), isHttps);
    c.header('set-cookie', cookie, { append: true });
    return { browser: secret };
  };
  const mine = createRoute({
    method: 'get',
    path: '/',
    summary: 'Khóa truy cập và lớp thứ hai của tài khoản mình',
    tags: ['Đăng nhập'],
    responses: {
      200: json('Của mình', OwnFactors),
      ...refusals(401),
    },
  });
  const removal = createRoute({
    ...authPost('/{id}/removal', 'Gỡ một khóa của mình', OwnerProof, Done, ofOwner),
    request: { params: z.object({ id: z.string().max(60) }), ...bodies(OwnerProof) },
  });

  return router()
    .openapi(mine, async (c) => {
      const { viewer } = await here(c);
      const [factors, signOn] = await Promise.all([
        viewOwnFactors(portal, viewer.id),
        viewOwnSignOn(portal, viewer.id),
      ]);
      return c.json({ ...factors, signOn }, 200);
    })
    .openapi(
      authPost(
        '/question',
        'Câu hỏi dùng một lần cho khóa truy cập',
        PasskeyQuestion,
        RequestOptions,
        asking,
      ),
      async (c) => {
        const { for: what } = c.req.valid('json');
        if (what === 'proof') {
          const { viewer, session } = await here(c);
          const asked = { kind: 'passkey-proof', bearer: { session }, userId: viewer.id } as const;
          return c.json(await askForPasskey(portal, originOf(c), asked), 200);
        }
        if (what === 'sign-in') {
          const asked = { kind: 'passkey-sign-in', bearer: browserOf(c) } as const;
          return c.json(await askForPasskey(portal, originOf(c), asked), 200);
        }
        const userId = await waiting(c);
        if (userId === undefined)
          throw new Problem('unauthenticated', 'Lần đăng nhập này đã quá hạn. Hãy đăng nhập lại từ đầu.');
        const asked = { kind: 'passkey-second-step', bearer: browserOf(c), userId } as const;
        return c.json(await askForPasskey(portal, originOf(c), asked), 200);
      },
    )
    .openapi(authPost('/sign-in', 'Đăng nhập bằng khóa truy cập', PasskeySignIn, Done), async (c) => {
      const address = addressOf(c);
      const entry = await enterLogIn(portal, { email: undefined, address });
      const { response } = c.req.valid('json');
      const bearer = { browser: browserSecret(c.req.header('cookie'), isHttps) ?? '' };
      const asked = { kinds: ['passkey-sign-in', 'passkey-second-step'] as const, bearer, address };
      const user = await passkeyOwner(portal, asked, response);
      await enter(c, user.id, { openedBy: 'passkey', mayWait: false }).catch((error: unknown) => {
        // A closed account is told no more than an unknown key.
        throw error instanceof Problem && error.code === 'unauthenticated' ? notTaken() : error;
      });
      await entry.succeed();
      await welcome(c, user, { factor: 'passkey' });
      return c.json(done, 200);
    })
    .openapi(
      authPost(
        '/ticket',
        'Xác nhận lại là chủ tài khoản, trước khi tạo khóa',
        OwnerProof,
        PasskeyTicket,
        ofOwner,
      ),
      async (c) => {
        const at = await here(c);
        if (at.needsPasswordChange)
          throw new Problem('password-change-required', 'Hãy đổi mật khẩu được cấp trước.');
        await proveOwner(portal, at, c.req.valid('json'), (...code) => takeCode(c, ...code));
        return c.json(await giveTicket(portal, at), 200);
      },
    )
    .openapi(
      authPost(
        '/creation',
        'Câu hỏi để trình duyệt tạo khóa',
        PasskeyTicket,
        CreationOptions,
        asking,
        ofOwner,
      ),
      async (c) =>
        c.json(await askForNewPasskey(portal, originOf(c), await here(c), c.req.valid('json').ticket), 200),
    )
    .openapi(authPost('/', 'Giữ khóa vừa tạo', NewPasskey, Done, asking, ofOwner), async (c) => {
      await addPasskey(portal, await here(c), c.req.valid('json'));
      return c.json(done, 200);
    })
    .openapi(removal, async (c) => {
      const at = await here(c);
      await proveOwner(portal, at, c.req.valid('json'), (...code) => takeCode(c, ...code));
      await removePasskey(portal, at, c.req.valid('param').id);
      return c.json(done, 200);
    });
}
