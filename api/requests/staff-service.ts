// What the chief of office and the leaders do with requests: read, acknowledge, check who asks, extend, answer, refuse.
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import { lockCase } from '../cases/event-repository.ts';
import { recordStep } from '../cases/steps/record-service.ts';
import { newSecret, secretHash } from '../cases/tools/secret.ts';
import type { Transaction } from '../db/open.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { actorOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { daysLeft } from './due.ts';
import { enqueueRequestLetter, forgetRequestLetters } from './letter-service.ts';
import { isOpen, stepOf, stepRefusal, stepsNow } from './lifecycle.ts';
import {
  eraseRequestRows,
  findCaseFor,
  findCaseNumber,
  findPerson,
  findRequest,
  insertRequestEvent,
  listClosedRequestsBefore,
  listOpenRequests,
  listRequestEvents,
  listRequests,
  lockRequest,
  updateRequest,
  type FoundRequest,
} from './repository.ts';
import type { RequestRow, StaffRequest, TakeRequestStep } from './schema.ts';
import { daysOf } from './service.ts';
import { dayMs } from '../dates/lengths.ts';

const mostShown = 500;
/** From how many working days before the day a request is named on the first page. */
const soonDays = 2;

function viewOf(portal: Portal, row: FoundRequest): RequestRow {
  const { acknowledgeOn, dueOn } = daysOf(portal, row);
  const today = localDate(portal.now());
  const isTold = row.status !== 'received';
  return {
    number: row.number,
    kind: row.kind,
    status: row.status,
    receivedAt: row.receivedAt.toISOString(),
    acknowledgeOn,
    dueOn,
    daysLeft: isOpen(row.status)
      ? daysLeft(currentCalendar(portal), today, { acknowledgeOn, dueOn, isTold })
      : null,
  };
}

const standingOf = ({ kind, status, identity, extended, erasedAt }: FoundRequest) => ({
  kind,
  status,
  identity,
  extended,
  erased: erasedAt !== null,
});

/** Open ones by the day to keep, then the others. */
export async function listForStaff(portal: Portal): Promise<RequestRow[]> {
  const rows = (await listRequests(portal.db, mostShown)).map((row) => viewOf(portal, row));
  return rows.toSorted((one, other) => (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity) || 0);
}

export async function standingForStaff(
  portal: Portal,
): Promise<{ open: number; late: number; soon: number }> {
  const left = (await listOpenRequests(portal.db)).map((row) => viewOf(portal, row).daysLeft ?? 0);
  return {
    open: left.length,
    late: left.filter((days) => days < 0).length,
    soon: left.filter((days) => days >= 0 && days <= soonDays).length,
  };
}

const unknown = () => new Problem('not-found', 'Không có yêu cầu này.');

export async function readRequest(portal: Portal, number: string): Promise<StaffRequest> {
  const row = await findRequest(portal.db, number);
  if (!row) throw unknown();
  const [events, person, caseNumber] = await Promise.all([
    listRequestEvents(portal.db, row.id),
    findPerson(portal.db, row.id),
    row.caseId ? findCaseNumber(portal.db, row.caseId) : undefined,
  ]);
  return {
    ...viewOf(portal, row),
    version: row.version,
    identity: row.identity,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    letter: { number: row.letterNumber, on: row.letterOn },
    person: person ?? null,
    caseNumber: caseNumber ?? null,
    events: events.map(({ step, at, by, text }) => ({ step, at: at.toISOString(), by, text })),
    steps: stepsNow(standingOf(row)),
  };
}

