// What is asked of the channels beyond their content: are they open now, what has changed, what is past its day.
import { currentCalendar } from '../calendar/current.ts';
import { localDate } from '../calendar/dates.ts';
import type { Portal } from '../portal.ts';
import { listKind } from '../publishing/repository.ts';
import { dayKindIn } from './day-kind.ts';
import { type Expired, expiredOn, isPast } from './expiry.ts';
import { type ContactChange, contactChanges } from './history.ts';
import { openingAt } from './opening.ts';
import type { ChannelOpening } from './views.ts';

/** Whether each channel with structured hours is open now; a channel without them is not spoken of. */
export function openingsNow(portal: Pick<Portal, 'db' | 'content' | 'now'>): ChannelOpening[] {
  const now = portal.now();
  const today = localDate(now);
  const calendar = currentCalendar(portal);
  return portal.content.contacts.flatMap((contact) => {
    const detail = contact.details.find((one) => one.hours !== null && !isPast(one, today));
    if (!detail?.hours || isPast(contact, today)) return [];
    const opening = openingAt(detail.hours, (date) => dayKindIn(calendar, date), now);
    return [{ id: contact.id, checked: detail.checked, ...opening }];
  });
}

/** Everything that changed in the channels since the portal first published them, newest first. */
export async function contactHistory({ db }: Pick<Portal, 'db'>): Promise<ContactChange[]> {
  return contactChanges(await listKind(db, 'contact'));
}

export const expiredNow = ({ content, now }: Pick<Portal, 'content' | 'now'>): Expired[] =>
  expiredOn(content.contacts, localDate(now()));
