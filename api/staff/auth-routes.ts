// Log-in, log-out, password and second factor: the few endpoints of better-auth that the portal uses, no other.
import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router, type AppEnv } from '../http/router.ts';
import type { Portal } from '../portal.ts';
import { asProblem } from './auth-refusals.ts';
import { addressHeader } from './auth.ts';
import {
  CurrentSession,
  Done,
  PasswordChange,
  PasswordCheck,
  RecoveryCode,
  SignedIn,
  SignIn,
  TotpCode,
  TotpSetup,
  TotpUri,
} from './schema.ts';
import { checkFormToken, readSession } from './session.ts';
import { clearAttempts, countAttempt } from './throttle.ts';

function post<P extends string, B extends z.ZodType, A extends z.ZodType>(
  path: P,
  summary: string,
  body: B,
  answer: A,
  ...middleware: MiddlewareHandler<AppEnv>[]
) {
  return createRoute({
    method: 'post',
    path,
    summary,
    tags: ['Đăng nhập'],
    middleware,
    request: bodies(body),
    responses: {
      200: { description: summary, content: { 'application/json': { schema: answer } } },
      ...refusals(401, 403, 422, 429),
    },
  });
}

const currentSession = createRoute({
  method: 'get',
  path: '/get-session',
  summary: 'Ai đang đăng nhập',
  tags: ['Đăng nhập'],
  responses: {
    200: {
      description: 'Người đang đăng nhập, hoặc null',
      content: { 'application/json': { schema: CurrentSession } },
    },
  },
});

const SecondFactorAsked = z.object({ twoFactorRedirect: z.literal(true) });
const Setup = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const Uri = z.object({ totpURI: z.string() });

export function authRoutes(portal: Portal) {
  // Asks better-auth as this visitor: only the cookie and the address go along, its new cookies come back.
  async function ask(c: Context<AppEnv>, path: string, body: object, field: string): Promise<unknown> {
    const headers = new Headers({ 'content-type': 'application/json' });
    const cookie = c.req.header('cookie');
    if (cookie) headers.set('cookie', cookie);
    if (c.env?.clientAddress) headers.set(addressHeader, c.env.clientAddress);
    const url = new URL(`/api/auth${path}`, portal.auth.options.baseURL);
    const answer = await portal.auth.handler(
      new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    const text = await answer.text();
    const content: unknown = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw asProblem(answer.status, content, field);
    for (const set of answer.headers.getSetCookie()) c.header('set-cookie', set, { append: true });
    return content;
  }
  const done = { done: true } as const;
  // What is done to an open session needs its form token, like every other change; the log-in has no session yet.
  const ofSession: MiddlewareHandler<AppEnv> = async (c, next) => {
    const headers = c.req.raw.headers;
    const session = await readSession(portal, headers);
    if (session) checkFormToken(session, headers);
    await next();
  };

  return router()
    .openapi(currentSession, async (c) => {
      const session = await readSession(portal, c.req.raw.headers);
      for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
      return c.json({ viewer: session?.viewer ?? null }, 200);
    })
    .openapi(post('/sign-in/email', 'Đăng nhập bằng e-mail và mật khẩu', SignIn, SignedIn), async (c) => {
      const body = c.req.valid('json');
      await countAttempt(portal.db, portal.keys, body.email, portal.now());
      const answer = await ask(c, '/sign-in/email', body, 'password');
      await clearAttempts(portal.db, portal.keys, body.email);
      return c.json({ needsCode: SecondFactorAsked.safeParse(answer).success }, 200);
    })
    .openapi(post('/sign-out', 'Đăng xuất', z.strictObject({}), Done, ofSession), async (c) => {
      await ask(c, '/sign-out', {}, '');
      return c.json(done, 200);
    })
    .openapi(
      post('/change-password', 'Đổi mật khẩu; các phiên khác bị đóng', PasswordChange, Done, ofSession),
      async (c) => {
        await ask(
          c,
          '/change-password',
          { ...c.req.valid('json'), revokeOtherSessions: true },
          'currentPassword',
        );
        return c.json(done, 200);
      },
    )
    .openapi(
      post('/two-factor/enable', 'Bắt đầu bật xác thực hai lớp', PasswordCheck, TotpSetup, ofSession),
      async (c) => {
        const setup = Setup.parse(await ask(c, '/two-factor/enable', c.req.valid('json'), 'password'));
        return c.json({ totpUri: setup.totpURI, recoveryCodes: setup.backupCodes }, 200);
      },
    )
    .openapi(
      post('/two-factor/get-totp-uri', 'Xem lại mã thiết lập', PasswordCheck, TotpUri, ofSession),
      async (c) => {
        const { totpURI } = Uri.parse(
          await ask(c, '/two-factor/get-totp-uri', c.req.valid('json'), 'password'),
        );
        return c.json({ totpUri: totpURI }, 200);
      },
    )
    .openapi(
      post('/two-factor/verify-totp', 'Nhập mã của ứng dụng xác thực', TotpCode, Done, ofSession),
      async (c) => {
        await ask(c, '/two-factor/verify-totp', c.req.valid('json'), 'code');
        return c.json(done, 200);
      },
    )
    .openapi(post('/two-factor/verify-backup-code', 'Nhập mã khôi phục', RecoveryCode, Done), async (c) => {
      await ask(c, '/two-factor/verify-backup-code', c.req.valid('json'), 'code');
      return c.json(done, 200);
    })
    .openapi(
      post('/two-factor/disable', 'Tắt xác thực hai lớp', PasswordCheck, Done, ofSession),
      async (c) => {
        await ask(c, '/two-factor/disable', c.req.valid('json'), 'password');
        return c.json(done, 200);
      },
    );
}
