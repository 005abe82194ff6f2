// The days on which what is published changes by itself, although no file does.
import { dateOf, dayNumber } from '../calendar/dates.ts';
import { turnDays } from '../procedures/on-day.ts';
import type { Content } from './load.ts';

/** Every such day (YYYY-MM-DD, Việt Nam), past and to come, each once, in order. */
export function turnsOf({ contacts, decisions, stored }: Content): string[] {
  const valid = contacts
    .flatMap((contact) => [contact, ...contact.details])
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo && dayAfter(validTo)])
    .filter((day) => day !== null);
  return [...new Set([...turnDays(stored, decisions), ...valid])].toSorted();
}

const dayAfter = (day: string) => dateOf(dayNumber(day) + 1);
