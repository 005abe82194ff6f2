// Uploads become part of a case, in the transaction that writes the case or its step.
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { giveToCase, lockPending } from './repository.ts';
import { maxTogetherBytes } from './most.ts';
import { tokenHash, waitingAt } from './upload-service.ts';

/** An upload that this transaction holds, with what an event seals of it. */
export type ClaimedUpload = Awaited<ReturnType<typeof lockPending>>[number];

const refuse = (detail: string) => new Problem('invalid', undefined, [{ pointer: '/attachments', detail }]);

/**
 * Locks the uploads behind the tokens, in their order. Throws `invalid` at /attachments when one is unknown, older than
 * 24 hours or attached already, or when all together are over 25 MB (as sent). Take it before the case's own locks.
 */
export async function claimUploads(
  trx: Transaction,
  { keys, now }: Pick<Portal, 'keys' | 'now'>,
  tokens: string[],
): Promise<ClaimedUpload[]> {
  if (tokens.length === 0) return [];
  const hashes = tokens.map((token) => tokenHash(keys, token));
  const rows = await lockPending(trx, hashes, waitingAt(now()));
  const claimed = hashes.flatMap((hash) => rows.filter((row) => row.tokenHash.equals(hash)));
  if (claimed.length < tokens.length)
    throw refuse(
      'Có tệp đính kèm không còn trên máy chủ (quá 24 giờ, đã bỏ hoặc đã gửi cùng hồ sơ khác). Hãy chọn lại tệp.',
    );
  if (claimed.reduce((sum, { sentBytes }) => sum + sentBytes, 0) > maxTogetherBytes)
    throw refuse(
      `Các tệp đính kèm cộng lại quá ${maxTogetherBytes / 1024 / 1024} MB. Hãy bỏ bớt hoặc giảm cỡ tệp.`,
    );
  return claimed;
}

/** Gives claimed uploads to a case whose row this transaction has written or locked. */
export async function attachUploads(
  trx: Transaction,
  uploads: ClaimedUpload[],
  caseId: string,
  at: Date,
): Promise<void> {
  if (uploads.length === 0) return;
  await giveToCase(
    trx,
    uploads.map(({ id }) => id),
    caseId,
    at,
  );
}
