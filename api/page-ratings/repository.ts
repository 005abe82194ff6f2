// Queries over the ratings of pages.
import { sql } from 'kysely';
import { newRowId } from '../crypto/row-id.ts';
import { decrypted, encrypted } from '../db/encrypted.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { PageRating } from './schema.ts';

/** Counts one more; of new pages no more than `most` are kept, so that made-up addresses fill nothing. */
export async function countRating(
  trx: Transaction,
  { page, onDay, helpful }: { page: string; onDay: string; helpful: boolean },
  most: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into page_ratings (page, on_day, helpful, count)
    select ${page}, ${onDay}::date, ${helpful}, 1
    where exists (select from page_ratings where page = ${page})
      or (select count(distinct page) from page_ratings) < ${most}
    on conflict (page, on_day, helpful) do update set count = page_ratings.count + 1
    returning 1`.execute(trx);
  return rows.length > 0;
}

export async function insertComment(
  trx: Transaction,
  comment: { page: string; onDay: string; helpful: boolean; comment: string },
): Promise<void> {
  const id = newRowId();
  await trx
    .insertInto('pageRatingComments')
    .values({ ...comment, id, comment: encrypted('page_rating_comments.comment', id, comment.comment) })
    .execute();
}

/** By page, those that help least first; `from` and `before` are the first days of the two spans. */
export async function listRatings(
  db: Db,
  { from, before }: { from: string; before: string },
  limit: number,
): Promise<PageRating[]> {
  const { rows } = await sql<{
    page: string;
    yes: number;
    no: number;
    recentYes: number;
    recentNo: number;
    beforeYes: number;
    beforeNo: number;
    waiting: number;
  }>`
    with sums as (
      select page,
        coalesce(sum(count) filter (where helpful), 0)::int as yes,
        coalesce(sum(count) filter (where not helpful), 0)::int as no,
        coalesce(sum(count) filter (where helpful and on_day >= ${from}::date), 0)::int as recent_yes,
        coalesce(sum(count) filter (where not helpful and on_day >= ${from}::date), 0)::int as recent_no,
        coalesce(sum(count) filter (where helpful and on_day < ${from}::date and on_day >= ${before}::date), 0)::int
          as before_yes,
        coalesce(sum(count) filter (where not helpful and on_day < ${from}::date and on_day >= ${before}::date), 0)::int
          as before_no
      from page_ratings group by page
    ), waiting as (
      select page, count(*)::int as waiting from page_rating_comments where handled_at is null group by page
    )
    select sums.*, coalesce(waiting.waiting, 0) as waiting
    from sums left join waiting using (page)
    order by recent_no desc, no desc, yes desc, page limit ${limit}`.execute(db);
  return rows.map(({ page, yes, no, waiting, ...spans }) => ({
    page,
    yes,
    no,
    recent: { yes: spans.recentYes, no: spans.recentNo },
    before: { yes: spans.beforeYes, no: spans.beforeNo },
    waiting,
  }));
}

/** Sentences, newest day first; those that wait before those that are handled. */
export async function listComments(
  db: Db,
  { page, handled }: { page?: string | undefined; handled?: boolean | undefined },
  limit: number,
) {
  let query = db
    .selectFrom('pageRatingComments')
    .leftJoin('staffUsers', 'staffUsers.id', 'pageRatingComments.handledBy')
    .select([
      'pageRatingComments.id',
      'page',
      'onDay',
      'helpful',
      decrypted<string>('page_rating_comments.comment').as('comment'),
      'handledAt',
      'staffUsers.name as handledBy',
    ]);
  if (page !== undefined) query = query.where('page', '=', page);
  if (handled !== undefined) query = query.where('handledAt', handled ? 'is not' : 'is', null);
  return await query
    .orderBy(sql`handled_at is not null`)
    .orderBy('onDay', 'desc')
    .orderBy('pageRatingComments.id')
    .limit(limit)
    .execute();
}

/** Whether there was such a sentence. */
export async function markComment(
  db: Db,
  id: string,
  mark: { handledAt: Date | null; handledBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pageRatingComments')
    .set(mark)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteCommentsBefore(db: Db, day: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('pageRatingComments')
    .where('onDay', '<', day)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
