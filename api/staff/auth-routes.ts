// Log-in, log-out, password and second factor: the few endpoints of better-auth that the portal uses, no other.
import { createRoute, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { unhidden } from '../db/hidden.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router, type AppEnv } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from './roles.ts';
import type { SecurityDetail } from './security-events.ts';
import { asProblem } from './auth-refusals.ts';
import { LinkView, PasswordSet } from './account-schema.ts';
import { useLink, viewLink } from './link-service.ts';
import { deviceKind } from './tools/device-words.ts';
import { deviceCookie, readDevice } from './tools/device.ts';
import { judgeNewPassword, passwordChanged, provePassword, sessionsUntilNow } from './own-account-service.ts';
import { findUserIdByEmail } from './repository.ts';
import {
  CurrentSession,
  Done,
  LinkToken,
  PasswordByLink,
  PasswordChange,
  PasswordCheck,
  RecoveryCode,
  SecondFactorOff,
  SignedIn,
  SignIn,
  TotpCode,
  TotpSetup,
} from './schema.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { checkFormToken, readSession } from './session-service.ts';
import { enterLogIn, enterSession } from './throttle-service.ts';

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
      200: json(summary, answer),
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
    200: json('Người đang đăng nhập, hoặc null', CurrentSession),
  },
});

const linkOf = createRoute({
  method: 'get',
  path: '/links/{token}',
  summary: 'Đường dẫn đặt mật khẩu này của ai; xem không làm đổi gì',
  tags: ['Đăng nhập'],
  request: { params: LinkToken },
  responses: {
    200: json('Tài khoản', LinkView),
    ...refusals(404, 422),
  },
});

const SecondFactorAsked = z.object({ twoFactorRedirect: z.literal(true) });
const Setup = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const SignedInUser = z.object({ user: z.object({ id: z.string(), email: z.string() }) });

