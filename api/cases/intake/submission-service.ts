// A citizen submits a case.
import { attachUploads, claimUploads } from '../../attachments/attach-service.ts';
import { currentCalendar } from '../../calendar/current-service.ts';
import { isUniqueViolation } from '../../db/open.ts';
import { unseal } from '../../crypto/keys.ts';
import { Problem } from '../../problems/problem.ts';
import { enqueueCaseNotice } from '../../notify/enqueue-service.ts';
import type { Portal } from '../../portal/portal.ts';
import { shownNotice } from '../../privacy/shown.ts';
import { whyNotChosen } from '../../procedures/choosing.ts';
import { dueOf } from '../dates/due.ts';
import { idempotencyHashOf, enterCase, requestHashOf, type Arrival, type Receipt } from './entry-service.ts';
import { findReceipt } from './submission-repository.ts';
import type { SubmitCase } from './intake-schema.ts';
import { sealedFiles } from '../seals/seal.ts';
import { judgeCase } from './signal-service.ts';
import { isSameHash } from '../tools/secret.ts';

/**
 * Takes a case into the register, exactly once per idempotency key: a repeated request gets the same receipt.
 * The secret is sealed under the key, so that only who sent the request can have it told again.
 */
export async function submitCase(portal: Portal, idempotencyKey: string, said: SubmitCase): Promise<Receipt> {
  const sender = { source: 'web', actor: { role: 'CD', id: null }, idempotencyKey } as const;
  const { attachments = [] } = said;
  try {
    requireProcedure(portal, said.procedure);
    const arrival = { ...sender, language: said.language, privacyNotice: noticeOf(portal, said) };
    // One statement is enough where nothing hangs on the case: no second round trip before the receipt.
    if (!said.consentsToNotices && attachments.length === 0)
      return withoutId(await enterCase(portal.db, portal, said, arrival));
    return await portal.db.transaction().execute(async (trx) => {
      const uploads = await claimUploads(trx, portal, attachments);
      const sealed = sealedFiles(uploads);
      const receipt = await enterCase(trx, portal, said, { ...arrival, sealed });
      await attachUploads(trx, uploads, receipt.id, portal.now());
      if (uploads.length > 0) await judgeCase(trx, portal, receipt.id);
      await enqueueCaseNotice(trx, portal, { caseId: receipt.id, seq: 1, step: 'submit' });
      return withoutId(receipt);
    });
  } catch (error) {
    // The key was used before, or by a twin at this very moment: tell the receipt that it produced, also where what was
    // taken then would be refused now.
    const mayBeRepeat = isUniqueViolation(error) || error instanceof Problem;
    const earlier = mayBeRepeat ? await replayReceipt(portal, sender, said) : undefined;
    if (earlier) return earlier;
    throw error;
  }
}

function noticeOf({ content }: Portal, said: SubmitCase) {
  const notice = shownNotice(content.privacy, said.privacyNotice);
  if (notice) return notice;
  throw new Problem('invalid', undefined, [
    {
      pointer: '/readPrivacyNotice',
      detail: 'Thông báo về dữ liệu cá nhân đã có bản mới. Xin đọc lại rồi đánh dấu vào ô này.',
    },
  ]);
}

const withoutId = ({ id, ...receipt }: Receipt & { id: string }): Receipt => receipt;

/** The receipt that a user's idempotency key has already produced; a Problem when it was for another content. */
export async function replayReceipt(
  portal: Portal,
  { idempotencyKey, actor }: Pick<Arrival, 'idempotencyKey' | 'actor'>,
  request: unknown,
): Promise<Receipt | undefined> {
  const row = await findReceipt(portal.db, idempotencyHashOf(portal, idempotencyKey, actor));
  if (!row) return undefined;
  const secret = unseal(portal.keys, 'receipt', row.sealedReceipt, idempotencyKey);
  if (!isSameHash(row.requestHash, requestHashOf(portal, request)))
    throw new Problem(
      'key-reused',
      'Phiếu này đã được gửi với nội dung khác. Muốn gửi phản ánh mới, hãy mở một phiếu mới.',
    );
  if (!secret) throw new Problem('key-reused', 'Phiếu này đã được gửi, và mã tra cứu sau đó đã được đổi.');
  const due = dueOf(currentCalendar(portal), row.dueBasis);
  return {
    number: row.number,
    secret,
    receivedAt: row.receivedAt.toISOString(),
    due: { ...due, on: row.dueOn },
  };
}

/** Throws `invalid` at its field for a procedure that nobody knows, or that another has replaced. */
export function requireProcedure({ content }: Pick<Portal, 'content'>, slug: string | undefined): void {
  const detail = slug === undefined ? undefined : whyNotChosen(content.procedures, slug);
  if (detail !== undefined) throw new Problem('invalid', undefined, [{ pointer: '/procedure', detail }]);
}
