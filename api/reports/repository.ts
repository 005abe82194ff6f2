// What reports are made of, and the issued ones: one function, one query.
import { sql } from 'kysely';
import { dayEnd, dayOf, dayStart } from '../db/day.ts';
import type { Db, Transaction } from '../db/open.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';
import type { StepName } from '../cases/lifecycle.ts';
import type { Step } from '../cases/steps/step.ts';
import { steps, stepsWhere } from '../cases/steps/table.ts';
import { stands } from '../db/undone.ts';
import { isAbout, visibleTo } from '../cases/visible-repository.ts';
import type { Viewer } from '../staff/roles.ts';
import type { ReportHistory } from './case-facts.ts';
import type { FrozenReport } from './frozen.ts';
import type { ReportPeriod } from './period.ts';

const table: Record<StepName, Step> = steps;
// The events that say what a letter is about, or that it is no longer known.
const saysAbout = sql.join(
  stepsWhere(({ counts }) => counts?.about !== undefined).map((step) => {
    const from = table[step].counts?.onlyFrom;
    return from
      ? sql`(e.step = ${sql.lit(step)} and e.from_status = ${sql.lit(from)})`
      : sql`e.step = ${sql.lit(step)}`;
  }),
  sql` or `,
);

type Candidate = Pick<ReportHistory, 'number' | 'classifications' | 'verification'> & { id: string };

/**
 * The cases that may belong to a period: received by its end, and still open or with an event since its start. For a
 * viewer none that complains of them; for nobody (null) all.
 */
export async function listCandidates(
  trx: Transaction,
  { from, to }: ReportPeriod,
  viewer: Viewer | null,
  after: string | null,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select c.id, c.number, coalesce((
      select json_agg(json_build_object('on', ${dayOf('e.at')},
        'contentCode', e.data::json ->> 'contentCode', 'track', e.data::json ->> 'track') order by e.seq)
      from case_events e where e.case_id = c.id and (${saysAbout}) and ${stands('e')}), '[]') as classifications,
      (select r.verification from case_replies r where r.case_id = c.id and r.written_at < ${dayEnd(to)}
        order by r.version desc limit 1) as verification
    from cases c
    where c.received_at < ${dayEnd(to)}
      ${viewer ? sql`and not ${isAbout(viewer, sql.table('c'))}` : sql``}
      and (${after}::uuid is null or c.id > ${after}::uuid)
      and (c.closed_at is null or exists (select from case_events e where e.case_id = c.id and e.at >= ${dayStart(from)}))
    order by c.id limit ${limit}`.execute(trx);
  return rows;
}

type NewIssue = {
  formId: string;
  fromOn: string;
  toOn: string;
  subject: string;
  report: FrozenReport;
  hash: string;
  issuedBy: string;
  issuedAt: Date;
};

export async function insertIssue(db: Db, { report, ...row }: NewIssue): Promise<number> {
  const { id } = await db
    .insertInto('issuedReports')
    .values({ ...row, report: JSON.stringify(report) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const withIssuer = (db: Db) =>
  db
    .selectFrom('issuedReports')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = issued_reports.issued_by`))
    .select([
      'issuedReports.id',
      'formId',
      'fromOn',
      'toOn',
      'subject',
      'hash',
      'issuedAt',
      'staffUsers.name as issuedBy',
    ]);

/** Newest first; of one form when it is named. */
export async function listIssues(db: Db, limit: number, formId?: string) {
  return await withIssuer(db)
    .$if(formId !== undefined, (query) => query.where('formId', '=', formId ?? ''))
    .orderBy('issuedReports.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findIssue(db: Db, id: number) {
  return await withIssuer(db).select('report').where('issuedReports.id', '=', id).executeTakeFirst();
}

/** Of some cases those that a viewer may open, and that no list behind official figures withholds. */
export async function listNameable(db: Db, viewer: Viewer, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where('number', '=', sql<string>`any(${numbers}::text[])`)
    .where('restricted', '=', false)
    .where(sql<boolean>`not ${isWithheld}`)
    .where(visibleTo(viewer))
    .execute();
  return new Set(rows.map(({ number }) => number));
}
