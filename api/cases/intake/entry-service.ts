// Taking a case into the register, whoever brings it: number, dates, look-up code, first event. One place for all.
import { createHash } from 'node:crypto';
import { calendarInForce, loadCalendar } from '../../calendar/current-service.ts';
import { localDate } from '../../dates/dates.ts';
import type { DueView } from '../../calendar/schema.ts';
import type { Db, Transaction } from '../../db/open.ts';
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Language } from '../../languages/language.ts';
import { keyedHash, seal } from '../../crypto/keys.ts';
import type { Portal } from '../../portal/portal.ts';
import { shownNotice } from '../../privacy/shown.ts';
import { openingDates } from '../dates/promise.ts';
import { commitment, newSalt } from '../event-repository.ts';
import { contentText } from '../fields/content-text.ts';
import { signedTexts, type Said } from '../fields/table.ts';
import { insertCase, type NewCase } from './submission-repository.ts';
import { newSecret, secretHash } from '../tools/secret.ts';
import { signalIn } from './signal-service.ts';

export type Receipt = { number: string; secret: string; receivedAt: string; due: DueView };

export type Arrival = Pick<NewCase, 'source' | 'actor' | 'origin' | 'splitFrom' | 'sealed' | 'restricted'> & {
  idempotencyKey: string;
  /** All that was sent, where that is more than what the sender said: the same key for anything else is refused. */
  request?: unknown;
  /** Day 0 of the clock where it is not today: the day on which a higher authority sent the case on. */
  clockFrom?: string;
  /** Working days for which that clock has stood still already. */
  pausedDays?: number;
  /** The deadline that a forwarding authority has set; it rules. */
  fixedDueOn?: string;
  /** The mark of the notice about personal data that was shown (api/privacy/shown.ts); the newest where none is named. */
  privacyNotice?: string;
  /** In which the sender uses the portal; Vietnamese where nothing is said. */
  language?: Language | undefined;
};

export const requestHashOf = (portal: Portal, said: unknown): Buffer =>
  keyedHash(portal.keys, 'request', createHash('sha256').update(JSON.stringify(said)).digest('hex'));

/** A key is its user's own: an officer's opens nothing to a citizen or to a colleague who comes by it. */
export const idempotencyHashOf = (
  portal: Portal,
  key: string,
  { id }: Pick<NewCase['actor'], 'id'>,
): Buffer => keyedHash(portal.keys, 'idempotency', id ? `${id}\n${key}` : key);

/** Writes the case; commits by itself on a Db, with the caller on a Transaction. */
export async function enterCase(
  db: Db | Transaction,
  portal: Portal,
  said: Said,
  arrival: Arrival,
): Promise<Receipt & { id: string }> {
  const { keys, content } = portal;
  const receivedAt = portal.now();
  const receivedOn = localDate(receivedAt);
  const { calendar, version: calendarVersion } = calendarInForce(portal);
  const [handle, triage, transfer] = await Promise.all([
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'triage'),
    deadlineInForce(portal, 'transfer'),
  ]);
  const from = arrival.clockFrom ?? receivedOn;
  const dueBasis = {
    rule: arrival.fixedDueOn ? 'external' : handle.code,
    from,
    workingDays: handle.amount,
    ...(arrival.pausedDays && { pausedDays: arrival.pausedDays }),
    ...(arrival.fixedDueOn && { fixedOn: arrival.fixedDueOn }),
  };
  const { due, ...stages } = openingDates(calendar, dueBasis, {
    triage: triage.amount,
    transfer: transfer.amount,
  });
  const secret = newSecret();
  const salt = newSalt();
  const written = await insertCase(
    db,
    {
      register: content.department.registerCode,
      source: arrival.source,
      actor: arrival.actor,
      origin: arrival.origin,
      splitFrom: arrival.splitFrom,
      sealed: arrival.sealed,
      restricted: arrival.restricted,
      year: Number(receivedOn.slice(0, 4)),
      receivedAt,
      clockStartedOn: from,
      dueOn: due.on,
      dueBasis,
      ...stages,
      calendarVersion,
      signal: signalIn(portal, ...signedTexts(said)),
      privacyNotice: arrival.privacyNotice ?? shownNotice(content.privacy, undefined) ?? '',
      language: arrival.language ?? 'vi',
      salt,
      commitment: commitment(salt, contentText(said)),
      secretHash: secretHash(keys, secret),
      idempotencyHash: idempotencyHashOf(portal, arrival.idempotencyKey, arrival.actor),
      requestHash: requestHashOf(portal, arrival.request ?? said),
      sealedReceipt: seal(keys, 'receipt', secret, arrival.idempotencyKey),
    },
    said,
  );
  if (!written) {
    // The calendar was edited in the meantime: count anew.
    await loadCalendar(portal, db);
    return await enterCase(db, portal, said, arrival);
  }
  return {
    id: written.id,
    number: written.number,
    secret,
    receivedAt: written.receivedAt.toISOString(),
    due,
  };
}
