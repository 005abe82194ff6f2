// The days on which what is published changes by itself, although no file does. Pure but for the shape of the content.
import { dateOf, dayNumber } from '../calendar/dates.ts';
import { turnDays } from '../procedures/on-day.ts';
import type { Content } from './load.ts';

/** The first turn after `today` (YYYY-MM-DD, Việt Nam); null: none is known. */
export function nextTurn({ contacts, decisions, stored }: Content, today: string): string | null {
  const valid = contacts
    .flatMap((contact) => [contact, ...contact.details])
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo && dayAfter(validTo)]);
  const days = [...turnDays(stored, decisions), ...valid];
  return days.filter((day): day is string => day !== null && day > today).toSorted()[0] ?? null;
}

const dayAfter = (day: string) => dateOf(dayNumber(day) + 1);
