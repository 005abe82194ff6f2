// How letters to senders are named: the same step always has the same name, which tells nothing of the case.
import { keyedHash, type Keys } from '../../../crypto/keys.ts';

/** The part before the @ of the Message-ID of the letter about a step. */
export const noticeToken = (keys: Keys, { caseId, seq }: { caseId: string; seq: number }): string =>
  keyedHash(keys, 'message-id', `${caseId}/${seq}`).toString('base64url');

/** How the names of all letters begin that were asked for about a case, up to their point. */
export const askedToken = (keys: Keys, caseId: string): string =>
  keyedHash(keys, 'message-id', `asked/${caseId}`).toString('base64url');

/** The part before the @ of the Message-ID of one letter that was asked for. */
export const askedLetterToken = (keys: Keys, caseId: string, letterId: string): string =>
  `${askedToken(keys, caseId)}.${keyedHash(keys, 'message-id', `letter/${letterId}`).toString('base64url')}`;
