// A code of the second factor is taken once (RFC 6238 §5.2), also by two requests at the same moment.
import { createHmac } from 'node:crypto';
import { APIError, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Db } from '../db/open.ts';
import { findTotpSecret, takeTotpStep } from './repository.ts';

const stepMs = 30_000;
/** better-auth takes the code of now, the one before and the one after. */
const drift = [-1, 0, 1];

type Context = Parameters<typeof getSessionFromCtx>[0];

/** Throws as for a wrong code when the code's time step, or a later one, has been taken for this account before. */
export async function refuseUsedCode(db: Db, ctx: Context): Promise<void> {
  const { code } = ctx.body as { code?: unknown };
  const userId = await whose(ctx);
  const sealed = userId === undefined ? undefined : await findTotpSecret(db, userId);
  if (!userId || !sealed) return;
  const secret = await symmetricDecrypt({ key: ctx.context.secretConfig, data: sealed });
  const now = Math.floor(Date.now() / stepMs);
  // The newest of equal codes: the others are past with it.
  const step = drift.map((by) => now + by).findLast((one) => hotp(secret, one) === code);
  if (step === undefined || (await takeTotpStep(db, userId, step))) return;
  throw APIError.from('UNAUTHORIZED', { code: 'CODE_USED', message: 'The code was used before' });
}

// As the plugin finds it: the open session, else the log-in that waits for its code.
async function whose(ctx: Context): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx);
  return session ? session.user.id : (await waitingLogIn(ctx))?.userId;
}

/** The log-in that waits in this browser for its second step: whose, and where better-auth keeps that it waits. */
export async function waitingLogIn(ctx: Context) {
  const cookie = ctx.context.createAuthCookie('two_factor');
  const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (!identifier) return undefined;
  const userId = (await ctx.context.internalAdapter.findVerificationValue(identifier))?.value;
  return userId === undefined ? undefined : { userId, identifier, cookie };
}

/** RFC 4226 §5.3, six digits by SHA-1, under a key as better-auth keeps it. */
function hotp(key: string, counter: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(bytes).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
