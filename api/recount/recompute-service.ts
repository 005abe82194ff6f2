// Moving the dates of open cases when the calendar changes: each moved case says so in an event.
import type { Calendar } from '../calendar/working-days.ts';
import type { Db, Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { lockCase } from '../cases/event-repository.ts';
import { steps } from '../cases/steps/table.ts';
import { effectOf, type Moved, type OpenCase } from './recompute.ts';
import { findOpenCases } from './recompute-repository.ts';
import { recordStep } from '../cases/steps/record-service.ts';

export type Effect = { open: OpenCase[]; moved: Moved[] };

/** What another calendar would do to the cases that are open now. */
export async function effectOnOpenCases(
  db: Db | Transaction,
  before: Calendar,
  after: Calendar,
): Promise<Effect> {
  const open = await findOpenCases(db);
  return { open, moved: effectOf(before, after, open) };
}

type Move = { moved: readonly Moved[]; by: string; at: Date; reason: string; days: readonly string[] };

/** Writes the moved dates, case by case; throws `stale` when somebody has changed one of them since it was read. */
export async function moveCases(trx: Transaction, portal: Portal, move: Move): Promise<void> {
  // In the order of ids, so that two who lock several cases never wait for each other.
  const ordered = move.moved.toSorted((one, other) => (one.row.id < other.row.id ? -1 : 1));
  for (const { row, after } of ordered) {
    const locked = await lockCase(trx, row.id);
    if (locked.version !== row.version) throw new Problem('stale', staleEffect);
    const { dueOn, stageDueOn, transferDueOn } = after;
    await recordStep(trx, portal, {
      row: locked,
      step: 'calendar-change',
      to: locked.status,
      actor: { role: steps['calendar-change'].by[0], id: move.by },
      at: move.at,
      change: { dueOn, stageDueOn, transferDueOn, dueBasis: JSON.stringify(after.dueBasis) },
      data: {
        days: move.days,
        stageBefore: row.stageDueOn,
        stageAfter: stageDueOn,
        transferBefore: row.transferDueOn,
        transferAfter: transferDueOn,
      },
      text: { kind: 'reason', text: move.reason },
    });
  }
}

export const staleEffect =
  'Tác động đã khác với lúc xem trước, vì có hồ sơ hoặc lịch vừa thay đổi. Hãy xem lại tác động rồi xác nhận.';
