// Cases whose data is kept beyond its term: while one stands, nothing of the case is erased.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table case_holds (
      id uuid primary key,
      case_id uuid not null references cases,
      -- Encrypted; who and when stay, the words go with the case.
      reason text not null,
      until_on date,
      made_by text not null,
      made_at timestamptz not null,
      ended_at timestamptz,
      ended_by text,
      check ((ended_at is null) = (ended_by is null))
    )`.execute(db);
  await sql`create unique index case_holds_standing on case_holds (case_id) where ended_at is null`.execute(
    db,
  );
  await sql`create index cases_kept on cases (closed_at, id) where erased_at is null and closed_at is not null`.execute(
    db,
  );
}
