// Who sends a request: the session behind its cookie, as the portal sees it.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { unhidden } from '../db/hidden.ts';
import { localDate } from '../dates/dates.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { stateOf } from './account-words.ts';
import { inMandate } from './mandate-service.ts';
import { deleteSessions } from './repository.ts';
import { Viewer } from './roles.ts';

const SessionUser = Viewer.extend({
  active: z.boolean(),
  twoFactorEnabled: z.boolean(),
  mustChangePassword: z.boolean(),
  validFrom: z.string().nullish(),
  validUntil: z.string().nullish(),
});
const ActingSession = z.object({ acting: z.string().nullish() });
const hourMs = 3_600_000;

export type StaffSession = {
  id: string;
  viewer: Viewer;
  hasSecondFactor: boolean;
  /** The viewer's role must have a second factor (TOTP_ROLES) and the account has none yet. */
  needsSecondFactor: boolean;
  /** The password was given by somebody else and is to be changed before anything else. */
  needsPasswordChange: boolean;
  /** Spelt anew at every reading, so that how well a page compresses tells nothing of it. */
  formToken: string;
  /** Set-Cookie values to hand on: a session in use is prolonged from time to time. */
  cookies: string[];
};

/** The session of a request; undefined when there is none, it has ended (SESSION_HOURS), or the account was closed or is not good today. */
export async function readSession(portal: Portal, headers: Headers): Promise<StaffSession | undefined> {
  if (!headers.has('cookie')) return undefined;
  const found = await askForSession(portal, headers);
  if (!found?.response) return undefined;
  const { session, user } = found.response;
  // However busy a session is, it ends: by the real clock, as better-auth counts.
  if (Date.now() - session.createdAt.getTime() > portal.env.SESSION_HOURS * hourMs) {
    await deleteSessions(portal.db, [session.id]);
    return undefined;
  }
  const { active, validFrom, validUntil, twoFactorEnabled, mustChangePassword, ...owner } =
    SessionUser.parse(user);
  const dates = { active, validFrom: validFrom ?? null, validUntil: validUntil ?? null };
  if (stateOf(dates, localDate(portal.now())) !== 'open') return undefined;
  const { acting } = ActingSession.parse(session);
  const viewer = acting ? await inMandate(portal, owner, acting) : owner;
  return {
    id: session.id,
    viewer,
    hasSecondFactor: twoFactorEnabled,
    needsSecondFactor: !twoFactorEnabled && portal.env.TOTP_ROLES.includes(viewer.role),
    needsPasswordChange: mustChangePassword,
    formToken: masked(keyedHash(portal.keys, 'form-token', session.id)),
    cookies: found.headers.getSetCookie(),
  };
}

async function askForSession(portal: Portal, headers: Headers) {
  try {
    return await unhidden(() => portal.auth.api.getSession({ headers, returnHeaders: true }));
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode < 500) return undefined;
    throw new Problem('internal');
  }
}

/** Throws unless the header `x-form-token` carries a token of this session; compared in constant time. */
export function checkFormToken(session: StaffSession, headers: Headers): void {
  const given = unmasked(headers.get('x-form-token') ?? '');
  const expected = unmasked(session.formToken);
  if (given && expected && timingSafeEqual(given, expected)) return;
  throw new Problem(
    'wrong-origin',
    'Phiên đăng nhập đã đổi từ khi mở biểu mẫu này. Hãy kiểm tra rồi gửi lại.',
  );
}

const maskBytes = 16;

/** A mask of chance, then the token under it. */
function masked(token: Buffer): string {
  const mask = randomBytes(maskBytes);
  return Buffer.concat([mask, under(token, mask)]).toString('base64url');
}

function unmasked(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 2 * maskBytes ? under(bytes.subarray(maskBytes), bytes) : undefined;
}

const under = (token: Buffer, mask: Buffer) =>
  Buffer.from(token.subarray(0, maskBytes).map((byte, index) => byte ^ (mask[index] ?? 0)));
