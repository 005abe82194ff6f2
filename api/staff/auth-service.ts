// Staff log-in by better-auth on our own tables: database sessions, argon2id, TOTP. Attempts are throttled before it.
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { localDate } from '../dates/dates.ts';
import { noteHidden } from '../db/hidden.ts';
import type { Db } from '../db/open.ts';
import type { Environment } from '../portal/env.ts';
import { keyedHash, type Keys } from '../crypto/keys.ts';
import { log } from '../http/log.ts';
import { hashPassword, randomPassword, verifyPassword } from './tools/passwords.ts';
import { entrance } from './entrance-service.ts';
import { countPasskeys } from './passkey-repository.ts';
import { isGood } from './repository.ts';
import { refuseUsedCode } from './totp-service.ts';
import { passwordLength } from './schema.ts';

const minute = 60;

/** Over https __Host-, which no other host of the domain can set or read; it asks for Secure, path / and no domain. */
const cookiesOf = (isHttps: boolean) => ({
  cookiePrefix: `${isHttps ? '__Host-' : ''}minh-bach`,
  defaultCookieAttributes: { secure: isHttps },
  // Its own prefix would be __Secure-, which other hosts of the domain can set.
  useSecureCookies: false,
});

type Parts = { db: Db; keys: Keys; env: Environment; now: () => Date };

export function createAuth({ db, keys, env, now }: Parts) {
  return betterAuth({
    appName: 'Minh Bạch',
    baseURL: env.PUBLIC_ORIGIN ?? 'http://portal.internal',
    basePath: '/api/auth',
    secret: keyedHash(keys, 'auth', 'better-auth').toString('base64url'),
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    // Its words only: what it passes beside them may hold personal data.
    logger: {
      level: 'error',
      log(_level, message, ...more) {
        noteHidden([message, ...more]);
        log.warn({ from: 'auth' }, String(message));
      },
    },
    // What is not a refusal (the database away, a bug) is answered by the one error handler of the API.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) throw error;
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'staffUsers',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        unit: { type: 'string', required: true, input: false },
        active: { type: 'boolean', required: true, input: false },
        mustChangePassword: { type: 'boolean', required: true, input: false },
        validFrom: { type: 'string', required: false, input: false },
        validUntil: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'staffSessions',
      // Idle so long, a session is over; every minute in which it is used prolongs it.
      expiresIn: env.SESSION_IDLE_MINUTES * minute,
      updateAge: minute,
      additionalFields: {
        acting: { type: 'string', required: false, input: false },
        openedBy: { type: 'string', required: false, input: false },
      },
    },
    account: { modelName: 'staffAccounts' },
    verification: { modelName: 'staffVerifications' },
    databaseHooks: {
      session: {
        create: {
          before: ({ userId }) => isGood(db, userId, localDate(now())),
        },
      },
      user: {
        update: {
          // Without its app an account still has a second factor while it has a passkey; at no moment is there none.
          before: async ({ twoFactorEnabled, ...data }, ctx) => {
            const userId = ctx?.context.session?.user.id;
            if (twoFactorEnabled !== false || userId === undefined) return;
            return { data: { ...data, twoFactorEnabled: (await countPasskeys(db, userId)) > 0 } };
          },
        },
      },
    },
    // api/staff/throttle-service.ts counts in the database, for all processes, and lets known devices pass.
    rateLimit: { enabled: false },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/two-factor/verify-totp') await refuseUsedCode(db, ctx);
      }),
    },
    plugins: [
      entrance(),
      twoFactor({
        schema: { twoFactor: { modelName: 'staffTwoFactors' } },
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, () => randomPassword(2)),
        },
      }),
    ],
    advanced: {
      ...cookiesOf(env.PUBLIC_ORIGIN?.startsWith('https://') ?? false),
      ipAddress: { disableIpTracking: true },
      database: { generateId: false, validateSchema: false },
      // Safe: the door has checked the origin of every unsafe request before it comes here (api/doors/origin.ts),
      // and the bodies we pass on have no callback address.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
  });
}
export type Auth = ReturnType<typeof createAuth>;
