// The register as staff list it: pages and bounded counts.
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { isTurnOf, isOverdue, nearestDue } from '../dates/due-repository.ts';
import type { StepName } from '../lifecycle.ts';
import type { ContentCode, Track } from '../schema.ts';
import { visibleTo } from '../visible-repository.ts';

export type RegisterView = 'waiting' | 'due-today' | 'overdue' | 'open' | 'closed';

/** Today, and the last day before the next working day: what is due in between is due today. */
export type Days = { today: string; until: string };

/** Which rows of `cases` a view holds. */
export function inView(view: RegisterView, viewer: Viewer, { today, until }: Days): RawBuilder<boolean> {
  const open = sql<boolean>`cases.closed_at is null`;
  if (view === 'closed') return sql`cases.closed_at is not null`;
  if (view === 'open') return open;
  if (view === 'due-today') return sql`${open} and ${nearestDue} between ${today}::date and ${until}::date`;
  if (view === 'overdue') return sql`${open} and ${isOverdue(today)}`;
  return sql`${open} and ${isTurnOf(viewer)}`;
}

/** The first words of a case until somebody has summed it up: for whoever opens the case itself. */
export const ownSummary = sql<string>`coalesce(cases.summary,
  left((select body from case_contents where case_id = cases.id), 140), 'Nội dung đã xóa')`;

/** The step that led into the state of a rejection, null elsewhere: not all that ends there was rejected (`statusLabelOf`). */
export const endedBy = sql<StepName | null>`(case when cases.status = 'rejected' then (
  select e.step from case_events e where e.case_id = cases.id and e.from_status <> e.to_status
  order by e.seq desc limit 1) end)`;

/** Whether the words of a case stand in no list: it is locked, or signs in it wait for an officer's word. */
export const isWithheld = sql<boolean>`(cases.locked or coalesce(cases.signal in ('denunciation', 'complaint'), false))`;

/** The same for a list: what is withheld there says only why. */
export const summaryOrStart = sql<string>`case
  when cases.locked then 'Đơn đã khóa: không hiện nội dung ở danh sách'
  when cases.signal = 'denunciation' then 'Cần xem: có dấu hiệu tố cáo'
  when cases.signal = 'complaint' then 'Cần xem: có dấu hiệu khiếu nại'
  else ${ownSummary} end`;

/** How many others say, under the published answer of a case, that they met the same. */
export const echoesOf = sql<number>`coalesce((select count from answer_echoes a where a.case_id = cases.id), 0)`;

const proposedStep = sql<StepName | null>`(select p.step from case_proposals p where p.case_id = cases.id)`;

/** One page of a view in the order of what is due first (closed ones: newest first). */
export async function listCases(
  db: Db,
  viewer: Viewer,
  view: RegisterView,
  days: Days,
  after: string | undefined,
  limit: number,
) {
  const closed = view === 'closed';
  const position = closed
    ? sql<string>`cases.number`
    : sql<string>`coalesce(${nearestDue}, cases.due_on)::text || '~' || cases.number`;
  const beyond =
    after === undefined
      ? sql<boolean>`true`
      : closed
        ? sql<boolean>`${position} < ${after}`
        : sql<boolean>`${position} > ${after}`;
  return await db
    .selectFrom('cases')
    .leftJoin('staffUsers', (join) => join.on(sql<boolean>`staff_users.id::text = cases.handler_id`))
    .select([
      'cases.number',
      'cases.status',
      'cases.source',
      sql<Track | null>`case when not ${isWithheld} then cases.track end`.as('track'),
      sql<ContentCode | null>`case when not ${isWithheld} then cases.content_code end`.as('contentCode'),
      'cases.restricted',
      'cases.locked',
      sql<string | null>`case when not ${isWithheld} then cases.procedure_slug end`.as('procedureSlug'),
      'cases.signal',
      'cases.unit',
      'cases.receivedAt',
      'cases.dueOn',
      'cases.stageDueOn',
      'cases.transferDueOn',
      'cases.reviewDueOn',
      'cases.closedAt',
      'staffUsers.name as handler',
      endedBy.as('endedBy'),
      summaryOrStart.as('summary'),
      echoesOf.as('echoes'),
      proposedStep.as('proposedStep'),
      position.as('position'),
    ])
    .where(visibleTo(viewer))
    .where(inView(view, viewer, days))
    .where(beyond)
    .orderBy(position, closed ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** How many cases of a view there are, counted no further than `most`. */
export async function countCases(
  db: Db,
  viewer: Viewer,
  view: RegisterView,
  days: Days,
  most: number,
): Promise<number> {
  const bounded = db
    .selectFrom('cases')
    .select(sql<number>`1`.as('one'))
    .where(visibleTo(viewer))
    .where(inView(view, viewer, days))
    .limit(most)
    .as('bounded');
  const row = await db
    .selectFrom(bounded)
    .select(sql<number>`count(*)::int`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}
