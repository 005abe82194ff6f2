// The jobs that write to subscribers: the letter with the link to confirm, and one letter per decision.
import { keyedHash } from '../crypto/keys.ts';
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { addressOf, senderDomain } from '../notify/portal-address.ts';
import { oneClick } from '../notify/one-click.ts';
import { dayCalendar } from '../notify/tools/day-calendar.ts';
import { effectiveDay } from '../procedures/decisions/schema.ts';
import { subscriptionLetter } from '../notices/letter.ts';
import type { Portal } from '../portal/portal.ts';
import { addLetters, claimLetter, listNewDecisions, markLetter } from './letter-repository.ts';
import { decisionLines, effectWords, fieldNames, fieldsOf } from './letters.ts';
import { linkUntil } from './link-term.ts';
import { findReader } from './repository.ts';
import { tokenFor } from '../crypto/link-token.ts';
import { dayMs } from '../dates/lengths.ts';

/** A try that has not ended by then is taken for dead, and another may send. */
const leaseMs = 10 * 60_000;
const batch = 500;

/** The job `subscription-letter`: tells an address how to confirm; nothing when a later letter took its place. */
export async function sendConfirmation(
  portal: Portal,
  { subscriptionId, round }: { subscriptionId: string; round: number },
): Promise<void> {
  const { db, content, keys, env, mailer, now } = portal;
  const reader = await findReader(db, subscriptionId);
  if (!reader?.email || !reader.wishedFields || reader.round !== round) return;
  const token = tokenFor(keys, 'confirm', { id: subscriptionId, round });
  const stop = stopLink(portal, subscriptionId);
  const until = linkUntil(reader.askedAt);
  const letter = subscriptionLetter(content.notices, 'confirm', {
    department: content.department.name,
    fields: fieldNames(reader.wishedFields, content.procedures),
    link: addressOf(env, `/thong-bao/xac-nhan?ma=${token}`),
    until: `${clockOf(until)} ngày ${vietnameseDate(localDate(until))}`,
    stop,
  });
  const messageId = `<${idOf(portal, `confirm/${subscriptionId}/${round}`)}>`;
  // No button of the mail program here: whoever takes the letter of a stranger's wish for spam stays subscribed.
  await mailer.send({ ...letter, to: reader.email, messageId, at: now() });
}

/** The job `decision-letters`: a letter for every subscriber of the fields of each new decision, written down once. */
export async function planDecisionLetters(portal: Portal): Promise<void> {
  const { db, content, jobs, now } = portal;
  // A decision is told soon after its appearing, or not at all.
  const { amount } = await deadlineInForce(portal, 'decision-letter');
  const fresh = await listNewDecisions(db, new Date(now().getTime() - amount * dayMs));
  for (const { decision: slug, firstAt } of fresh) {
    const decision = content.decisions.find((one) => one.slug === slug);
    if (!decision) continue;
    const fields = fieldsOf(decision, content.procedures);
    for (let added = batch; added === batch;)
      added = await db.transaction().execute(async (trx) => {
        const readers = await addLetters(trx, { decision: slug, firstAt, fields }, batch);
        for (const subscriptionId of readers)
          await jobs.enqueue(
            trx,
            'decision-letter',
            { subscriptionId, decision: slug },
            { key: `${subscriptionId}/${slug}` },
          );
        return readers.length;
      });
  }
}

/**
 * The job `decision-letter`. At most one process at a time has a letter in hand, and what has gone is marked; a process
 * that dies between sending and marking leads to a second copy, ten minutes later, under the same Message-ID.
 */
export async function sendDecisionLetter(
  portal: Portal,
  { subscriptionId, decision: slug }: { subscriptionId: string; decision: string },
): Promise<void> {
  const { db, content, env, mailer, now } = portal;
  const decision = content.decisions.find((one) => one.slug === slug);
  const reader = await findReader(db, subscriptionId);
  if (!decision || !reader?.email || !reader.fields) return;
  const lines = decisionLines(decision, reader.fields, content.procedures);
  if (lines.length === 0) return;
  const stop = stopLink(portal, subscriptionId);
  const letter = subscriptionLetter(content.notices, 'decision', {
    department: content.department.name,
    number: decision.number,
    title: decision.title,
    effective: effectWords(decision),
    procedures: lines.join('\n'),
    link: addressOf(env, `/thong-bao/${slug}`),
    stop,
  });
  const key = { decision: slug, subscriptionId };
  const at = now();
  const uid = idOf(portal, `decision/${subscriptionId}/${slug}`);
  const on = effectiveDay(decision);
  // A day that is over needs no place in a calendar.
  const calendar =
    on > localDate(at)
      ? await dayCalendar({ on, title: `Quyết định ${decision.number} có hiệu lực`, uid, at })
      : undefined;
  const claim = await claimLetter(db, key, { now: at, lapsed: new Date(at.getTime() - leaseMs) });
  if (claim === 'sent') return;
  if (claim === 'busy') throw Object.assign(new Error('in hand elsewhere'), { code: 'EBUSY' });
  try {
    await mailer.send({
      ...letter,
      to: reader.email,
      messageId: `<${uid}>`,
      at,
      calendar,
      headers: oneClick(stop),
    });
  } catch (error) {
    await markLetter(db, key, { claimedAt: null });
    throw error;
  }
  await markLetter(db, key, { sentAt: now() });
}

const idOf = ({ keys, env }: Portal, of: string) =>
  `${keyedHash(keys, 'message-id', of).toString('base64url')}@${senderDomain(env)}`;

const stopLink = ({ keys, env }: Portal, id: string) =>
  addressOf(env, `/thong-bao/huy?ma=${tokenFor(keys, 'end', { id, round: 0 })}`);
