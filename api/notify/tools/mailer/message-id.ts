// How letters to senders are named: the same step always has the same name, which tells nothing of the case.
import { keyedHash, type Keys } from '../../../crypto/keys.ts';

/** The part before the @ of the Message-ID of the letter about a step. */
export const noticeToken = (keys: Keys, { caseId, seq }: { caseId: string; seq: number }): string =>
  keyedHash(keys, 'message-id', `${caseId}/${seq}`).toString('base64url');
