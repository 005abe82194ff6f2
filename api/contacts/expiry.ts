// Which channels, details and focal persons are past the day until which the department stood for them. Pure.
import { dateOf, dayNumber, vietnameseDate } from '../dates/dates.ts';
import { detailLabels, focalPersonLabel } from './labels.ts';
import type { Contact, Detail, FocalPerson } from './schema.ts';

export type Expired = { id: string; name: string; what: string; validTo: string };
type Term = Pick<Detail, 'validFrom' | 'validTo'>;

/** Whether something with this last day no longer holds on `today` (both YYYY-MM-DD, Việt Nam). */
export const isPast = ({ validTo }: Pick<Term, 'validTo'>, today: string): boolean =>
  validTo !== null && validTo < today;

/** Whether its first day is still to come. */
export const isComing = ({ validFrom }: Pick<Term, 'validFrom'>, today: string): boolean =>
  validFrom !== null && validFrom > today;

export const holdsOn = (term: Term, today: string): boolean => !isPast(term, today) && !isComing(term, today);

/** The ways to reach a channel on `today`: none outlasts its channel, and an old one gives way to one that took its place. */
export function detailsOn(
  contact: Pick<Contact, 'validFrom' | 'validTo' | 'details'>,
  today: string,
): Detail[] {
  const details = contact.details.map((detail) => {
    if (isPast(contact, today) && !isPast(detail, today)) return { ...detail, validTo: contact.validTo };
    return isComing(contact, today) && !isComing(detail, today)
      ? { ...detail, validFrom: contact.validFrom }
      : detail;
  });
  return standing(details, (one, other) => one.type === other.type && other.value !== null, today);
}

/** The focal persons to show on `today`: who has gone gives way to who has come. */
export const personsOn = ({ focalPersons }: Pick<Contact, 'focalPersons'>, today: string): FocalPerson[] =>
  standing(focalPersons, (_, other) => other.name !== null, today);

function standing<Thing extends Term>(
  things: readonly Thing[],
  replaces: (one: Thing, other: Thing) => boolean,
  today: string,
): Thing[] {
  return things.filter(
    (one) => !isPast(one, today) || !things.some((other) => holdsOn(other, today) && replaces(one, other)),
  );
}

/** Everything past its last day on `today` without another in its place, channel by channel; `what` names it in Vietnamese. */
export function expiredOn(contacts: readonly Contact[], today: string): Expired[] {
  return contacts.flatMap((contact) => {
    const { id, name, validTo } = contact;
    const ways = detailsOn({ ...contact, validFrom: null, validTo: null }, today);
    const all = [
      { what: 'Cả kênh', validTo },
      ...ways.map((detail) => ({ what: detailLabels[detail.type], validTo: detail.validTo })),
      ...personsOn(contact, today).map((person) => ({ what: focalPersonLabel, validTo: person.validTo })),
    ];
    return all.flatMap((one) =>
      one.validTo !== null && isPast(one, today) ? [{ id, name, what: one.what, validTo: one.validTo }] : [],
    );
  });
}

/** What still holds on `today` but will be past, with nothing in its place, within so many days. */
export function expiringWithin(contacts: readonly Contact[], today: string, days: number): Expired[] {
  return expiredOn(contacts, dateOf(dayNumber(today) + days)).filter((one) => !isPast(one, today));
}

/** `hết hiệu lực từ 01/01/2027, Sở chưa cập nhật`, for something whose last day (YYYY-MM-DD) was 31/12/2026. */
export const pastWords = (validTo: string): string =>
  `hết hiệu lực từ ${vietnameseDate(dateOf(dayNumber(validTo) + 1))}, Sở chưa cập nhật`;
