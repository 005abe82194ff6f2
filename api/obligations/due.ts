// The occurrences of an obligation in a year, and the working day until which each is due. Pure.
import { dateOf, dayNumber, vietnameseDate } from '../dates/dates.ts';
import { type Calendar, explainDay, isCertain, lastWorkingDayBefore } from '../calendar/working-days.ts';
import type { Obligation, Term } from './schema.ts';

/** `certain` is false while a day between the named one and the due one may still change. */
export type Due = { on: string; certain: boolean; why: string };
export type Occurrence = { year: number; period: string; due: Due | null };

const words: Record<Term, string> = { before: 'trước ngày', 'at-latest': 'chậm nhất ngày' };

/**
 * The day until which something is due. "Trước ngày X" is the last working day before X; "chậm nhất ngày X" is X, or
 * the last working day before it when X is a day off (the safe reading: no text says so). `named` is YYYY-MM-DD; `said`
 * stands before it in the words.
 */
export function dueDay(calendar: Calendar, term: Term, named: string, said: string = words[term]): Due {
  const first = dayNumber(named) - (term === 'before' ? 1 : 0);
  const day = dayNumber(lastWorkingDayBefore(calendar, dateOf(first + 1)));
  const passed = Array.from({ length: first - day + 1 }, (_, index) =>
    explainDay(calendar, first - index, null),
  );
  const skipped = passed.filter(({ date }) => date !== dateOf(day));
  return {
    on: dateOf(day),
    certain: passed.every((one) => isCertain(calendar, one)),
    why: [
      `${said} ${vietnameseDate(named)}`,
      ...(skipped.length > 0 ? [`lùi về trước vì ${skipped.map(dayOff).join(', ')} là ngày nghỉ`] : []),
    ].join('; '),
  };
}

const dayOff = ({ date, reason }: { date: string; reason?: string | undefined }) =>
  `${vietnameseDate(date).slice(0, 5)}${reason ? ` (${reason})` : ''}`;

/** What an obligation asks for in a calendar year, in order; after events at least `times` of them. */
export function occurrencesOf(
  calendar: Calendar,
  { rule }: Pick<Obligation, 'rule'>,
  year: number,
  times = 0,
): Occurrence[] {
  const due = (term: Term, monthDay: string) => dueDay(calendar, term, `${year}-${monthDay}`);
  switch (rule.kind) {
    case 'days':
      return rule.days.map(({ period, term, on }) => ({ year, period, due: due(term, on) }));
    case 'quarterly':
      return [1, 2, 3, 4].map((quarter) => ({
        year,
        period: `q${quarter}`,
        due: due(rule.term, `${two((quarter - 1) * 3 + rule.month)}-${two(rule.day)}`),
      }));
    case 'within':
      return [
        {
          year,
          period: 'year',
          due: dueDay(
            calendar,
            'at-latest',
            `${year}-${rule.until}`,
            `nguồn ghi “${rule.words}”, tính đến hết ngày`,
          ),
        },
      ];
    case 'after-event':
      return Array.from({ length: Math.max(rule.least, times) }, (_, index) => ({
        year,
        period: `time-${index + 1}`,
        due: null,
      }));
    case 'unknown':
      return rule.periods.map((period) => ({ year, period, due: null }));
  }
}

const two = (number: number) => String(number).padStart(2, '0');
