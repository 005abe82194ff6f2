// The queue of background work in its own schema, and what was sent to whom, so that nothing is sent twice.
import { sql, type Kysely } from 'kysely';
import { getConstructionPlans } from 'pg-boss';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The plan brings its own transaction; a migration is in one already. Later versions of the schema are pg-boss's own.
  const plan = getConstructionPlans('jobs').replace(/^\s*(BEGIN|COMMIT);/gim, '');
  await sql.raw(plan).execute(db);

  // Neither a name nor an address: which event was told by which channel, and when.
  await sql`
    create table sent_notices (
      case_id uuid not null references cases,
      seq int not null,
      channel text not null check (channel in ('email', 'sms')),
      claimed_at timestamptz not null,
      sent_at timestamptz,
      primary key (case_id, seq, channel)
    )`.execute(db);
}
