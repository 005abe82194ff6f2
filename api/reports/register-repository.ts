// The register of a period as it stands now: one function, one query.
import { sql } from 'kysely';
import type { Status, StepName } from '../cases/lifecycle.ts';
import type { CaseSource, Outcome, Track } from '../cases/schema.ts';
import type { Signal } from '../cases/intake/signal.ts';
import { senderColumn } from '../cases/columns-repository.ts';
import { visibleTo } from '../cases/visible-repository.ts';
import { endedBy, summaryOrStart } from '../cases/reading/register-repository.ts';
import { dayEnd, dayStart } from '../db/day.ts';
import type { Db } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import type { ReportPeriod } from './period.ts';

export type RegisterRow = {
  id: string;
  year: number;
  serial: number;
  number: string;
  receivedAt: Date;
  source: CaseSource;
  status: Status;
  track: Track | null;
  restricted: boolean;
  locked: boolean;
  signal: Signal | null;
  keeperId: string | null;
  handlerId: string | null;
  senderName: string | null;
  senderAddress: string | null;
  senderPhone: string | null;
  endedBy: StepName | null;
  summary: string;
  procedureSlug: string | null;
  unit: string | null;
  dueOn: string;
  answeredAt: Date | null;
  letterNumber: string | null;
  outcome: Outcome | null;
  outsideAgency: string | null;
  outsideNumber: string | null;
  publishedAt: Date | null;
  mergedInto: string | null;
};

/** What the viewer may open, in the order of the numbers; `after`: from the one behind that on. */
export async function listRegister(
  db: Db,
  viewer: Viewer,
  { from, to }: ReportPeriod,
  { limit, after }: { limit: number; after?: Pick<RegisterRow, 'year' | 'serial'> | undefined },
): Promise<RegisterRow[]> {
  return await db
    .selectFrom('cases')
    .leftJoin('caseSenders', 'caseSenders.caseId', 'cases.id')
    .select([
      'cases.id',
      'cases.year',
      'cases.serial',
      'cases.number',
      'cases.receivedAt',
      'cases.source',
      'cases.status',
      'cases.track',
      'cases.restricted',
      'cases.locked',
      'cases.keeperId',
      'cases.handlerId',
      'cases.signal',
      senderColumn<'name', null>('name').as('senderName'),
      senderColumn<'address', null>('address').as('senderAddress'),
      senderColumn<'phone', null>('phone').as('senderPhone'),
      endedBy.as('endedBy'),
      summaryOrStart.as('summary'),
      'cases.procedureSlug',
      'cases.unit',
      'cases.dueOn',
      'cases.answeredAt',
      'cases.letterNumber',
      sql<Outcome | null>`(select outcome from case_replies r where r.case_id = cases.id and cases.answered_at is not null
        order by version desc limit 1)`.as('outcome'),
      'cases.outsideAgency',
      'cases.outsideNumber',
      'cases.publishedAt',
      sql<string | null>`(select number from cases main where main.id = cases.merged_into)`.as('mergedInto'),
    ])
    .where(
      sql<boolean>`cases.received_at >= ${dayStart(from)}
        and cases.received_at < ${dayEnd(to)}`,
    )
    .where(visibleTo(viewer))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(cases.year, cases.serial) > (${after?.year ?? 0}::int, ${after?.serial ?? 0}::int)`,
      ),
    )
    .orderBy('cases.year')
    .orderBy('cases.serial')
    .limit(limit)
    .execute();
}

/** Whether a period holds more than so many cases that a viewer may open. */
export async function holdsMore(
  db: Db,
  viewer: Viewer,
  { from, to }: ReportPeriod,
  most: number,
): Promise<boolean> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where(sql<boolean>`cases.received_at >= ${dayStart(from)} and cases.received_at < ${dayEnd(to)}`)
    .where(visibleTo(viewer))
    .offset(most)
    .limit(1)
    .execute();
  return rows.length > 0;
}
