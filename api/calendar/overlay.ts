// What officers entered, laid over the published days: an entry overrules them, without one they stand. Pure.
import type { CalendarDay, OfficeDay } from './schema.ts';
import { buildCalendar, type Calendar } from './working-days.ts';

/**
 * The calendar of the published days with the officers' entries on top. A year counts as published by its published
 * days only: one entered day does not announce a year.
 */
export function overlaidCalendar(published: readonly CalendarDay[], entered: Iterable<OfficeDay>): Calendar {
  return buildCalendar(published, [...entered].map(asCalendarDay));
}

/** A half day off is told to readers and counts as a working day: no text on time limits counts halves. */
function asCalendarDay({ date, kind, reason, certainty, decision }: OfficeDay): CalendarDay {
  return kind === 'half'
    ? {
        date,
        kind: 'work',
        reason: `Nghỉ nửa ngày, vẫn là ngày làm việc (${reason})`,
        certainty,
        source: decision,
      }
    : { date, kind, reason, certainty, source: decision };
}

/** The entries after some changes: each sets its day, or takes the day's entry back when its kind is null. */
export function afterChanges(
  entered: Iterable<OfficeDay>,
  changes: readonly {
    date: string;
    kind: OfficeDay['kind'] | null;
    reason: string;
    decision: string;
    certainty: OfficeDay['certainty'];
  }[],
): OfficeDay[] {
  const days = new Map([...entered].map((day) => [day.date, day]));
  for (const { kind, ...change } of changes)
    if (kind === null) days.delete(change.date);
    else days.set(change.date, { ...change, kind });
  return [...days.values()];
}
