// The sign-on by the office's own provider: begun, ended, and tied to an account by its signed-in owner alone
// (docs/decisions/0014-sign-on.md). A sign-on never opens an account.
import { z } from 'zod';
import { localDate } from '../dates/dates.ts';
import { keyedHash } from '../crypto/keys.ts';
import { log } from '../http/log.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { lockAccount } from './account-repository.ts';
import { newChallenge, takeChallenge, type Bearer } from './challenge-service.ts';
import { isGood } from './repository.ts';
import type { Viewer } from './roles.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import {
  deleteIdentity,
  findIdentity,
  hasIdentity,
  noteIdentityUse,
  saveIdentity,
} from './sign-on-repository.ts';
import type { SignOnOutcome } from './sign-on-schema.ts';
import { providerOf, type Provider } from './sign-on-settings.ts';
import {
  authorizationAddress,
  isAway,
  leavingAddress,
  newAttempt,
  redeem,
  type Claims,
} from './tools/oidc.ts';

type At = { viewer: Viewer; address: string; session: string };
/** `enters`: who is to be let in, and whether the provider's second factor counts. */
type Ended = {
  outcome: SignOnOutcome;
  returnTo: string;
  isLink: boolean;
  enters?: { id: string; email: string; isStrong: boolean };
};

const Held = z.object({ nonce: z.string(), verifier: z.string(), returnTo: z.string() });

function requireProvider({ env }: Pick<Portal, 'env'>): Provider {
  const provider = providerOf(env);
  if (provider) return provider;
  throw new Problem('not-found', 'Cổng chưa đặt hệ thống đăng nhập một lần.');
}

/** What stands on the button; null where no provider is set. */
export const signOnLabel = ({ env }: Pick<Portal, 'env'>): string | null =>
  providerOf(env) ? env.OIDC_LABEL : null;

export async function viewOwnSignOn(portal: Portal, userId: string) {
  const label = signOnLabel(portal);
  return label === null ? null : { label, isLinked: await hasIdentity(portal.db, userId) };
}

/** Where to send the browser; null where the provider does not answer. */
export async function beginSignOn(
  portal: Portal,
  who: { bearer: Bearer; returnTo: string; userId?: string },
): Promise<{ url: string | null }> {
  const provider = requireProvider(portal);
  const attempt = await newAttempt();
  const kind = who.userId === undefined ? ('sign-on' as const) : ('sign-on-link' as const);
  const holds = JSON.stringify({ ...attempt, returnTo: who.returnTo } satisfies z.infer<typeof Held>);
  try {
    const state = await newChallenge(portal, { kind, bearer: who.bearer, userId: who.userId, holds });
    return { url: await authorizationAddress(provider, attempt, state) };
  } catch (error) {
    if (!isAway(error)) throw error;
    log.warn({ from: 'sign-on' }, 'the provider does not answer');
    return { url: null };
  }
}

/** Takes what the provider has sent the browser back with. */
export async function endSignOn(
  portal: Portal,
  query: string,
  { browser, present, address }: { browser: string; present: At | undefined; address: string },
): Promise<Ended> {
  const provider = requireProvider(portal);
  const state = new URLSearchParams(query).get('state') ?? '';
  const asked = { challenge: state };
  const session = present && { session: present.session };
  const toLink =
    session && (await takeChallenge(portal, { ...asked, kind: 'sign-on-link', bearer: session }));
  const question =
    toLink ?? (await takeChallenge(portal, { ...asked, kind: 'sign-on', bearer: { browser } }));
  const isLink = question ? toLink !== undefined : present !== undefined;
  const fail = async (outcome: SignOnOutcome, code: string, subjectId?: string): Promise<Ended> => {
    const actorId = isLink ? present?.viewer.id : undefined;
    await noteSecurity(portal, { kind: 'sign-on-failed', actorId, subjectId, address, detail: { code } });
    return { outcome, returnTo: '', isLink };
  };
  if (!question) return await fail('refused', 'state');
  const { returnTo, ...attempt } = Held.parse(JSON.parse(question.holds));
  let claims: Claims | 'denied';
  try {
    claims = await redeem(provider, attempt, { query, state });
  } catch (error) {
    // Its words may hold what the token says of a person: the name of the fault alone is kept.
    log.warn({ from: 'sign-on', name: error instanceof Error ? error.name : 'unknown' }, 'a sign-on failed');
    return isAway(error) ? await fail('away', 'away') : await fail('refused', 'token');
  }
  if (claims === 'denied') return await fail('denied', 'denied');
  const subject = keyedHash(portal.keys, 'sign-on-subject', JSON.stringify([provider.issuer, claims.sub]));
  if (isLink && present) {
    const outcome = await link(portal, present, claims, subject);
    return outcome === 'linked' ? { outcome, returnTo, isLink } : await fail(outcome, outcome);
  }
  const found = await findIdentity(portal.db, subject);
  if (!found) return await fail('unknown', 'unknown');
  if (!(await isGood(portal.db, found.userId, localDate(portal.now()))))
    return await fail('refused', 'account', found.userId);
  await noteIdentityUse(portal.db, subject, portal.now());
  const { userId: id, email } = found;
  const isStrong = hasSecondFactor(claims, portal.env.OIDC_SECOND_FACTOR);
  return { outcome: 'in', returnTo, isLink, enters: { id, email, isStrong } };
}

/** Whether the provider says, in a way that the office counts, that a second factor was asked there. */
function hasSecondFactor({ acr, amr }: Claims, counted: readonly string[]): boolean {
  const said = [acr, ...(Array.isArray(amr) ? amr : [])];
  return said.some((one) => typeof one === 'string' && counted.includes(one));
}

async function link(
  portal: Portal,
  { viewer, address }: At,
  claims: Claims,
  subject: Buffer,
): Promise<'linked' | 'taken' | 'mismatch'> {
  const { OIDC_EMAIL_CLAIM: claim } = portal.env;
  const said = claim === undefined ? undefined : claims[claim];
  const isVerified = claim !== 'email' || claims['email_verified'] === true;
  const isTheirs = typeof said === 'string' && said.toLowerCase() === viewer.email && isVerified;
  if (claim !== undefined && !isTheirs) return 'mismatch';
  return await portal.db.transaction().execute(async (trx) => {
    await lockAccount(trx, viewer.id);
    if (!(await saveIdentity(trx, { subject, userId: viewer.id, linkedAt: portal.now() }))) return 'taken';
    await recordSecurity(portal, { kind: 'sign-on-linked', actorId: viewer.id, address }, trx);
    return 'linked';
  });
}

export async function unlinkSignOn(portal: Portal, { viewer, address }: At): Promise<void> {
  await portal.db.transaction().execute(async (trx) => {
    if (!(await deleteIdentity(trx, viewer.id)))
      throw new Problem('wrong-status', 'Tài khoản này chưa liên kết.');
    await recordSecurity(portal, { kind: 'sign-on-unlinked', actorId: viewer.id, address }, trx);
  });
}

/** Where the browser also leaves the provider; null where that offers nothing, or does not answer. */
export async function leaveSignOn(portal: Portal): Promise<{ url: string | null }> {
  const provider = providerOf(portal.env);
  if (!provider) return { url: null };
  const back = `${portal.env.PUBLIC_ORIGIN}/can-bo/dang-nhap`;
  const url = await leavingAddress(provider, back).catch((error: unknown) => {
    if (isAway(error)) return undefined;
    throw error;
  });
  return { url: url ?? null };
}
