// Whether the information of a page helped: counted by page and day, the sentences apart, and nothing of who rated.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table page_ratings (
      page text not null check (length(page) between 1 and 200),
      on_day date not null,
      helpful boolean not null,
      count integer not null check (count > 0),
      primary key (page, on_day, helpful)
    )`.execute(db);
  // An id of chance and a day without its hour: the order of writing is nobody's.
  await sql`
    create table page_rating_comments (
      id uuid primary key default gen_random_uuid(),
      page text not null,
      on_day date not null,
      helpful boolean not null,
      comment text not null check (length(comment) between 1 and 1000),
      handled_at timestamptz,
      handled_by text,
      check ((handled_at is null) = (handled_by is null))
    )`.execute(db);
  await sql`create index page_rating_comments_page on page_rating_comments (page, on_day)`.execute(db);
  await sql`create index page_rating_comments_day on page_rating_comments (on_day)`.execute(db);
}
