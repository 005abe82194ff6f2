// Made-up rows of the register that one connection sees in the place of the real ones, with all that the database reckons.
import { sql, type Kysely } from 'kysely';
import type { Db } from '../../../api/db/open.ts';
import type { Tables } from '../../../api/db/tables.ts';
import { isClosed, type Status, type StepName } from '../../../api/cases/lifecycle.ts';

export type MadeCase = {
  status: Status;
  dueOn: string;
  stageDueOn?: string | null;
  transferDueOn?: string | null;
  reviewDueOn?: string | null;
  handlerId?: string | null;
  unit?: string | null;
  locked?: boolean;
  keeperId?: string | null;
  subjects?: { unit: string; staffId: string }[];
  coUnits?: string[];
  proposal?: { step: StepName; proposedBy: string } | null;
  source?: string;
  track?: string | null;
  contentCode?: string;
  procedureSlug?: string | null;
  restricted?: boolean;
  receivedOn?: string;
  /** The day of its last event. */
  lastOn?: string;
  isNew?: boolean;
};

const stood = ['cases', 'case_subjects', 'case_units', 'case_proposals', 'case_news', 'desk_counts'] as const;

export const uuidOf = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;

/** A connection on which `put` changes what stands in the register; nobody else sees it. */
export async function withMadeRegister(
  owner: Kysely<Tables>,
  run: (db: Db, put: (cases: readonly MadeCase[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  await owner.connection().execute(async (db) => {
    for (const table of stood)
      await sql`create temporary table ${sql.table(table)} (like ${sql.table(`public.${table}`)} including all)`.execute(
        db,
      );
    await sql`create trigger counted after insert on pg_temp.cases for each row execute function count_open_case()`.execute(
      db,
    );
    try {
      await run(db, (cases) => put(db, cases));
    } finally {
      for (const table of stood) await sql`drop table ${sql.table(`pg_temp.${table}`)}`.execute(db);
    }
  });
}

async function put(db: Db, cases: readonly MadeCase[]): Promise<void> {
  await sql`truncate cases, case_subjects, case_units, case_proposals, case_news, desk_counts`.execute(db);
  await insert(
    db,
    'cases',
    cases.map((one, serial) => ({
      id: uuidOf(serial),
      register: 'PAKN',
      year: 2026,
      serial,
      number: `PAKN-2026-${String(serial).padStart(6, '0')}`,
      source: one.source ?? 'web',
      status: one.status,
      track: one.track ?? null,
      content_code: one.contentCode ?? '5.2',
      procedure_slug: one.procedureSlug ?? null,
      restricted: one.restricted ?? false,
      received_at: `${one.receivedOn ?? '2026-11-16'}T08:00:00+07:00`,
      happened_at: one.lastOn ? `${one.lastOn}T09:00:00+07:00` : null,
      clock_started_on: '2026-11-16',
      due_on: one.dueOn,
      due_basis: { rule: 'handle', from: '2026-11-16', workingDays: 15 },
      stage_due_on: one.stageDueOn ?? null,
      transfer_due_on: one.transferDueOn ?? null,
      review_due_on: one.reviewDueOn ?? null,
      unit: one.unit ?? null,
      handler_id: one.handlerId ?? null,
      locked: one.locked ?? false,
      keeper_id: one.keeperId ?? null,
      closed_at: isClosed(one.status) ? '2026-11-20T00:00:00Z' : null,
      version: 1,
      secret_hash: '\\x00',
      idempotency_hash: `\\x${String(serial).padStart(8, '0')}`,
      request_hash: '\\x00',
      sealed_receipt: '',
    })),
  );
  const each = <Row>(rowsOf: (one: MadeCase) => readonly Row[]) =>
    cases.flatMap((one, serial) => rowsOf(one).map((row) => ({ case_id: uuidOf(serial), ...row })));
  await insert(
    db,
    'case_subjects',
    each(({ subjects = [] }) => subjects.map(({ unit, staffId }) => ({ unit, staff_id: staffId }))),
  );
  await insert(
    db,
    'case_units',
    each(({ coUnits = [] }) => coUnits.map((unit) => ({ unit }))),
  );
  await insert(
    db,
    'case_proposals',
    each(({ proposal }) =>
      proposal
        ? [
            {
              step: proposal.step,
              proposed_by: proposal.proposedBy,
              input: {},
              proposed_at: '2026-11-16T01:00:00Z',
            },
          ]
        : [],
    ),
  );
  await insert(
    db,
    'case_news',
    each(({ isNew = false }) => (isNew ? [{ step: 'supply', at: '2026-11-16T01:00:00Z' }] : [])),
  );
}

async function insert(db: Db, table: (typeof stood)[number], rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(db);
}
