// Passkeys of officers: asked for, judged, added and taken away. Whatever is wrong with one is said in one sentence.
import { isUniqueViolation } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { lockAccount } from './account-repository.ts';
import { challengeSeconds, type ChallengeKind } from './challenge.ts';
import { newChallenge, takeChallenge, waitsFor, type Bearer } from './challenge-service.ts';
import { partyOf } from './passkey-party.ts';
import {
  countPasskeys,
  deletePasskey,
  findPasskey,
  hasAuthenticatorApp,
  insertPasskey,
  listPasskeys,
  settleSecondFactor,
  takeSignCount,
} from './passkey-repository.ts';
import {
  mostPasskeys,
  type Assertion,
  type CreationOptions,
  type NewPasskey,
  type RequestOptions,
} from './passkey-schema.ts';
import { deleteSessions, listSessionIds } from './repository.ts';
import type { Viewer } from './roles.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { algorithms, judgeAssertion, judgeAttestation, readClientData } from './tools/webauthn.ts';

type At = { viewer: Viewer; address: string; session: string };

const handleOf = ({ keys }: Pick<Portal, 'keys'>, userId: string): string =>
  keyedHash(keys, 'passkey-user', userId).toString('base64url');

const descriptor = ({ credentialId, transports }: { credentialId: Buffer; transports: string }) => ({
  type: 'public-key' as const,
  id: credentialId.toString('base64url'),
  transports: transports.split(' ').filter(Boolean),
});

function requireParty(origin: string) {
  const party = partyOf(origin);
  if (party) return party;
  throw new Problem(
    'bad-request',
    'Khóa truy cập chỉ dùng được khi cổng có tên miền và https. Hãy đăng nhập bằng mật khẩu.',
  );
}

/** Asks for a passkey: `userId` names whose, where that is known. Of a stranger nothing is looked up. */
export async function askForPasskey(
  portal: Portal,
  origin: string,
  asked: { kind: ChallengeKind; bearer: Bearer; userId?: string | undefined },
): Promise<RequestOptions> {
  const party = requireParty(origin);
  const known = asked.userId === undefined ? [] : await listPasskeys(portal.db, asked.userId);
  return {
    challenge: await newChallenge(portal, { ...asked, holds: origin }),
    timeout: challengeSeconds[asked.kind] * 1_000,
    rpId: party.id,
    allowCredentials: known.map(descriptor),
    userVerification: 'required',
  };
}

export const notTaken = () =>
  new Problem(
    'unauthenticated',
    'Khóa truy cập này không dùng được ở đây, hoặc đã quá thời gian chờ. Hãy thử lại, hoặc dùng mật khẩu.',
  );

/** Whose passkey has answered; throws one sentence whatever is wrong, and writes down what it was. */
export async function passkeyOwner(
  portal: Portal,
  { kinds, bearer, address }: { kinds: readonly ChallengeKind[]; bearer: Bearer; address: string },
  response: Assertion,
  refusal = notTaken,
): Promise<{ id: string; email: string }> {
  const challenge = readClientData(response.response.clientDataJSON)?.challenge ?? '';
  let question: { userId: string | null; holds: string } | undefined;
  for (const kind of kinds) question ??= await takeChallenge(portal, { kind, bearer, challenge });
  const passkey = await findPasskey(portal.db, Buffer.from(response.id, 'base64url'));
  const refuse = async (code: string): Promise<never> => {
    const detail = { code };
    await noteSecurity(portal, { kind: 'passkey-failed', subjectId: passkey?.userId, address, detail });
    throw refusal();
  };
  if (!question) return await refuse('question');
  const party = partyOf(question.holds);
  if (!passkey || !party) return await refuse('unknown');
  const { userHandle } = response.response;
  const isTheirs = userHandle ? userHandle === handleOf(portal, passkey.userId) : question.userId !== null;
  if (!isTheirs || (question.userId !== null && question.userId !== passkey.userId))
    return await refuse('owner');
  const judged = await judgeAssertion(response, { challenge, party }, passkey.publicKey);
  if (!judged) return await refuse('signature');
  // A counter that goes back: the key has been copied, or an answer is played again.
  if (!(await takeSignCount(portal.db, passkey.id, { ...judged, now: portal.now() })))
    return await refuse('counter');
  return { id: passkey.userId, email: passkey.email };
}

/** What is told of the factors of one's own account: no key, no name of a device that the owner has not given. */
export async function viewOwnFactors(portal: Portal, userId: string) {
  const [passkeys, hasCode] = await Promise.all([
    listPasskeys(portal.db, userId),
    hasAuthenticatorApp(portal.db, userId),
  ]);
  return {
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt, synced }) => ({
      ...{ id, name, synced },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    hasCode,
  };
}

