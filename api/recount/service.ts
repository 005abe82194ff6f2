// Editing the calendar: the effect is shown first, and exactly that effect is applied, in one transaction.
import type { Effect } from './recompute-service.ts';
import { effectOnOpenCases, moveCases, staleEffect } from './recompute-service.ts';
import { countEffect } from './recompute.ts';
import type { Db, Transaction } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { calendarInForce, loadCalendar } from '../calendar/current-service.ts';
import { dayNumber, weekdayName } from '../dates/dates.ts';
import type { ApplyChanges, DayChange, EffectView, PreviewChanges, StaffYearView } from './edit-schema.ts';
import { afterChanges, overlaidCalendar } from '../calendar/overlay.ts';
import { findEntries, listChanges, seizeVersion, writeChange } from '../calendar/repository.ts';
import { yearView } from '../calendar/year.ts';

const listedAtMost = 500;

/** The calendars before and after some changes, as the database has them now. */
async function plan(portal: Portal, db: Db | Transaction, changes: readonly DayChange[]) {
  const { version, entries } = await findEntries(db);
  requireEntries(entries, changes);
  const published = portal.content.calendar.days;
  const before = overlaidCalendar(published, entries);
  const after = overlaidCalendar(published, afterChanges(entries, changes));
  const effect = await effectOnOpenCases(db, before, after);
  return { version, before, after, effect, previewToken: tokenOf(portal, version, changes, effect) };
}

function requireEntries(entries: readonly { date: string }[], changes: readonly DayChange[]): void {
  const errors = changes.flatMap(({ date, kind }, index) =>
    kind === null && !entries.some((entry) => entry.date === date)
      ? [
          {
            pointer: `/changes/${index}/kind`,
            detail: 'Ngày này không có mục do cán bộ nhập, nên không có gì để bỏ.',
          },
        ]
      : [],
  );
  if (errors.length > 0) throw new Problem('invalid', undefined, errors);
}

/** Binds a preview to the calendar, the changes and every date that moves; only this portal can make it. */
function tokenOf(portal: Portal, version: number, changes: readonly DayChange[], { moved }: Effect): string {
  const dates = moved.map(({ row, after }) => [
    [row.number, row.dueOn, row.stageDueOn, row.transferDueOn],
    [after.dueOn, after.stageDueOn, after.transferDueOn],
  ]);
  const said = changes.map(({ date, kind, reason, decision, certainty }) => [
    date,
    kind,
    reason,
    decision,
    certainty,
  ]);
  return keyedHash(portal.keys, 'calendar-preview', JSON.stringify([version, said, dates])).toString(
    'base64url',
  );
}

/** What some changes would do to open cases; writes nothing. */
export async function previewChanges(portal: Portal, { changes }: PreviewChanges): Promise<EffectView> {
  const { effect, previewToken } = await plan(portal, portal.db, changes);
  const { open, moved } = told(effect);
  return {
    previewToken,
    counts: countEffect(open.length, moved),
    cases: moved.slice(0, listedAtMost).map(({ row, after }) => ({
      number: row.number,
      dueBefore: row.dueOn,
      dueAfter: after.dueOn,
      stageBefore: row.stageDueOn,
      stageAfter: after.stageDueOn,
    })),
  };
}

/** What the administrator, who opens no case, is told of an effect: nothing of cases that are restricted or locked. */
function told({ open, moved }: Effect) {
  return {
    open: open.filter(({ restricted }) => !restricted),
    moved: moved.filter(({ row }) => !row.restricted),
  };
}

/**
 * Writes the changes and moves the open cases that the preview showed, or throws `stale` and writes nothing.
 * Cases are written first and the calendar is seized last, so that submissions wait for a moment only; whoever
 * submitted or took a step meanwhile under the old calendar is found by looking once more.
 */
export async function applyChanges(portal: Portal, viewer: Viewer, input: ApplyChanges) {
  const at = portal.now();
  const { changes, reason } = input;
  try {
    const applied = await portal.db.transaction().execute(async (trx) => {
      const { version, before, after, effect, previewToken } = await plan(portal, trx, changes);
      if (previewToken !== input.previewToken) throw new Problem('stale', staleEffect);
      const days = changes.map(({ date, kind, decision }) => `${date} ${kind ?? 'published'} (${decision})`);
      await moveCases(trx, portal, { moved: effect.moved, by: viewer.id, at, reason, days });
      if ((await seizeVersion(trx)) !== version) throw new Problem('stale', staleEffect);
      const again = await effectOnOpenCases(trx, before, after);
      const written = new Set(effect.moved.map(({ row }) => row.id));
      if (again.moved.some(({ row }) => !written.has(row.id))) throw new Problem('stale', staleEffect);
      let newest = version;
      for (const change of changes) newest = await writeChange(trx, change, viewer.id, at);
      const { open, moved } = told(effect);
      return { version: newest, counts: countEffect(open.length, moved) };
    });
    await loadCalendar(portal);
    return applied;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '40P01')
      throw new Problem('stale', staleEffect);
    throw error;
  }
}

/** A year for staff: what is in force day by day, which days officers entered, and every edit. */
export async function staffYear(portal: Portal, year: number): Promise<StaffYearView> {
  await loadCalendar(portal);
  const { calendar, entries } = calendarInForce(portal);
  const entered = new Map(entries.map((entry) => [entry.date, entry]));
  const { days, ...rest } = yearView(calendar, portal.content.calendar.notes, year);
  const changes = await listChanges(portal.db, year);
  return {
    ...rest,
    days: days.map((day) => {
      const entry = entered.get(day.date);
      const weekday = weekdayName(dayNumber(day.date));
      return entry
        ? { ...day, weekday, kind: entry.kind, reason: entry.reason, source: entry.decision, entered: true }
        : { ...day, weekday, entered: false };
    }),
    changes: changes.map(({ editedAt, ...change }) => ({ ...change, editedAt: editedAt.toISOString() })),
  };
}
