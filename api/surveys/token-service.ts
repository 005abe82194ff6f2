// What entitles to one answer: a dossier's receipt number, one scan of a poster, or a closed case of one's own.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CaseKey } from '../cases/case-key.ts';
import { states } from '../cases/lifecycle.ts';
import { findProvenCase } from '../cases/sender/lookup-service.ts';
import { keyedHash, seal, unseal } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Token } from './answer-schema.ts';
import type { Channel } from './round.ts';

const sessionMinutes = 60;

/** `poster` names a procedure and a counter of a round; null where the poster is for all of them. */
export type Poster = { round: string; procedure: string | null; counter: string | null };

/** The key that stands in a poster's address: only this portal makes posters. 16 bytes, base64url. */
export function posterKey({ keys }: Pick<Portal, 'keys'>, { round, procedure, counter }: Poster): string {
  const text = JSON.stringify([round, procedure, counter]);
  return keyedHash(keys, 'survey-poster', text).subarray(0, 16).toString('base64url');
}

const Session = z.strictObject({ round: z.string(), nonce: z.string(), until: z.number() });

/** A session of one scan: sealed, for an hour. Throws `not-found` for a poster that is not of this portal. */
export function openSession(portal: Pick<Portal, 'keys' | 'now'>, poster: Poster, key: string): string {
  const [given, made] = [Buffer.from(key), Buffer.from(posterKey(portal, poster))];
  if (given.length !== made.length || !timingSafeEqual(given, made))
    throw new Problem('not-found', 'Mã QR này không phải của cổng, hoặc đã bị chép sai. Hãy quét lại.');
  const nonce = randomBytes(16).toString('base64url');
  const until = portal.now().getTime() + sessionMinutes * 60_000;
  return seal(portal.keys, 'survey-session', JSON.stringify({ round: poster.round, nonce, until }));
}

const refused = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

/** By what channel a token answers a round, and its keyed hash; whose dossier or case it is goes nowhere else. */
export async function readToken(
  portal: Portal,
  roundId: string,
  token: Token,
): Promise<{ channel: Exclude<Channel, 'paper'>; hash: Buffer }> {
  const hash = (text: string) => keyedHash(portal.keys, 'survey-token', `${roundId}\n${token.kind}\n${text}`);
  if (token.kind === 'session')
    return { channel: 'qr', hash: hash(readSession(portal, roundId, token.session)) };
  if (token.kind === 'receipt') return { channel: 'web', hash: hash(token.number) };
  return { channel: 'web', hash: hash(await closedCase(portal, token)) };
}

function readSession({ keys, now }: Pick<Portal, 'keys' | 'now'>, roundId: string, sealed: string): string {
  const opened = unseal(keys, 'survey-session', sealed);
  const session = opened === undefined ? undefined : Session.parse(JSON.parse(opened));
  if (session?.round !== roundId || session.until < now().getTime())
    throw refused(
      '/session',
      'Lượt quét mã QR đã quá một giờ hoặc không đúng đợt. Hãy quét lại, hoặc dùng mã hồ sơ.',
    );
  return session.nonce;
}

async function closedCase(portal: Portal, token: Extract<Token, { kind: 'case' }>): Promise<string> {
  const { number, status } = await findProvenCase(
    portal,
    CaseKey.parse({ number: token.number, secret: token.secret }),
  );
  if (states[status].clock !== 'stopped')
    throw refused('/number', 'Hồ sơ phản ánh, kiến nghị này chưa kết thúc. Hãy trả lời sau khi có kết quả.');
  return number;
}
