// How a due date was counted, in one sentence of the page's language.
import type { z } from 'zod';
import type { DueView } from '../../../api/calendar/schema.ts';
import { dateOf, dayNumber } from '../../../api/dates/dates.ts';
import type { Language } from '../../../api/languages/language.ts';
import { dayIn } from './day.ts';

type Due = z.infer<typeof DueView>;

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' });

/** The Vietnamese sentence is the API's own; the English one is told from the days behind it. */
export function countedIn(language: Language, due: Due): string {
  if (language === 'vi') return due.summary;
  const { on, explanation, certain } = due;
  const [first] = explanation;
  const last = explanation.at(-1);
  const days = explanation.filter(({ counted }) => counted !== null).length;
  if (!first || !last) return `On ${dayIn('en', on)} itself.`;
  const from = dayIn('en', dateOf(dayNumber(first.date) - 1));
  const off = explanation.length - days;
  return [
    ...(last.date === on ? [] : ['The authority that passed the case on has set this day.']),
    `${days} working ${days === 1 ? 'day' : 'days'}, counted from the first working day after ${from}.`,
    ...(off === 0
      ? []
      : [`${off} ${off === 1 ? 'day' : 'days'} off (weekends and public holidays) are not counted.`]),
    ...(certain ? [] : ['The public holidays among these days may still be moved, and the date with them.']),
  ].join(' ');
}

/** `2026-11-30` with the name that the API gives it -> that name, or `Mon`. */
export const weekdayIn = (language: Language, date: string, vietnamese: string): string =>
  language === 'en' ? weekday.format(new Date(`${date}T00:00:00Z`)) : vietnamese;
