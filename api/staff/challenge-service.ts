// One-use questions: asked of one browser or one session, answered there, in time, once. They lie in the database, so that
// any process takes the answer.
import { randomBytes } from 'node:crypto';
import { keyedHash, seal, unseal, type Keys } from '../crypto/keys.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { challengeSeconds, type ChallengeKind } from './challenge.ts';
import { hasChallengeRow, insertChallenge, takeChallengeRow } from './challenge-repository.ts';

type Till = Pick<Portal, 'db' | 'keys' | 'now'>;
/** Who must bring the answer: a browser by the secret of its cookie, or a session by its id. */
export type Bearer = { browser: string } | { session: string };
type Question = { kind: ChallengeKind; bearer: Bearer; challenge: string };

const keyOf = (keys: Keys, challenge: string) => keyedHash(keys, 'staff-challenge', challenge);
const boundTo = (keys: Keys, bearer: Bearer) =>
  'browser' in bearer
    ? keyedHash(keys, 'staff-challenge-browser', bearer.browser)
    : keyedHash(keys, 'staff-challenge-session', bearer.session);
const rowOf = (keys: Keys, { kind, bearer, challenge }: Question) => ({
  key: keyOf(keys, challenge),
  kind,
  bound: boundTo(keys, bearer),
});

/** Asks: 32 random bytes in base64url that must come back. `holds` comes out again with the answer, and lies sealed. */
export async function newChallenge(
  { db, keys, now }: Till,
  asked: { kind: ChallengeKind; bearer: Bearer; userId?: string | undefined; holds?: string },
): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await insertChallenge(db, {
    ...rowOf(keys, { ...asked, challenge }),
    userId: asked.userId ?? null,
    sealed: seal(keys, 'staff-challenge', asked.holds ?? '', challenge),
    until: new Date(now().getTime() + challengeSeconds[asked.kind] * 1_000),
  });
  return challenge;
}

/** Takes the answer's question, once; undefined when there is none of this kind, for this bearer, at this time. */
export async function takeChallenge(
  { db, keys, now }: Till,
  question: Question,
  trx?: Transaction,
): Promise<{ userId: string | null; holds: string } | undefined> {
  const on: Db | Transaction = trx ?? db;
  const row = await takeChallengeRow(on, rowOf(keys, question), now());
  const holds = row && unseal(keys, 'staff-challenge', row.sealed, question.challenge);
  return row && holds !== undefined ? { userId: row.userId, holds } : undefined;
}

/** Whether such a question waits. */
export const waitsFor = ({ db, keys, now }: Till, question: Question): Promise<boolean> =>
  hasChallengeRow(db, rowOf(keys, question), now());
