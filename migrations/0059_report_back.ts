// When a higher authority that has sent a case on was told how it ended, and which cases it has yet to be told of.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column reported_on date,
      add column report_number text`.execute(db);
  // As api/cases/dates/report.ts says it; a test holds the two together.
  await sql`
    alter table cases add column report_owed boolean not null generated always as (
      source in ('vp-ubnd', 'dvcqg') and erased_at is null and status <> 'merged'
      and (closed_at is not null or status = 'answered')
      and (reported_on is null
        or coalesce(reported_on < (answered_at at time zone 'Asia/Ho_Chi_Minh')::date, false))) stored`.execute(
    db,
  );
  await sql`create index cases_report_owed on cases (received_at, id) where report_owed`.execute(db);
}
