// Being told by mail when procedures of a field change: asked for, confirmed by a link, ended by one click.
import { keyedHash } from '../crypto/keys.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { anchorOf } from '../text/fold.ts';
import { deadBefore, linkUntil } from './link-term.ts';
import { topicOf } from './letters.ts';
import { confirmWish, endSubscription, forgetWishes, lockSubscription, writeWish } from './repository.ts';
import type { Subscribe } from './schema.ts';
import { readToken } from '../crypto/link-token.ts';
import { inVietnameseOrder } from '../text/order.ts';
import { minuteMs } from '../dates/lengths.ts';

/** One letter in so many minutes, and so many in a row without an answer: nobody's mailbox can be filled from here. */
const spacingMs = 10 * minuteMs;
const mostRounds = 5;

/**
 * Takes a wish in and writes to the address, whoever asked. The answer is the same for every address: it tells
 * nobody who is subscribed.
 */
export async function subscribe(
  { db, keys, jobs, content, now }: Portal,
  { email, fields }: Subscribe,
): Promise<void> {
  const known = new Set(
    [...content.procedures.values()].flatMap(({ slug, field }) => [topicOf(slug), anchorOf(field)]),
  );
  const unknown = fields.find((field) => !known.has(field));
  if (unknown !== undefined)
    throw new Problem('invalid', undefined, [
      { pointer: '/fields', detail: 'Có lĩnh vực không còn trong danh mục. Hãy chọn lại.' },
    ]);
  const at = now();
  const wish = {
    email,
    // People write the same address in small and in capital letters.
    emailHash: keyedHash(keys, 'subscription-address', email.toLowerCase()),
    fields: [...new Set(fields)].toSorted(inVietnameseOrder),
  };
  await db.transaction().execute(async (trx) => {
    const patience = { now: at, askedBefore: new Date(at.getTime() - spacingMs), mostRounds };
    const letter = await writeWish(trx, wish, patience);
    if (!letter) return;
    const { id: subscriptionId, round } = letter;
    await jobs.enqueue(
      trx,
      'subscription-letter',
      { subscriptionId, round },
      { key: `${subscriptionId}/${round}` },
    );
  });
}

const deadLink = () =>
  new Problem(
    'not-found',
    'Đường dẫn này không đúng hoặc đã hết hạn (72 giờ). Hãy đăng ký lại để nhận thư xác nhận mới.',
  );

/** Confirms the wish of one letter; the same link again changes nothing and answers the same. */
export async function confirmSubscription(
  { db, keys, now }: Portal,
  token: string,
): Promise<{ fields: string[] }> {
  const named = readToken(keys, 'confirm', token);
  if (!named) throw deadLink();
  return await db.transaction().execute(async (trx) => {
    const row = await lockSubscription(trx, named.id);
    if (!row || row.round !== named.round) throw deadLink();
    if (row.confirmedRound === row.round && row.fields) return { fields: row.fields };
    if (!row.wishedFields || linkUntil(row.askedAt) <= now()) throw deadLink();
    await confirmWish(trx, row.id, row.wishedFields, now());
    return { fields: row.wishedFields };
  });
}

/** Ends a subscription and forgets its address; one that has ended stays so. */
export async function unsubscribe({ db, keys, now }: Portal, token: string): Promise<void> {
  const named = readToken(keys, 'end', token);
  if (!named)
    throw new Problem('not-found', 'Đường dẫn này không đúng. Hãy mở lại đường dẫn ở cuối thư đã nhận.');
  await endSubscription(db, named.id, now());
}

/** The job `tidy-subscriptions`: wishes that nobody confirmed are forgotten. */
export async function tidySubscriptions({ db, now }: Portal): Promise<void> {
  await db.transaction().execute((trx) => forgetWishes(trx, deadBefore(now())));
}
