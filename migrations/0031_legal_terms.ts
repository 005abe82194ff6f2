// The legal due day, the pauses and the extension of each round; answers late by the law but within their extension.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // All of it is derived: the first start counts everything anew, and these are filled then.
  await sql`
    alter table case_facts
      add column legal_due_on date,
      add column extended boolean not null default false,
      add column paused jsonb not null default '[]'`.execute(db);
  await sql`alter table figures_monthly add column answered_extended int not null default 0`.execute(db);
  await sql`drop index case_facts_open`.execute(db);
  await sql`create index case_facts_open on case_facts (legal_due_on, due_on, waiting, extended)
    where ended_on is null`.execute(db);
}
