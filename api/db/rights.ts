// What the role of the run may do with each table: what is written for ever, it can neither change nor delete.
import { sql } from 'kysely';
import type { Db } from './open.ts';

const everything = 'select, insert, update, delete';

/** Tables with fewer rights than everything; all others, and those of the queue, have `everything`. */
const fewer: { may: string; tables: string[] }[] = [
  {
    may: 'select, insert',
    tables: [
      'case_events',
      'key_fingerprint',
      'security_events',
      'ledger_leaves',
      'ledger_nodes',
      'ledger_checkpoints',
      'signing_keys',
      'calendar_changes',
      'case_read_log',
      'publications',
      'survey_versions',
      'survey_results',
      'posting_marks',
      'dossier_imports',
      'dossier_rows',
      'obligation_marks',
      'issued_reports',
      'request_events',
    ],
  },
  {
    may: 'select, insert, update',
    tables: [
      'cases',
      'register_counters',
      'case_replies',
      'case_reads',
      'published_answers',
      'ledger_head',
      'deadlines',
      'survey_rounds',
      'survey_papers',
      'requests',
      'request_counters',
    ],
  },
  { may: 'select', tables: ['kysely_migration', 'kysely_migration_lock'] },
];

/** Gives a role exactly these rights on the tables that exist now; called by their owner after migrating. */
export async function grantRunRights(owner: Db, role: string): Promise<void> {
  const to = sql.id(role);
  await owner.transaction().execute(async (trx) => {
    // Two processes that start together would grant at the same moment.
    await sql`select pg_advisory_xact_lock(hashtext('minh-bach/rights'))`.execute(trx);
    const { rows } = await sql<{ schema: string; name: string }>`
      select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'jobs')`.execute(
      trx,
    );
    for (const schema of new Set(rows.map((row) => row.schema))) {
      await sql`revoke all on all tables in schema ${sql.id(schema)} from ${to}`.execute(trx);
      await sql`grant usage on schema ${sql.id(schema)} to ${to}`.execute(trx);
      await sql`grant usage on all sequences in schema ${sql.id(schema)} to ${to}`.execute(trx);
    }
    for (const { schema, name } of rows) {
      const may = schema === 'public' ? fewer.find(({ tables }) => tables.includes(name))?.may : undefined;
      await sql`grant ${sql.raw(may ?? everything)} on ${sql.id(schema, name)} to ${to}`.execute(trx);
    }
  });
}
