// What is asked of the channels beyond their content: are they open now, what has changed, what is past its day.
import { deadlineInForce } from '../deadlines/service.ts';
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import type { Portal } from '../portal/portal.ts';
import { listKind } from '../publishing/repository.ts';
import { dayKindIn, isCertainBetween } from './day-kind.ts';
import { detailsOn, type Expired, expiredOn, expiringWithin, holdsOn } from './expiry.ts';
import { type ContactChange, contactChanges } from './history.ts';
import { openingAt } from './opening.ts';
import type { ChannelOpening } from './views.ts';

/** Whether each channel with structured hours is open now; a channel without them is not spoken of. */
export function openingsNow(portal: Pick<Portal, 'db' | 'content' | 'now'>): ChannelOpening[] {
  const now = portal.now();
  const today = localDate(now);
  const calendar = currentCalendar(portal);
  return portal.content.contacts.flatMap((contact) => {
    const detail = detailsOn(contact, today).find((one) => one.hours !== null && holdsOn(one, today));
    if (!detail?.hours) return [];
    const opening = openingAt(detail.hours, (date) => dayKindIn(calendar, date), now);
    const last = opening.state === 'closed' ? (opening.opensOn ?? today) : today;
    const certain = isCertainBetween(calendar, today, last);
    return [{ id: contact.id, checked: detail.checked, certain, ...opening }];
  });
}

/** Everything that changed in the channels since the portal first published them, newest first. */
export async function contactHistory({ db }: Pick<Portal, 'db'>): Promise<ContactChange[]> {
  return contactChanges(await listKind(db, 'contact'));
}

/** What is past its day, and what soon will be: early enough to ask, to decide and to print anew. */
export async function endsNow(
  portal: Pick<Portal, 'content' | 'now' | 'db'>,
): Promise<{ expired: Expired[]; expiring: Expired[] }> {
  const { contacts } = portal.content;
  const today = localDate(portal.now());
  const { amount } = await deadlineInForce(portal, 'contact-expiring');
  return { expired: expiredOn(contacts, today), expiring: expiringWithin(contacts, today, amount) };
}
