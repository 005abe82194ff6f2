// The one function that changes a case: row, event, notice and what officers are told, inside the caller's transaction.
import { currentCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { Transaction } from '../../db/open.ts';
import { DeadlineCode } from '../../deadlines/schema.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import { isPast } from '../dates/lateness.ts';
import { enqueueCaseNotice } from '../../notify/enqueue-service.ts';
import { insertHappening } from '../../notify/happening-repository.ts';
import { occasionOf } from '../../notify/occasions.ts';
import type { Portal } from '../../portal/portal.ts';
import {
  insertEvent,
  lockCase,
  updateCase,
  type CaseChange,
  type LockedCase,
  type NewEvent,
} from '../event-repository.ts';
import { listMergedIds } from './link-repository.ts';
import { isClosed, states, type Actor, type Status, type StepName } from '../lifecycle.ts';
import { sealedCase, sealsWhole } from '../seals/seal.ts';
import { followOf } from './table.ts';
import { listSealedRows, listSealedSets } from '../seals/sealed-repository.ts';

export type Recorded = {
  row: LockedCase;
  step: StepName;
  to: Status;
  /** `behalf`: in whose place it is done. */
  actor: { role: Actor; id: string | null; behalf?: string };
  at: Date;
  change?: CaseChange;
  data?: NewEvent['data'];
  text?: NewEvent['text'];
  /** What the step wrote in other tables; what it changed in the case itself is sealed anyway. */
  sealed?: NewEvent['sealed'];
};

/**
 * Writes a step on a locked case and returns the row as it then stands. Entering a state sets the date on which it
 * must be left; a closed state sets the moment of closing.
 */
export async function recordStep(trx: Transaction, portal: Portal, recorded: Recorded): Promise<LockedCase> {
  const { row, step, to, actor, at, data, text, sealed = [] } = recorded;
  const entered =
    to === row.status
      ? {}
      : { stageDueOn: await stageDeadline(portal, to, at), closedAt: isClosed(to) ? at : null };
  // Whatever ends the wait for the sender ends the pause: a rejection or withdrawal too, which gives no days back.
  const resumed =
    row.status === 'need_info' && to !== row.status ? { pausedOn: null, resumeStatus: null } : {};
  const change = { status: to, ...entered, ...resumed, ...recorded.change };
  const after = await updateCase(trx, row.id, { ...change, happenedAt: at });
  const seq = await insertEvent(trx, {
    caseId: row.id,
    step,
    fromStatus: row.status,
    toStatus: to,
    actorRole: actor.role,
    actorId: actor.id,
    at,
    dueBefore: row.dueOn,
    dueAfter: after.dueOn,
    data: actor.behalf === undefined ? data : { ...data, behalf: actor.behalf },
    text,
    sealed: sealsWhole(step)
      ? await listSealedRows(trx, [row.id])
      : [sealedCase(after, Object.keys(change)), ...(await listSealedSets(trx, [row.id])), ...sealed],
  });
  await enqueueCaseNotice(trx, portal, { caseId: row.id, seq, step });
  const occasion = occasionOf(step);
  if (occasion) await insertHappening(trx, { caseId: row.id, occasion, actorId: actor.id, at, seq });
  const follow = followOf(step);
  if (follow) await followMerged(trx, portal, after, recorded, follow);
  if (unanswered.has(to)) await releaseMerged(trx, portal, row.id, at);
  return after;
}

// Ends that are no answer: who was merged into such a case is owed one of their own.
const unanswered: ReadonlySet<Status> = new Set(['rejected', 'guided_out', 'merged']);

type Follow = NonNullable<ReturnType<typeof followOf>>;

/**
 * What happens to the common case happens to every letter in it, in the state in which it finds them. Words that were
 * written to one sender are told to no other.
 */
async function followMerged(
  trx: Transaction,
  portal: Portal,
  main: LockedCase,
  { at, change = {}, data }: Recorded,
  { step, from, to }: Follow,
): Promise<void> {
  const { outsideAgency = main.outsideAgency, outsideNumber, outsideOn, answeredAt } = change;
  for (const id of await listMergedIds(trx, main.id)) {
    const row = await lockCase(trx, id);
    if (row.status !== from) continue;
    await recordStep(trx, portal, {
      row,
      step,
      to,
      actor: { role: 'HT', id: null },
      at,
      change: { outsideAgency, outsideNumber, outsideOn, ...(answeredAt !== undefined && { answeredAt }) },
      data: {
        ...data,
        main: main.number,
        // Each letter has its own 5 working days from its own receipt (điểm d khoản 1 Điều 9 NĐ 20/2008).
        ...(to === 'transferred' && {
          late: isPast(row.transferDueOn, localDate(at)),
        }),
      },
    });
  }
}

async function releaseMerged(trx: Transaction, portal: Portal, id: string, at: Date): Promise<void> {
  for (const merged of await listMergedIds(trx, id)) {
    const row = await lockCase(trx, merged);
    const actor = { role: 'HT', id: null } as const;
    if (row.status === 'merged' && !row.erasedAt)
      await recordStep(trx, portal, {
        row,
        step: 'unmerge',
        to: 'submitted',
        actor,
        at,
        change: { mergedInto: null },
      });
  }
}

/** When a state must be left: its own deadline counted from today; the whole handling keeps the case's due date. */
async function stageDeadline(portal: Portal, to: Status, at: Date): Promise<string | null> {
  const code = DeadlineCode.nullable().parse(states[to].deadline);
  if (code === null || code === 'handle' || code === 'extension') return null;
  const { amount } = await deadlineInForce(portal, code);
  return addWorkingDays(currentCalendar(portal), localDate(at), amount).on;
}
