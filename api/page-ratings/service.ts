// Rating the information of a page (điểm b khoản 3 Điều 10 Nghị định số 224/2026/NĐ-CP), and what the editors make of it.
import { dateOf, dayNumber, localDate } from '../dates/dates.ts';
import { deadlineInForce } from '../deadlines/service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { maskedText } from '../surveys/text-masking.ts';
import {
  countRating,
  deleteCommentsBefore,
  insertComment,
  listComments,
  listRatings,
  markComment,
} from './repository.ts';
import type { PageRatings, RatePage, RatingQuery } from './schema.ts';

/** More pages than a department has; beyond them addresses were made up. */
const mostPages = 20_000;
const mostShown = 500;
const spanDays = 30;

const daysBefore = (day: string, days: number): string => dateOf(dayNumber(day) - days);

/**
 * Counts one visitor's word on a page, with the day and nothing of the visitor. What looks personal in the sentence is
 * covered before anything is written: nobody reads it beforehand.
 */
export async function ratePage({ db, now }: Portal, { page, helpful, comment }: RatePage): Promise<void> {
  const rating = { page, onDay: localDate(now()), helpful: helpful === 'yes' };
  await db.transaction().execute(async (trx) => {
    const isKept = await countRating(trx, rating, mostPages);
    if (isKept && comment) await insertComment(trx, { ...rating, comment: maskedText(comment) });
  });
}

export async function readRatings(portal: Portal, { page, handled }: RatingQuery): Promise<PageRatings> {
  const today = localDate(portal.now());
  const from = daysBefore(today, spanDays - 1);
  const [pages, comments, { amount }] = await Promise.all([
    listRatings(portal.db, { from, before: daysBefore(from, spanDays) }, mostShown),
    listComments(
      portal.db,
      { page, handled: handled === undefined ? undefined : handled === 'yes' },
      mostShown,
    ),
    deadlineInForce(portal, 'rating-comments'),
  ]);
  return {
    pages,
    comments: comments.map(({ handledAt, ...comment }) => ({
      ...comment,
      handledAt: handledAt?.toISOString() ?? null,
    })),
    keptDays: amount,
  };
}

/** Marks a sentence as handled by the viewer, or takes the mark away. */
export async function markHandled(
  { db, now }: Portal,
  viewer: Viewer,
  id: string,
  handled: boolean,
): Promise<void> {
  const mark = handled ? { handledAt: now(), handledBy: viewer.id } : { handledAt: null, handledBy: null };
  if (!(await markComment(db, id, mark)))
    throw new Problem('not-found', 'Ý kiến này không còn. Có thể đã hết thời hạn giữ.');
}

/** Forgets the sentences whose term of keeping is over; the counts stay. */
export async function forgetOldComments(portal: Portal): Promise<number> {
  const { amount } = await deadlineInForce(portal, 'rating-comments');
  return await deleteCommentsBefore(portal.db, daysBefore(localDate(portal.now()), amount));
}
