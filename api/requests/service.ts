// What a citizen does: asks for something, and sees what became of it.
import { createHash } from 'node:crypto';
import { isSameHash, newSecret, readSecret } from '../cases/tools/secret.ts';
import { findProvenCase } from '../cases/sender/lookup-service.ts';
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import type { DeadlineCode } from '../deadlines/schema.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { isUniqueViolation } from '../db/open.ts';
import { keyedHash, seal, unseal, type Keys } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { shownNotice } from '../privacy/shown.ts';
import { dueDays } from './due.ts';
import { kindOf } from './kinds.ts';
import { enqueueRequestLetter } from './letter-service.ts';
import {
  findRequest,
  findRequestReceipt,
  insertRequest,
  insertRequestEvent,
  listRequestEvents,
  nextSerial,
  type FoundRequest,
} from './repository.ts';
import type { MakeRequest, OwnRequest, RequestKey, RequestReceipt } from './schema.ts';

const secretHashOf = (keys: Keys, secret: string) => keyedHash(keys, 'request-secret', secret);
const digest = (keys: Keys, said: unknown) =>
  keyedHash(keys, 'request', createHash('sha256').update(JSON.stringify(said)).digest('hex'));

/** The two days of a request over the calendar in force. */
export const daysOf = (portal: Portal, row: FoundRequest | Parameters<typeof termsOf>[0]) =>
  dueDays(currentCalendar(portal), termsOf(row));

const termsOf = (
  row: Pick<FoundRequest, 'receivedAt' | 'acknowledgeDays' | 'termDays' | 'moreDays' | 'extended'>,
) => ({
  ...row,
  receivedOn: localDate(row.receivedAt),
});

/**
 * Takes a request into its book, once per idempotency key: sent again it gets the same receipt. Number and code of
 * a case prove who asks; where they do not fit, the refusal is the same whether there is such a case or not.
 */
export async function makeRequest(portal: Portal, key: string, said: MakeRequest): Promise<RequestReceipt> {
  const { keys } = portal;
  const idempotencyHash = keyedHash(keys, 'request-idempotency', key);
  const earlier = await replayed(portal, idempotencyHash, key, said);
  if (earlier) return earlier;
  const privacyNotice = shownNotice(portal.content.privacy, said.privacyNotice);
  if (!privacyNotice)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/readPrivacyNotice',
        detail: 'Thông báo về dữ liệu cá nhân đã có bản mới. Xin đọc lại rồi đánh dấu vào ô này.',
      },
    ]);
  const caseId = await provenCase(portal, said);
  const receivedAt = portal.now();
  const year = Number(localDate(receivedAt).slice(0, 4));
  const { group, term, more } = kindOf(said.kind);
  const days = async (code: DeadlineCode | null) =>
    code === null ? null : (await deadlineInForce(portal, code)).amount;
  const terms = {
    receivedAt,
    acknowledgeDays: await days(group === 'data' ? 'data-acknowledge' : null),
    termDays: (await days(term)) ?? 0,
    moreDays: await days(more),
  };
  const secret = newSecret();
  const { acknowledgeOn, dueOn } = daysOf(portal, { ...terms, extended: false });
  const { name = null, phone = null, email = null, address = null, caseNumber = null } = said;
  try {
    const number = await portal.db.transaction().execute(async (trx) => {
      const serial = await nextSerial(trx, year);
      const written = `YC-${year}-${String(serial).padStart(6, '0')}`;
      const id = await insertRequest(
        trx,
        {
          ...terms,
          year,
          serial,
          number: written,
          kind: said.kind,
          status: 'received',
          identity: caseId ? 'by-code' : 'unchecked',
          caseId,
          privacyNotice,
          secretHash: secretHashOf(keys, secret),
          idempotencyHash,
          requestHash: digest(keys, said),
          sealedReceipt: seal(keys, 'request-receipt', secret, key),
        },
        { name, phone, email, address, caseNumber },
      );
      const actor = { role: 'CD', id: null };
      const event = { requestId: id, step: 'submit', actor, at: receivedAt, dueOn, text: said.text } as const;
      const seq = await insertRequestEvent(trx, event);
      if (email) await enqueueRequestLetter(trx, portal, { requestId: id, seq });
      return written;
    });
    return { number, secret, receivedAt: receivedAt.toISOString(), acknowledgeOn, dueOn };
  } catch (error) {
    // Its twin was written at this very moment.
    const twin = isUniqueViolation(error) ? await replayed(portal, idempotencyHash, key, said) : undefined;
    if (twin) return twin;
    throw error;
  }
}

async function replayed(
  portal: Portal,
  idempotencyHash: Buffer,
  key: string,
  said: MakeRequest,
): Promise<RequestReceipt | undefined> {
  const row = await findRequestReceipt(portal.db, idempotencyHash);
  if (!row) return undefined;
  const secret = unseal(portal.keys, 'request-receipt', row.sealedReceipt, key);
  if (!secret || !isSameHash(row.requestHash, digest(portal.keys, said)))
    throw new Problem('key-reused', 'Phiếu này đã được gửi với nội dung khác. Hãy mở một phiếu mới.');
  return { number: row.number, secret, receivedAt: row.receivedAt.toISOString(), ...daysOf(portal, row) };
}

async function provenCase(portal: Portal, { caseNumber, caseSecret }: MakeRequest): Promise<string | null> {
  if (!caseNumber || !caseSecret) return null;
  try {
    return (await findProvenCase(portal, { number: caseNumber, secret: caseSecret })).id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem('invalid', undefined, [
      {
        pointer: '/caseSecret',
        detail:
          'Mã hồ sơ và mã tra cứu không khớp. Hãy xem lại từng ký tự, hoặc để trống mã tra cứu: cán bộ sẽ đối chiếu cách khác.',
      },
    ]);
  }
}

/** What requesters may read of the words: their own, and those of the office that were written to them. */
const told: ReadonlySet<string> = new Set(['submit', 'extend', 'answer', 'refuse']);
const hidden: ReadonlySet<string> = new Set(['note', 'identify']);

/** A request as its number and code open it; an unknown number and a wrong code are the same `not-found`. */
export async function lookUpRequest(portal: Portal, { number, secret }: RequestKey): Promise<OwnRequest> {
  const spelled = readSecret(secret);
  if (!spelled)
    throw new Problem('invalid', undefined, [
      {
        pointer: '/secret',
        detail: 'Mã tra cứu có 20 ký tự và chưa khớp ký tự kiểm tra. Hãy xem lại, có thể gõ nhầm một ký tự.',
      },
    ]);
  const row = await findRequest(portal.db, number);
  const expected = row?.secretHash ?? Buffer.alloc(32);
  if (!isSameHash(expected, secretHashOf(portal.keys, spelled)) || !row)
    throw new Problem(
      'not-found',
      'Không có yêu cầu nào khớp với số và mã tra cứu này. Hãy xem lại từng ký tự.',
    );
  const events = await listRequestEvents(portal.db, row.id);
  return {
    number: row.number,
    kind: row.kind,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    ...daysOf(portal, row),
    letter: { number: row.letterNumber, on: row.letterOn },
    events: events
      .filter(({ step }) => !hidden.has(step))
      .map(({ step, at, text }) => ({ step, at: at.toISOString(), text: told.has(step) ? text : null })),
  };
}
