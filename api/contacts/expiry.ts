// Which channels, details and focal persons are past the day until which the department stood for them. Pure.
import { dateOf, dayNumber, vietnameseDate } from '../calendar/dates.ts';
import { detailLabels, focalPersonLabel } from './labels.ts';
import type { Contact } from './schema.ts';

export type Expired = { id: string; name: string; what: string; validTo: string };

/** Whether something with this last day no longer holds on `today` (both YYYY-MM-DD, Việt Nam). */
export const isPast = ({ validTo }: { validTo: string | null }, today: string): boolean =>
  validTo !== null && validTo < today;

/** Everything past its last day on `today`, channel by channel; `what` names it in Vietnamese. */
export function expiredOn(contacts: readonly Contact[], today: string): Expired[] {
  return contacts.flatMap(({ id, name, validTo, details, focalPersons }) => {
    const all = [
      { what: 'Cả kênh', validTo },
      ...details.map((detail) => ({ what: detailLabels[detail.type], validTo: detail.validTo })),
      ...focalPersons.map((person) => ({ what: focalPersonLabel, validTo: person.validTo })),
    ];
    return all.flatMap((one) =>
      one.validTo !== null && isPast(one, today) ? [{ id, name, what: one.what, validTo: one.validTo }] : [],
    );
  });
}

/** `hết hiệu lực từ 01/01/2027, Sở chưa cập nhật`, for something whose last day (YYYY-MM-DD) was 31/12/2026. */
export const pastWords = (validTo: string): string =>
  `hết hiệu lực từ ${vietnameseDate(dateOf(dayNumber(validTo) + 1))}, Sở chưa cập nhật`;