/** Who has just shown again who they are may make a key for some minutes: the ticket goes with their session alone. */
export async function giveTicket(portal: Portal, { viewer, session }: At): Promise<{ ticket: string }> {
  await requireRoom(portal, viewer.id);
  const asked = { kind: 'passkey-ticket', bearer: { session }, userId: viewer.id } as const;
  return { ticket: await newChallenge(portal, asked) };
}

async function requireRoom({ db }: Pick<Portal, 'db'>, userId: string): Promise<void> {
  if ((await countPasskeys(db, userId)) >= mostPasskeys)
    throw new Problem('wrong-status', `Mỗi tài khoản có nhiều nhất ${mostPasskeys} khóa. Hãy gỡ bớt trước.`);
}

const noTicket = () =>
  new Problem('wrong-status', 'Đã quá thời gian chờ. Hãy xác nhận lại mật khẩu rồi tạo khóa.');

/** Asks the browser for a new key. */
export async function askForNewPasskey(
  portal: Portal,
  origin: string,
  { viewer, session }: At,
  ticket: string,
): Promise<CreationOptions> {
  const party = requireParty(origin);
  const bearer = { session };
  if (!(await waitsFor(portal, { kind: 'passkey-ticket', bearer, challenge: ticket }))) throw noTicket();
  const known = await listPasskeys(portal.db, viewer.id);
  const asked = { kind: 'passkey-new', bearer, userId: viewer.id, holds: origin } as const;
  return {
    challenge: await newChallenge(portal, asked),
    timeout: challengeSeconds['passkey-new'] * 1_000,
    rp: { id: party.id, name: portal.content.department.shortName },
    user: { id: handleOf(portal, viewer.id), name: viewer.email, displayName: viewer.name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: known.map(descriptor),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  };
}

/** Keeps a new key. With the first second factor of an account, whoever is in by the password alone is out. */
export async function addPasskey(
  portal: Portal,
  { viewer, address, session }: At,
  { ticket, name, response }: NewPasskey,
): Promise<void> {
  const bearer = { session };
  const challenge = readClientData(response.response.clientDataJSON)?.challenge ?? '';
  const question = await takeChallenge(portal, { kind: 'passkey-new', bearer, challenge });
  const party = question && partyOf(question.holds);
  const judged = party && (await judgeAttestation(response, { challenge, party }));
  if (!judged)
    throw new Problem('invalid', undefined, [
      { pointer: '/name', detail: 'Trình duyệt trả lời không đúng hoặc quá chậm. Hãy bấm tạo khóa lần nữa.' },
    ]);
  const now = portal.now();
  await portal.db
    .transaction()
    .execute(async (trx) => {
      const account = await lockAccount(trx, viewer.id);
      if (
        !account ||
        !(await takeChallenge(portal, { kind: 'passkey-ticket', bearer, challenge: ticket }, trx))
      )
        throw noTicket();
      await requireRoom({ db: trx }, viewer.id);
      await insertPasskey(trx, { ...judged, userId: viewer.id, name, createdAt: now });
      await settleSecondFactor(trx, viewer.id, now);
      if (!account.twoFactorEnabled)
        await deleteSessions(
          trx,
          (await listSessionIds(trx, viewer.id)).filter((one) => one !== session),
        );
      await recordSecurity(portal, { kind: 'passkey-added', actorId: viewer.id, address }, trx);
    })
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem('invalid', undefined, [
        { pointer: '/name', detail: 'Khóa này đã có trong tài khoản.' },
      ]);
    });
}

/** Takes a key away, and ends the other sessions: one of them may have been opened by it. */
export async function removePasskey(
  portal: Portal,
  { viewer, address, session }: At,
  id: string,
): Promise<void> {
  const now = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    await lockAccount(trx, viewer.id);
    if (!(await deletePasskey(trx, viewer.id, id)))
      throw new Problem('not-found', 'Khóa này không còn trong tài khoản.');
    const happening = { actorId: viewer.id, address };
    await recordSecurity(portal, { ...happening, kind: 'passkey-removed' }, trx);
    if (!(await settleSecondFactor(trx, viewer.id, now)))
      await recordSecurity(portal, { ...happening, kind: 'second-factor-off' }, trx);
    await deleteSessions(
      trx,
      (await listSessionIds(trx, viewer.id)).filter((one) => one !== session),
    );
  });
}

/** Writes down whether an account still has a second factor after one was taken away; says it. */
export const settleFactors = ({ db, now }: Pick<Portal, 'db' | 'now'>, userId: string): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    await lockAccount(trx, userId);
    return await settleSecondFactor(trx, userId, now());
  });
