// Log-in, log-out, password and second factor: the few endpoints of better-auth that the portal uses, no other.
import { createRoute, z } from '@hono/zod-openapi';
import { Problem } from '../problems/problem.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from './roles.ts';
import { LinkView, PasswordSet } from './account-schema.ts';
import { addressOf, authDoor, SignedInUser } from './auth-door-service.ts';
import { useLink, viewLink } from './link-service.ts';
import { judgeNewPassword, passwordChanged, provePassword, sessionsUntilNow } from './own-account-service.ts';
import { provePasskey } from './owner-proof-service.ts';
import { countPasskeys, hasAuthenticatorApp } from './passkey-repository.ts';
import { SecondStep } from './passkey-schema.ts';
import { settleFactors } from './passkey-service.ts';
import { findUserIdByEmail } from './repository.ts';
import {
  CurrentSession,
  Done,
  LinkToken,
  PasswordByLink,
  PasswordChange,
  RecoveryCode,
  SecondFactorOff,
  SecondFactorStart,
  SignedIn,
  SignedOut,
  SignIn,
  TotpCode,
  TotpSetup,
} from './schema.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { readSession } from './session-service.ts';
import { enterLogIn } from './throttle-service.ts';
import { authPost } from './tools/auth-post.ts';

const currentSession = createRoute({
  method: 'get',
  path: '/get-session',
  summary: 'Ai đang đăng nhập',
  tags: ['Đăng nhập'],
  responses: {
    200: json('Người đang đăng nhập, hoặc null', CurrentSession),
  },
});

const secondStep = createRoute({
  method: 'get',
  path: '/second-step',
  summary: 'Lần đăng nhập đang chờ lớp thứ hai: bằng mã, bằng khóa truy cập',
  tags: ['Đăng nhập'],
  responses: {
    200: json('Những cách dùng được', SecondStep),
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

export function authRoutes(portal: Portal) {
  const done = { done: true } as const;
  const { ask, deviceOf, welcome, takeCode, ofSession, ofOwner, present, waiting } = authDoor(portal);
  const hasCode = (viewer: Viewer) => hasAuthenticatorApp(portal.db, viewer.id);

  return (
    router()
      .openapi(currentSession, async (c) => {
        const session = await readSession(portal, c.req.raw.headers);
        for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
        return c.json({ viewer: session?.viewer ?? null }, 200);
      })
      .openapi(
        authPost('/sign-in/email', 'Đăng nhập bằng e-mail và mật khẩu', SignIn, SignedIn),
        async (c) => {
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
        },
      )
      .openapi(linkOf, async (c) => c.json(await viewLink(portal, c.req.valid('param').token), 200))
      .openapi(
        authPost('/links', 'Đặt mật khẩu bằng đường dẫn dùng một lần', PasswordByLink, PasswordSet),
        async (c) => c.json(await useLink(portal, c.req.valid('json'), addressOf(c)), 200),
      )
      // `ofSession` reads first: better-auth would say "signed out" even when the database cannot be asked.
      .openapi(authPost('/sign-out', 'Đăng xuất', z.strictObject({}), SignedOut, ofSession), async (c) => {
        const session = await readSession(portal, c.req.raw.headers);
        await ask(c, '/sign-out', {}, '');
        const viewer = c.get('viewer') as Viewer | undefined;
        if (viewer)
          await recordSecurity(portal, { kind: 'sign-out', actorId: viewer.id, address: addressOf(c) });
        return c.json({ ...done, isBySignOn: session?.isBySignOn ?? false }, 200);
      })
      .openapi(
        authPost('/change-password', 'Đổi mật khẩu; các phiên khác bị đóng', PasswordChange, Done, ofOwner),
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
      .openapi(secondStep, async (c) => {
        const userId = await waiting(c);
        // Of nobody: what stands on the page of whoever opens its address.
        if (userId === undefined) return c.json({ code: true, passkey: false }, 200);
        const [code, passkeys] = await Promise.all([
          hasAuthenticatorApp(portal.db, userId),
          countPasskeys(portal.db, userId),
        ]);
        return c.json({ code, passkey: passkeys > 0 }, 200);
      })
      .openapi(
        authPost(
          '/two-factor/enable',
          'Bắt đầu bật mã của ứng dụng xác thực; tài khoản có khóa truy cập: thêm một khóa',
          SecondFactorStart,
          TotpSetup,
          ofOwner,
        ),
        async (c) => {
          const { password, response } = c.req.valid('json');
          const at = { viewer: c.get('viewer'), address: addressOf(c) };
          // Who knows the password alone adds no further way in.
          if ((await countPasskeys(portal.db, at.viewer.id)) > 0)
            await provePasskey(portal, { ...at, session: (await present(c)).id }, response);
          await provePassword(portal, at, password, 'password');
          const setup = Setup.parse(await ask(c, '/two-factor/enable', { password }, 'password'));
          return c.json({ totpUri: setup.totpURI, recoveryCodes: setup.backupCodes }, 200);
        },
      )
      .openapi(
        authPost('/two-factor/verify-totp', 'Nhập mã của ứng dụng xác thực', TotpCode, Done, ofSession),
        async (c) => {
          const viewer = c.get('viewer') as Viewer | undefined;
          const { code } = c.req.valid('json');
          if (!viewer) {
            const { user } = SignedInUser.parse(await takeCode(c, 'totp', code));
            await welcome(c, user, { factor: 'totp' });
            return c.json(done, 200);
          }
          if (await hasCode(viewer)) throw new Problem('bad-request', 'Mã của ứng dụng xác thực đã bật rồi.');
          // Whoever was in with the password alone is out, whichever way they came. Where a passkey is there already, the
          // session stays as it is.
          const session = await readSession(portal, c.req.raw.headers);
          const before = await sessionsUntilNow(
            portal,
            viewer.id,
            session?.hasSecondFactor ? session.id : undefined,
          );
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
        authPost('/two-factor/verify-backup-code', 'Nhập mã khôi phục', RecoveryCode, Done, ofSession),
        async (c) => {
          if (c.get('viewer') as Viewer | undefined)
            throw new Problem('bad-request', 'Đã đăng nhập rồi, không cần mã khôi phục.');
          const { user } = SignedInUser.parse(await takeCode(c, 'backup-code', c.req.valid('json').code));
          await welcome(c, user, { factor: 'backup-code' });
          return c.json(done, 200);
        },
      )
      .openapi(
        authPost(
          '/two-factor/disable',
          'Tắt xác thực hai lớp: mật khẩu và một mã',
          SecondFactorOff,
          Done,
          ofOwner,
        ),
        async (c) => {
          const { password, code } = c.req.valid('json');
          const at = { viewer: c.get('viewer'), address: addressOf(c) };
          if (!(await hasCode(at.viewer)))
            throw new Problem('bad-request', 'Tài khoản này chưa bật mã của ứng dụng xác thực.');
          await provePassword(portal, at, password, 'password');
          await takeCode(c, code.includes('-') ? 'backup-code' : 'totp', code);
          const before = await sessionsUntilNow(portal, at.viewer.id);
          await ask(c, '/two-factor/disable', { password }, 'password');
          const isOn = await settleFactors(portal, at.viewer.id);
          await before.end();
          await recordSecurity(portal, {
            kind: 'second-factor-off',
            actorId: at.viewer.id,
            address: at.address,
            detail: isOn ? { factor: 'totp' } : {},
          });
          return c.json(done, 200);
        },
      )
  );
}