export function authRoutes(portal: Portal) {
  // Asks better-auth as this visitor: only the cookie goes along, its new cookies come back.
  async function ask(c: Context<AppEnv>, path: string, body: object, field: string): Promise<unknown> {
    const headers = new Headers({ 'content-type': 'application/json' });
    // In place of the header itself: of a device only its kind is kept.
    headers.set('user-agent', deviceKind(c.req.header('user-agent')));
    const cookie = c.req.header('cookie');
    if (cookie) headers.set('cookie', cookie);
    const url = new URL(`/api/auth${path}`, portal.auth.options.baseURL);
    const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await unhidden(() => portal.auth.handler(request));
    const text = await answer.text();
    const content: unknown = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw asProblem(answer.status, content, field);
    for (const set of answer.headers.getSetCookie()) c.header('set-cookie', set, { append: true });
    return content;
  }
  const done = { done: true } as const;
  const addressOf = (c: Context<AppEnv>) => c.env?.clientAddress ?? '';
  const isHttps = portal.env.PUBLIC_ORIGIN?.startsWith('https://') ?? false;
  const ownerOf = (email: string) => ({ keys: portal.keys, email, isHttps });
  const deviceOf = (c: Context<AppEnv>, email: string) =>
    readDevice(ownerOf(email), c.req.header('cookie'), portal.now());

  /** Somebody is in: the device is known from now on. */
  async function welcome(c: Context<AppEnv>, user: { id: string; email: string }, detail: SecurityDetail) {
    const known = deviceOf(c, user.email);
    c.header('set-cookie', deviceCookie(ownerOf(user.email), known, portal.now()), { append: true });
    await recordSecurity(portal, { kind: 'sign-in', actorId: user.id, address: addressOf(c), detail });
  }

  /** A code of the second factor: of a log-in that waits for it, or inside an open session. */
  async function takeCode(
    c: Context<AppEnv>,
    factor: 'totp' | 'backup-code',
    code: string,
  ): Promise<unknown> {
    const viewer = c.get('viewer') as Viewer | undefined;
    const entry = viewer && (await enterSession(portal, viewer.id, 'code', addressOf(c)));
    try {
      const answer = await ask(c, `/two-factor/verify-${factor}`, { code }, 'code');
      await entry?.succeed();
      return answer;
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid')
        await noteSecurity(portal, {
          kind: 'code-failed',
          actorId: viewer?.id,
          address: addressOf(c),
          detail: { factor },
        });
      throw error;
    }
  }

  // What is done to an open session needs its form token, like every other change; the log-in has no session yet.
  const ofSession: MiddlewareHandler<AppEnv> = async (c, next) => {
    const headers = c.req.raw.headers;
    const session = await readSession(portal, headers);
    if (session) {
      checkFormToken(session, headers);
      c.set('viewer', session.viewer);
    }
    await next();
  };
  const ofOwner: MiddlewareHandler<AppEnv> = async (c, next) => {
    const headers = c.req.raw.headers;
    const session = await readSession(portal, headers);
    if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
    checkFormToken(session, headers);
    c.set('viewer', session.viewer);
    await next();
  };
  const hasSecondFactor = async (c: Context<AppEnv>) =>
    (await readSession(portal, c.req.raw.headers))?.hasSecondFactor ?? false;

  return (
    router()
      .openapi(currentSession, async (c) => {
        const session = await readSession(portal, c.req.raw.headers);
        for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
        return c.json({ viewer: session?.viewer ?? null }, 200);
      })
      .openapi(post('/sign-in/email', 'Đăng nhập bằng e-mail và mật khẩu', SignIn, SignedIn), async (c) => {
        const body = c.req.valid('json');
        const { email } = body;
        const address = addressOf(c);
        const entry = await enterLogIn(portal, { email, address, device: deviceOf(c, email) });
        let answer: unknown;
        try {
          answer = await ask(c, '/sign-in/email', body, 'password');
        } catch (error) {
          if (error instanceof Problem && error.code === 'unauthenticated')
            await noteSecurity(portal, {
              kind: 'sign-in-failed',
              subjectId: await findUserIdByEmail(portal.db, email),
              email,
              address,
              detail: { ...(entry.waitSeconds > 0 && { waitSeconds: entry.waitSeconds }) },
            });
          throw error;
        }
        await entry.succeed();
        const needsCode = SecondFactorAsked.safeParse(answer).success;
        if (!needsCode)
          await welcome(c, SignedInUser.parse(answer).user, { ...(entry.known && { known: entry.known }) });
        return c.json({ needsCode }, 200);
      })
      .openapi(linkOf, async (c) => c.json(await viewLink(portal, c.req.valid('param').token), 200))
      .openapi(
        post('/links', 'Đặt mật khẩu bằng đường dẫn dùng một lần', PasswordByLink, PasswordSet),
        async (c) => c.json(await useLink(portal, c.req.valid('json'), addressOf(c)), 200),
      )
      // `ofSession` reads first: better-auth would say "signed out" even when the database cannot be asked.
      .openapi(post('/sign-out', 'Đăng xuất', z.strictObject({}), Done, ofSession), async (c) => {
        await ask(c, '/sign-out', {}, '');
        const viewer = c.get('viewer') as Viewer | undefined;
        if (viewer)
          await recordSecurity(portal, { kind: 'sign-out', actorId: viewer.id, address: addressOf(c) });
        return c.json(done, 200);
      })
      .openapi(
        post('/change-password', 'Đổi mật khẩu; các phiên khác bị đóng', PasswordChange, Done, ofOwner),
        async (c) => {
          const body = c.req.valid('json');
          const at = { viewer: c.get('viewer'), address: addressOf(c) };
          await provePassword(portal, at, body.currentPassword, 'currentPassword');
          await judgeNewPassword(portal, at.viewer, body);
          await ask(c, '/change-password', { ...body, revokeOtherSessions: true }, 'currentPassword');
          await passwordChanged(portal, at);
          return c.json(done, 200);
        },
      )
      .openapi(
        post('/two-factor/enable', 'Bắt đầu bật xác thực hai lớp', PasswordCheck, TotpSetup, ofOwner),
        async (c) => {
          const { password } = c.req.valid('json');
          await provePassword(
            portal,
            { viewer: c.get('viewer'), address: addressOf(c) },
            password,
            'password',
          );
          const setup = Setup.parse(await ask(c, '/two-factor/enable', { password }, 'password'));
          return c.json({ totpUri: setup.totpURI, recoveryCodes: setup.backupCodes }, 200);
        },
      )
      .openapi(
        post('/two-factor/verify-totp', 'Nhập mã của ứng dụng xác thực', TotpCode, Done, ofSession),
        async (c) => {
          const viewer = c.get('viewer') as Viewer | undefined;
          const { code } = c.req.valid('json');
          if (!viewer) {
            const { user } = SignedInUser.parse(await takeCode(c, 'totp', code));
            await welcome(c, user, { factor: 'totp' });
            return c.json(done, 200);
          }
          if (await hasSecondFactor(c)) throw new Problem('bad-request', 'Xác thực hai lớp đã bật rồi.');
          // Whoever was in with the password alone is out, whichever way they came.
          const before = await sessionsUntilNow(portal, viewer.id);
          await takeCode(c, 'totp', code);
          await before.end();
          await recordSecurity(portal, {
            kind: 'second-factor-on',
            actorId: viewer.id,
            address: addressOf(c),
          });
          return c.json(done, 200);
        },
      )
      .openapi(
        post('/two-factor/verify-backup-code', 'Nhập mã khôi phục', RecoveryCode, Done, ofSession),
        async (c) => {
          if (c.get('viewer') as Viewer | undefined)
            throw new Problem('bad-request', 'Đã đăng nhập rồi, không cần mã khôi phục.');
          const { user } = SignedInUser.parse(await takeCode(c, 'backup-code', c.req.valid('json').code));
          await welcome(c, user, { factor: 'backup-code' });
          return c.json(done, 200);
        },
      )
      .openapi(
        post(
          '/two-factor/disable',
          'Tắt xác thực hai lớp: mật khẩu và một mã',
          SecondFactorOff,
          Done,
          ofOwner,
        ),
        async (c) => {
          const { password, code } = c.req.valid('json');
          const at = { viewer: c.get('viewer'), address: addressOf(c) };
          if (!(await hasSecondFactor(c)))
            throw new Problem('bad-request', 'Tài khoản này chưa bật xác thực hai lớp.');
          await provePassword(portal, at, password, 'password');
          await takeCode(c, code.includes('-') ? 'backup-code' : 'totp', code);
          const before = await sessionsUntilNow(portal, at.viewer.id);
          await ask(c, '/two-factor/disable', { password }, 'password');
          await before.end();
          await recordSecurity(portal, {
            kind: 'second-factor-off',
            actorId: at.viewer.id,
            address: at.address,
          });
          return c.json(done, 200);
        },
      )
  );
}
