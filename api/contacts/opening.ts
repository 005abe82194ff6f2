// Whether a channel is open at an instant, and when it opens again; public holidays and make-up days counted. Pure.
import { dateOf, dayNumber, localDate } from '../dates/dates.ts';
import type { Hours, Span } from './hours.ts';
import { hourMs } from '../dates/lengths.ts';

/** What a date is by the working-day calendar: `make-up` is a weekend day worked for another. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'make-up';

export type Opening =
  | { state: 'open'; until: string; allDay: boolean }
  | {
      state: 'closed';
      opensOn: string | null;
      opensAt: string | null;
      reason: 'hours' | 'weekend' | 'holiday';
    };

const utcOffsetMs = 7 * hourMs;
const horizonDays = 60;
const weekdayOf = (date: string) => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** `HH:MM` in Việt Nam at an instant. */
const clockOf = (instant: Date) => new Date(instant.getTime() + utcOffsetMs).toISOString().slice(11, 16);

/** The spans of one date, earliest first. A make-up day keeps the hours of the first weekday that has any. */
export function spansOn(hours: Hours, kindOf: (date: string) => DayKind, date: string): Span[] {
  const kind = kindOf(date);
  const own = hours.filter(({ days }) => days.includes(weekdayOf(date)));
  const first = [1, 2, 3, 4, 5].find((day) => hours.some(({ days }) => days.includes(day)));
  const spans =
    kind === 'holiday'
      ? own.filter(({ onHolidays }) => onHolidays)
      : kind === 'make-up' && own.length === 0 && first !== undefined
        ? hours.filter(({ days }) => days.includes(first))
        : own;
  return spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Open (and until which clock time) or closed (and when it opens again, looking 60 days ahead; null: not within them).
 * `kindOf` takes dates of Việt Nam, "YYYY-MM-DD"; clock times are of Việt Nam. A span runs up to, not through, its end.
 */
export function openingAt(hours: Hours, kindOf: (date: string) => DayKind, instant: Date): Opening {
  const today = localDate(instant);
  const clock = clockOf(instant);
  const spans = spansOn(hours, kindOf, today);
  const current = spans.find(({ from, to }) => from <= clock && clock < to);
  if (current) return { state: 'open', until: current.to, allDay: isAllDay(current) };
  const kind = kindOf(today);
  const reason =
    spans.length > 0 ? 'hours' : kind === 'holiday' ? 'holiday' : kind === 'weekend' ? 'weekend' : 'hours';
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const date = dateOf(dayNumber(today) + ahead);
    const next = spansOn(hours, kindOf, date).find(({ from }) => ahead > 0 || from > clock);
    if (next) return { state: 'closed', opensOn: date, opensAt: next.from, reason };
  }
  return { state: 'closed', opensOn: null, opensAt: null, reason };
}

const isAllDay = ({ from, to }: Span) => from === '00:00' && to === '24:00';
