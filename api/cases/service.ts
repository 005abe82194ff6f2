// What a citizen does with a case: submit it, look it up, rate the answer. One function, one transaction.
import { createHash } from 'node:crypto';
import { currentCalendar } from '../calendar/current.ts';
import { localDate } from '../calendar/dates.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { keyedHash, seal, unseal } from '../http/keys.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import { dueOf, type Due } from './due.ts';
import { canonicalJson, commitment, lockCase, newSalt } from './event-repository.ts';
import { isAllowed } from './lifecycle.ts';
import { recordStep } from './record.ts';
import { insertRating } from './rating-repository.ts';
import { findCaseForSender, findReceipt, insertCase } from './repository.ts';
import { privacyNoticeVersion, type CaseKey, type RateCase, type SubmitCase } from './schema.ts';
import { isSameHash, newSecret, readSecret, secretHash } from './secret.ts';
import { publicTimeline } from './timeline.ts';

export type Receipt = { number: string; secret: string; receivedAt: string; due: Due };

/**
 * Takes a case into the register, exactly once per idempotency key: a repeated request gets the same receipt.
 * The secret is sealed under the key, so that only who sent the request can have it told again.
 */
export async function submitCase(portal: Portal, idempotencyKey: string, said: SubmitCase): Promise<Receipt> {
  const { db, keys } = portal;
  requireKnownProcedure(portal, said.procedure);
  const idempotencyHash = keyedHash(keys, 'idempotency', idempotencyKey);
  const requestHash = keyedHash(
    keys,
    'request',
    createHash('sha256').update(JSON.stringify(said)).digest('hex'),
  );

  const receivedAt = portal.now();
  const receivedOn = localDate(receivedAt);
  const calendar = currentCalendar(portal);
  const [handle, triage, transfer] = await Promise.all([
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'triage'),
    deadlineInForce(portal, 'transfer'),
  ]);
  const dueBasis = { rule: handle.code, from: receivedOn, workingDays: handle.amount };
  const due = dueOf(calendar, dueBasis);
  const secret = newSecret();
  const salt = newSalt();
  try {
    const written = await insertCase(
      db,
      {
        register: portal.content.department.registerCode,
        year: Number(receivedOn.slice(0, 4)),
        receivedAt,
        receivedOn,
        dueOn: due.on,
        dueBasis,
        stageDueOn: addWorkingDays(calendar, receivedOn, triage.amount).on,
        transferDueOn: addWorkingDays(calendar, receivedOn, transfer.amount).on,
        salt,
        commitment: commitment(salt, canonicalJson(said)),
        privacyNotice: privacyNoticeVersion,
        secretHash: secretHash(keys, secret),
        idempotencyHash,
        requestHash,
        sealedReceipt: seal(keys, 'receipt', secret, idempotencyKey),
      },
      said,
    );
    return { number: written.number, secret, receivedAt: written.receivedAt.toISOString(), due };
  } catch (error) {
    // The key was used before, or by a twin at this very moment: tell the receipt that it produced.
    const earlier = isUniqueViolation(error)
      ? await replayReceipt(portal, idempotencyKey, idempotencyHash, requestHash)
      : undefined;
    if (earlier) return earlier;
    throw error;
  }
}

async function replayReceipt(
  portal: Portal,
  idempotencyKey: string,
  idempotencyHash: Buffer,
  requestHash: Buffer,
): Promise<Receipt | undefined> {
  const row = await findReceipt(portal.db, idempotencyHash);
  if (!row) return undefined;
  const secret = unseal(portal.keys, 'receipt', row.sealedReceipt, idempotencyKey);
  if (!isSameHash(row.requestHash, requestHash) || !secret)
    throw new Problem(
      'key-reused',
      'Phiếu này đã được gửi với nội dung khác. Muốn gửi phản ánh mới, hãy mở một phiếu mới.',
    );
  const due = dueOf(currentCalendar(portal), row.dueBasis);
  return {
    number: row.number,
    secret,
    receivedAt: row.receivedAt.toISOString(),
    due: { ...due, on: row.dueOn },
  };
}

function requireKnownProcedure(portal: Portal, slug: string | undefined): void {
  if (slug === undefined || portal.content.procedures.has(slug)) return;
  throw new Problem('invalid', undefined, [
    { pointer: '/procedure', detail: 'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.' },
  ]);
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

const unknownCase = () =>
  new Problem(
    'not-found',
    'Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này. Hãy xem lại từng ký tự trên giấy biên nhận.',
  );

async function findProvenCase(portal: Portal, { number, secret }: CaseKey) {
  const spelled = readSecret(secret);
  if (!spelled)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/secret',
        detail: 'Mã tra cứu có 20 ký tự và chưa khớp ký tự kiểm tra. Hãy xem lại, có thể gõ nhầm một ký tự.',
      },
    ]);
  const row = await findCaseForSender(portal.db, number);
  // An unknown number costs the same comparison as a wrong secret.
  const expected = row?.secretHash ?? Buffer.alloc(32);
  if (!isSameHash(expected, secretHash(portal.keys, spelled)) || !row) throw unknownCase();
  return row;
}

export type SenderCase = Awaited<ReturnType<typeof lookUpCase>>;

/** A case as its sender sees it; both a wrong number and a wrong secret are `not-found`. */
export async function lookUpCase(portal: Portal, key: CaseKey) {
  const row = await findProvenCase(portal, key);
  const procedure = row.procedureSlug ? portal.content.procedures.get(row.procedureSlug) : undefined;
  const timeline = publicTimeline(
    row.events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
  );
  return {
    number: row.number,
    status: timeline.at(-1)?.status ?? ('received' as const),
    contentCode: row.contentCode,
    procedure: procedure ? { slug: procedure.slug, name: procedure.name } : null,
    receivedAt: row.receivedAt.toISOString(),
    due: { ...dueOf(currentCalendar(portal), row.dueBasis), on: row.dueOn },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    timeline,
    reply: row.reply,
    published: row.publishedAt !== null,
    rating: row.rating,
    mayRate: isAllowed('rate', row.status, 'CD'),
  };
}

/** Rates the answer of one's own case, once. */
export async function rateCase(portal: Portal, { number, secret, ...rating }: RateCase): Promise<void> {
  const { id } = await findProvenCase(portal, { number, secret });
  const now = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    const row = await lockCase(trx, id);
    if (!isAllowed('rate', row.status, 'CD'))
      throw new Problem(
        'wrong-status',
        row.status === 'rated'
          ? 'Hồ sơ này đã được đánh giá.'
          : 'Có thể đánh giá sau khi cơ quan công khai hoặc kết thúc hồ sơ.',
      );
    await insertRating(trx, {
      caseId: id,
      ratedAt: now,
      score: rating.score,
      reason: rating.reason ?? null,
      comment: rating.comment ?? null,
    });
    await recordStep(trx, portal, {
      row,
      step: 'rate',
      to: 'rated',
      actor: { role: 'CD', id: null },
      at: now,
    });
  });
}
