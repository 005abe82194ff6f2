// A round of handling on the clock of an earlier one knows for how many working days that clock has stood still already.
import { sql, type Kysely } from 'kysely';

// The facts are a reckoning: they are counted anew when their rules change (api/figures/facts.ts, factsVersion).
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table case_facts add column paused_before int not null default 0`.execute(db);
}
