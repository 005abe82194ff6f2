// The job `request-letter`: tells whoever asked of a step, where they gave an e-mail address.
import { vietnameseDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import { requestLetter } from '../notices/letter.ts';
import { RequestTold } from '../notices/schema.ts';
import { dayCalendar } from '../notify/tools/day-calendar.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import type { Portal } from '../portal/portal.ts';
import { kindOf } from './kinds.ts';
import { isOpen, stepOf, type RequestStep } from './lifecycle.ts';
import { findLetter, listRequestEvents } from './repository.ts';

type EventKey = { requestId: string; seq: number };

/** Steps whose letter carries the office's words. */
const withWords: ReadonlySet<string> = new Set<RequestStep>(['extend', 'answer', 'refuse']);

export async function enqueueRequestLetter(
  trx: Transaction,
  { jobs }: Portal,
  event: EventKey,
): Promise<void> {
  await jobs.enqueue(trx, 'request-letter', event, { key: `${event.requestId}/${event.seq}` });
}

/** Sends one letter. Tried again it goes under the same Message-ID; after erasure there is nobody to tell. */
export async function sendRequestLetter(portal: Portal, event: EventKey): Promise<void> {
  const found = await findLetter(portal.db, event);
  const step = RequestTold.safeParse(found?.step).data;
  if (!found?.email || !step) return;
  const letter = requestLetter(portal.content.notices, step, {
    number: found.number,
    title: kindOf(found.kind).label,
    due: found.dueOn && vietnameseDate(found.dueOn),
    words: withWords.has(step) ? found.text : null,
    portal: addressOf(portal.env, '/bao-ve-du-lieu/yeu-cau/tra-cuu'),
    department: portal.content.department.name,
  });
  const uid = `${letterName(portal, event)}@${senderDomain(portal.env)}`;
  const at = portal.now();
  // The calendar holds a day that is still to come, never one of a request that is closed.
  const isAwaited = isOpen(stepOf(found.step).to ?? 'answered');
  const day =
    isAwaited && found.dueOn ? { on: found.dueOn, title: `Hạn trả lời yêu cầu ${found.number}` } : undefined;
  const calendar = day && (await dayCalendar({ ...day, uid, at }));
  await portal.mailer.send({ ...letter, to: found.email, messageId: `<${uid}>`, at, calendar });
}

/** The part before the @ of the Message-ID of the letter about a step. */
const letterName = ({ keys }: Pick<Portal, 'keys'>, { requestId, seq }: EventKey): string =>
  keyedHash(keys, 'message-id', `request/${requestId}/${seq}`).toString('base64url');

/** Removes the letters of an erased request that still lie in the mail folder. */
export async function forgetRequestLetters(portal: Portal, requestId: string): Promise<void> {
  const events = await listRequestEvents(portal.db, requestId);
  await portal.mailer.forget(new Set(events.map(({ seq }) => letterName(portal, { requestId, seq }))));
}
