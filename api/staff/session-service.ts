// Who sends a request: the session behind its cookie, as the portal sees it.
import { timingSafeEqual } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { z } from 'zod';
import { unhidden } from '../db/hidden.ts';
import { localDate } from '../dates/dates.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { stateOf } from './account-words.ts';
import { maskFormToken, unmaskFormToken } from './form-token.ts';
import { inMandate } from './mandate-service.ts';
import { deleteSessions } from './repository.ts';
import { Viewer } from './roles.ts';
import { hourMs } from '../dates/lengths.ts';

const SessionUser = Viewer.extend({
  active: z.boolean(),
  twoFactorEnabled: z.boolean(),
  mustChangePassword: z.boolean(),
  validFrom: z.string().nullish(),
  validUntil: z.string().nullish(),
});
const OwnSession = z.object({ acting: z.string().nullish(), openedBy: z.string().nullish() });

export type StaffSession = {
  id: string;
  viewer: Viewer;
  hasSecondFactor: boolean;
  /** The viewer's role must have a second factor (TOTP_ROLES), and neither account nor sign-on has one. */
  needsSecondFactor: boolean;
  /** The office's own sign-on has opened it. */
  isBySignOn: boolean;
  /** The password was given by somebody else and is to be changed before anything else. */
  needsPasswordChange: boolean;
  /** Spelt anew at every reading, so that how well a page compresses tells nothing of it. */
  formToken: string;
  /** Set-Cookie values to hand on: a session in use is prolonged from time to time. */
  cookies: string[];
};

/**
 * The session of a request; undefined when there is none, it has ended (SESSION_IDLE_MINUTES, SESSION_HOURS), or the
 * account was closed or is not good today. `prolongs`: false for what a page asks by itself while nobody is at it.
 */
export async function readSession(
  portal: Portal,
  headers: Headers,
  { prolongs = true } = {},
): Promise<StaffSession | undefined> {
  if (!headers.has('cookie')) return undefined;
  const found = await askForSession(portal, headers, prolongs);
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
  const { acting, openedBy } = OwnSession.parse(session);
  const viewer = acting ? await inMandate(portal, owner, acting) : owner;
  return {
    id: session.id,
    viewer,
    hasSecondFactor: twoFactorEnabled,
    needsSecondFactor:
      !twoFactorEnabled && openedBy !== 'oidc-strong' && portal.env.TOTP_ROLES.includes(viewer.role),
    isBySignOn: openedBy?.startsWith('oidc') ?? false,
    needsPasswordChange: mustChangePassword,
    formToken: maskFormToken(
      keyedHash(portal.keys, 'form-token', session.id),
      keyedHash(portal.keys, 'form-owner', viewer.id),
    ),
    cookies: found.headers.getSetCookie(),
  };
}

async function askForSession(portal: Portal, headers: Headers, prolongs: boolean) {
  try {
    return await unhidden(() =>
      portal.auth.api.getSession({ headers, query: { disableRefresh: !prolongs }, returnHeaders: true }),
    );
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.statusCode < 500) return undefined;
    throw new Problem('internal');
  }
}

/** Throws unless the header `x-form-token` carries a token of this session; compared in constant time. */
export function checkFormToken(session: StaffSession, headers: Headers): void {
  const given = unmaskFormToken(headers.get('x-form-token') ?? '');
  const expected = unmaskFormToken(session.formToken);
  if (given && expected && timingSafeEqual(given, expected)) return;
  throw new Problem(
    'wrong-origin',
    'Phiên đăng nhập đã đổi từ khi mở biểu mẫu này. Hãy kiểm tra rồi gửi lại.',
  );
}
