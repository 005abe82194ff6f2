// The job `request-letter`: tells whoever asked of a step, where they gave an e-mail address.
import { vietnameseDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import { requestLetter } from '../notices/letter.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import type { Portal } from '../portal/portal.ts';
import { requestSteps, type RequestStep } from './lifecycle.ts';
import { findLetter, listRequestEvents } from './repository.ts';

type EventKey = { requestId: string; seq: number };

/** Steps that are told, and whether the office's words go with them. */
const told: Partial<Record<RequestStep, { words: boolean }>> = {
  submit: { words: false },
  acknowledge: { words: false },
  extend: { words: true },
  answer: { words: true },
  refuse: { words: true },
};

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
  const how = found && told[found.step];
  if (!found?.email || !how) return;
  const letter = requestLetter(portal.content.notices, {
    number: found.number,
    status: requestSteps[found.step].label,
    due: found.dueOn && vietnameseDate(found.dueOn),
    words: how.words ? found.text : null,
    portal: addressOf(portal.env, '/bao-ve-du-lieu/yeu-cau/tra-cuu'),
    department: portal.content.department.name,
  });
  const messageId = `<${letterName(portal, event)}@${senderDomain(portal.env)}>`;
  await portal.mailer.send({ ...letter, to: found.email, messageId, at: portal.now() });
}

/** The part before the @ of the Message-ID of the letter about a step. */
const letterName = ({ keys }: Pick<Portal, 'keys'>, { requestId, seq }: EventKey): string =>
  keyedHash(keys, 'message-id', `request/${requestId}/${seq}`).toString('base64url');

/** Removes the letters of an erased request that still lie in the mail folder. */
export async function forgetRequestLetters(portal: Portal, requestId: string): Promise<void> {
  const events = await listRequestEvents(portal.db, requestId);
  await portal.mailer.forget(new Set(events.map(({ seq }) => letterName(portal, { requestId, seq }))));
}