/** Takes one step; `secret` is the new look-up code of a case, told this once. */
export async function takeRequestStep(
  portal: Portal,
  viewer: Viewer,
  number: string,
  input: TakeRequestStep,
): Promise<{ secret?: string; caseNumber?: string }> {
  const at = portal.now();
  // Before the rows that name them are touched: what fails here is tried again with the whole step.
  if (input.step === 'erase') await forgetLettersOf(portal, number);
  return await portal.db.transaction().execute(async (trx) => {
    const row = await lockRequest(trx, number);
    if (!row) throw unknown();
    if (row.version !== input.version)
      throw new Problem(
        'stale',
        'Người khác vừa ghi yêu cầu này. Nội dung vừa gõ còn ở dưới; hãy xem lại rồi ghi tiếp.',
      );
    const refusal = stepRefusal(input.step, standingOf(row));
    if (refusal) throw new Problem('wrong-status', refusal);
    const told =
      input.step === 'reissue' ? await reissue(portal, trx, viewer, input.caseNumber, at) : undefined;
    const status = stepOf(input.step).to ?? row.status;
    const change = {
      status,
      ...(isOpen(row.status) && !isOpen(status) && { closedAt: at }),
      ...(input.step === 'identify' && { identity: 'by-officer' as const }),
      ...(input.step === 'extend' && { extended: true }),
      ...(input.step === 'erase' && { erasedAt: at, caseId: null }),
      ...(told && { caseId: told.caseId }),
      ...('letterNumber' in input && {
        letterNumber: input.letterNumber ?? null,
        letterOn: input.letterOn ?? null,
      }),
    };
    await updateRequest(trx, row.id, change);
    if (input.step === 'erase') await eraseRequestRows(trx, row.id);
    const seq = await insertRequestEvent(trx, {
      requestId: row.id,
      step: input.step,
      actor: { role: viewer.role, id: viewer.id },
      at,
      dueOn: daysOf(portal, { ...row, ...change }).dueOn,
      text: 'text' in input ? input.text : undefined,
    });
    await enqueueRequestLetter(trx, portal, { requestId: row.id, seq });
    return told ? { secret: told.secret, caseNumber: told.caseNumber } : {};
  });
}

/** Changes the look-up code of a case that this officer may open, and writes that into the case too. */
async function reissue(portal: Portal, trx: Transaction, viewer: Viewer, caseNumber: string, at: Date) {
  const found = await findCaseFor(trx, viewer, caseNumber);
  if (!found || found.erasedAt)
    throw new Problem('invalid', undefined, [
      { pointer: '/caseNumber', detail: 'Không mở được hồ sơ có mã này. Hãy xem lại mã hồ sơ.' },
    ]);
  const row = await lockCase(trx, found.id);
  const secret = newSecret();
  await recordStep(trx, portal, {
    row,
    step: 'renew-secret',
    to: row.status,
    actor: actorOf(viewer),
    at,
    change: { secretHash: secretHash(portal.keys, secret), sealedReceipt: '' },
  });
  return { caseId: found.id, caseNumber, secret };
}

const batch = 200;

/** The job `requests-retention`: erases who asked and what was written, once the term of keeping is over. */
export async function forgetOldRequests(portal: Portal): Promise<number> {
  const { amount } = await deadlineInForce(portal, 'request-retention');
  const at = portal.now();
  const numbers = await listClosedRequestsBefore(portal.db, new Date(at.getTime() - amount * dayMs), batch);
  for (const number of numbers) {
    await forgetLettersOf(portal, number);
    await portal.db.transaction().execute(async (trx) => {
      const row = await lockRequest(trx, number);
      if (!row || row.erasedAt) return;
      await updateRequest(trx, row.id, { erasedAt: at, caseId: null });
      await eraseRequestRows(trx, row.id);
      const actor = { role: 'HT', id: null };
      await insertRequestEvent(trx, { requestId: row.id, step: 'erase', actor, at, dueOn: null });
    });
  }
  return numbers.length;
}

/** Only of a request that is closed: nothing else may be erased. */
async function forgetLettersOf(portal: Portal, number: string): Promise<void> {
  const row = await findRequest(portal.db, number);
  if (row?.closedAt) await forgetRequestLetters(portal, row.id);
}
