// What the role of the run may do with each table: what is written for ever, it can neither change nor delete.
import { sql } from 'kysely';
import type { Db } from './open.ts';

const everything = 'select, insert, update, delete';

type Line = { may: string; tables: string[]; erasing?: string; anew?: string };
/** What may be done with each table and view; one that stands in no line is out of reach. */
export const rights: Line[] = [
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
      'staff_handovers',
      'staff_handover_cases',
      'staff_handover_drafts',
      'office_mail',
      'case_escalations',
      'outgoing_documents',
      'outgoing_cancellations',
      'letter_templates',
      'letter_template_verdicts',
    ],
  },
  // What was written is never changed; erasing takes words away, and a trigger lets nothing else be done with that right.
  { may: 'select, insert', tables: ['case_replies'], erasing: 'update (body)' },
  {
    may: 'select, insert',
    tables: ['answer_versions'],
    erasing: 'update (summary, answer, title, changed, changed_document)',
  },
  { may: 'select, insert', tables: ['rating_versions'], erasing: 'update (comment)' },
  // Likewise for encrypting anew.
  { may: 'select, insert, delete', tables: ['case_contents'], anew: 'update (body, wish)' },
  { may: 'select, insert, delete', tables: ['case_event_texts'], anew: 'update (text)' },
  { may: 'select, insert, delete', tables: ['outgoing_texts'], anew: 'update (sealed)' },
  { may: 'select, insert, delete', tables: ['case_seals'] },
  {
    may: 'select, insert, update',
    tables: [
      'cases',
      'register_counters',
      'outgoing_counters',
      'case_reads',
      'data_keys',
      'encryption_progress',
      'ledger_head',
      'office_files',
      'deadlines',
      'survey_rounds',
      'survey_papers',
      'requests',
      'request_counters',
    ],
  },
  {
    may: 'select',
    tables: [
      'kysely_migration',
      'kysely_migration_lock',
      'published_answers',
      'case_ratings',
      'security_head',
    ],
  },
  {
    may: everything,
    tables: [
      'allowances',
      'answer_echoes',
      'asked_letters',
      'attachments',
      'calendar_days',
      'case_batch_items',
      'case_batches',
      'case_facts',
      'case_holds',
      'case_news',
      'case_presence',
      'case_proposals',
      'case_senders',
      'case_subjects',
      'case_units',
      'case_words',
      'case_words_due',
      'code_links',
      'confirmed_addresses',
      'decision_letters',
      'desk_counts',
      'desk_filters',
      'drafts',
      'figures_durations',
      'figures_head',
      'figures_monthly',
      'file_removals',
      'ledger_pending',
      'list_views',
      'obligation_feeds',
      'officer_drafts',
      'officer_happenings',
      'officer_letter_lines',
      'officer_letters',
      'officer_mail',
      'page_rating_comments',
      'page_ratings',
      'posting_photos',
      'posting_receipts',
      'request_people',
      'request_texts',
      'search_misses',
      'sent_notices',
      'staff_accounts',
      'staff_asks',
      'staff_attempts',
      'staff_challenges',
      'staff_identities',
      'staff_links',
      'staff_mandates',
      'staff_passkeys',
      'staff_sessions',
      'staff_two_factors',
      'staff_users',
      'staff_verifications',
      'subscriptions',
      'survey_answers',
      'survey_pending',
      'survey_tokens_burnt',
      'worker_beats',
    ],
  },
];

/** The tables of pg-boss, which makes and names them. */
const queue: Line = { may: everything, tables: [] };

/** Gives a role exactly these rights on the tables that exist now; called by their owner after migrating. */
export async function grantRunRights(owner: Db, role: string): Promise<void> {
  const to = sql.id(role);
  await owner.transaction().execute(async (trx) => {
    // Two processes that start together would grant at the same moment.
    await sql`select pg_advisory_xact_lock(hashtext('minh-bach/rights'))`.execute(trx);
    const { rows } = await sql<{ schema: string; name: string }>`
      select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'jobs')
      union all select schemaname, viewname from pg_views where schemaname = 'public'`.execute(trx);
    for (const schema of new Set(rows.map((row) => row.schema))) {
      await sql`revoke all on all tables in schema ${sql.id(schema)} from ${to}`.execute(trx);
      await sql`grant usage on schema ${sql.id(schema)} to ${to}`.execute(trx);
      await sql`grant usage on all sequences in schema ${sql.id(schema)} to ${to}`.execute(trx);
    }
    for (const { schema, name } of rows) {
      const line = schema === 'jobs' ? queue : rights.find(({ tables }) => tables.includes(name));
      const table = sql.id(schema, name);
      for (const may of [line?.may, line?.erasing, line?.anew])
        if (may !== undefined) await sql`grant ${sql.raw(may)} on ${table} to ${to}`.execute(trx);
    }
  });
}
