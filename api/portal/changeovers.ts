// The days on which what is published changes by itself, although no file does.
import { dateOf, dayNumber } from '../dates/dates.ts';
import { changeoverDays } from '../procedures/on-day.ts';
import type { Content } from './gather.ts';

/** Every such day (YYYY-MM-DD, Việt Nam), past and to come, each once, in order. */
export function changeoversOf({ contacts, decisions, documents, posts, stored }: Content): string[] {
  const valid = contacts
    .flatMap((contact) => [contact, ...contact.details])
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo && dayAfter(validTo)])
    .filter((day) => day !== null);
  const ruled = [...documents.values()]
    .flatMap(({ effect, period, relations }) => [
      effect.on,
      period && `${period.to + 1}-01-01`,
      ...relations.map(({ on }) => on),
    ])
    .filter((day) => day !== null);
  const posted = posts.map(({ front }) => front.publishedOn);
  return [...new Set([...changeoverDays(stored, decisions), ...valid, ...ruled, ...posted])].toSorted();
}

const dayAfter = (day: string) => dateOf(dayNumber(day) + 1);
