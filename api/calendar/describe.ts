// A due date in one Vietnamese sentence: how it was counted, what was left out, what may still change. Pure.
import { dayNumber, isWeekend, vietnameseDate } from '../dates/dates.ts';
import type { ExplainedDay } from './schema.ts';
import { twoFigures } from '../text/numbers.ts';

/**
 * Tells how working days were counted from `from` ("YYYY-MM-DD"), given the days of that very count
 * and the years whose days off were entered.
 */
export function describeWorkingDays(
  publishedYears: ReadonlySet<number>,
  from: string,
  n: number,
  explanation: readonly ExplainedDay[],
): string {
  const start = n === 0 ? `Trong ngày ${vietnameseDate(from)}` : fromNextDay(n, from);
  const parts = [start, skipped(explanation), madeUp(explanation), doubt(publishedYears, explanation)];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** Tells how calendar days were counted; `deciding` are the last day of the period and those it rolled over. */
export function describeCalendarDays(
  publishedYears: ReadonlySet<number>,
  from: string,
  n: number,
  deciding: readonly ExplainedDay[],
): string {
  const [last] = deciding;
  const rolled =
    last &&
    deciding.length > 1 &&
    `ngày cuối ${vietnameseDate(last.date)} là ngày nghỉ (${last.reason}) nên hạn là ngày làm việc tiếp theo (khoản 5 Điều 148 Bộ luật Dân sự 2015)`;
  const start = `${twoFigures(n)} ngày, tính từ ngày tiếp theo sau ${vietnameseDate(from)}`;
  return `${[start, rolled, doubt(publishedYears, deciding)].filter(Boolean).join('; ')}.`;
}

const fromNextDay = (n: number, from: string) =>
  `${twoFigures(n)} ngày làm việc, tính từ ngày làm việc tiếp theo sau ${vietnameseDate(from)}`;

function skipped(explanation: readonly ExplainedDay[]): string | undefined {
  const off = explanation.filter(({ counted }) => counted === null);
  if (off.length === 0) return undefined;
  // Only a day of the calendar's list carries a certainty; the other days off are weekends.
  const weekends = off.filter(({ certainty }) => certainty === undefined).length;
  const named = Map.groupBy(
    off.filter(({ certainty }) => certainty !== undefined),
    ({ reason }) => reason,
  );
  const causes = [...named].map(([reason, days]) => `${reason} ${span(days)}`);
  if (weekends > 0) causes.unshift(`${weekends} ngày cuối tuần`);
  return `không tính ${off.length} ngày nghỉ (${causes.join(', ')})`;
}

function madeUp(explanation: readonly ExplainedDay[]): string | undefined {
  const days = explanation.filter(({ date, counted }) => counted !== null && isWeekend(dayNumber(date)));
  if (days.length === 0) return undefined;
  return `có tính ngày làm bù ${days.map(({ date }) => dayAndMonth(date)).join(', ')}`;
}

function doubt(
  publishedYears: ReadonlySet<number>,
  explanation: readonly ExplainedDay[],
): string | undefined {
  const years = new Set(explanation.map(({ date }) => Number(date.slice(0, 4))));
  const unpublished = [...years].filter((year) => !publishedYears.has(year));
  if (unpublished.length > 0)
    return `lịch nghỉ năm ${unpublished.join(', ')} chưa công bố nên hạn còn có thể thay đổi`;
  if (explanation.some(({ certainty }) => certainty === 'expected'))
    return 'có ngày nghỉ mới là dự kiến nên hạn còn có thể thay đổi';
  return undefined;
}

const dayAndMonth = (date: string) => vietnameseDate(date).slice(0, -5);

function span(days: readonly ExplainedDay[]): string {
  const ends = [...new Set([days[0], days.at(-1)])].filter((day) => day !== undefined);
  return ends.map(({ date }) => dayAndMonth(date)).join('–');
}
