// What a view and its filters hold, as conditions on rows of `cases`; `partsOf` names the indexes along which to look.
import { sql, type RawBuilder } from 'kysely';
import {
  isDue,
  isNewsFor,
  isOverdue,
  isTurnOf,
  isTurnUnprepared,
  partsWithTurn,
} from '../cases/dates/due-repository.ts';
import { forwardedSources } from '../cases/dates/report.ts';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { answerStands } from '../cases/standing-repository.ts';
import { apart, partsInSight } from '../cases/visible-repository.ts';
import { dayEnd, dayStart } from '../db/day.ts';
import { personsOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { isOpenView, type Filters, type KeptView, type View } from './view.ts';

/**
 * Today; the last day before the next working day (what is due in between is due today); the last of the days of the first
 * warning; first and last day of the month that views of a month are about. All in Asia/Ho_Chi_Minh.
 */
export type Days = { today: string; until: string; soon: string; month: { from: string; to: string } };

const lately = { days: 30, most: 500 };

const open = sql<boolean>`(cases.closed_at is null)`;
const doneBy = ({ id }: Viewer, { today }: Days) => sql<boolean>`(cases.id = any(array(
  select case_id from case_events where actor_id = ${id} and at > ${today}::date - ${lately.days}::int
  order by at desc limit ${lately.most})))`;
const withNews = sql<boolean>`(cases.id = any(array(select case_id from case_news)))`;
const returnedIn = ({ month }: Days) => sql<boolean>`(cases.id = any(array(
  select case_id from case_events where step in ('return-draft', 'return-reply')
  and at >= ${dayStart(month.from)} and at < ${dayEnd(month.to)})))`;

/** Whose answer of the month stands now; the whole month, as its index has it. */
const answeredIn = ({ month }: Days) => sql<boolean>`(${answerStands}
  and date_trunc('month', cases.answered_at at time zone 'Asia/Ho_Chi_Minh') = ${month.from}::timestamp)`;
/** Whose answer stood at the end of the month, and was taken up again since; known once the figures have followed. */
const answeredBefore = ({ month }: Days) => sql<boolean>`(cases.id = any(array(
  select f.case_id from case_facts later join case_facts f on f.case_id = later.case_id and f.round = later.round - 1
  where later.round > 1 and later.started_on > ${month.to}::date
    and f.ending = 'answered' and f.ended_on between ${month.from}::date and ${month.to}::date)))`;

const lateEnds = sql.join(['transferred', 'refused', 'guided'].map((ending) => sql.lit(ending)));
/** By the facts of figures: what ended in the month and stood so at its end; known once those have followed. */
const endedIn = ({ month }: Days, which: RawBuilder<unknown>) => sql<boolean>`(cases.id = any(array(
  select f.case_id from case_facts f
  where f.ended_on between ${month.from}::date and ${month.to}::date and ${which} and not exists (
    select from case_facts later where later.case_id = f.case_id and later.round = f.round + 1
      and later.started_on <= ${month.to}::date))))`;

/** What a view of open cases holds by state, person, date and source alone; of a case that nothing sets apart that is all. */
export function inPlainView(view: KeptView, viewer: Viewer, days: Days): RawBuilder<boolean> {
  const views: Record<KeptView, RawBuilder<boolean>> = {
    mine: sql`(coalesce(cases.handler_id = any(${personsOf(viewer)}), false) or ${isTurnUnprepared(viewer)})`,
    waiting: isTurnUnprepared(viewer),
    'due-today': isDue({ from: days.today, until: days.until }),
    soon: isDue({ from: days.today, until: days.soon }),
    overdue: isOverdue(days.today),
    open: sql`true`,
    forwarded: sql`(cases.source in (${sql.join(forwardedSources.map((source) => sql.lit(source)))}))`,
  };
  return views[view];
}

/** Whether a row of `cases` belongs to a view; sight is another question. */
export function inView(view: View, viewer: Viewer, days: Days): RawBuilder<boolean> {
  const { id } = viewer;
  if (view === 'mine')
    return sql`(${open} and (cases.handler_id = any(${personsOf(viewer)})
      or (cases.locked and cases.keeper_id = ${id}) or ${isTurnOf(viewer)}))`;
  if (view === 'waiting') return sql`(${open} and ${isTurnOf(viewer)})`;
  if (view === 'new') return sql`(${withNews} and ${isNewsFor(viewer)})`;
  if (view === 'to-report') return sql`cases.report_owed`;
  if (view === 'lately') return doneBy(viewer, days);
  if (view === 'returned') return returnedIn(days);
  if (view === 'answered') return sql`(${answeredIn(days)} or ${answeredBefore(days)})`;
  if (view === 'answered-late') return endedIn(days, sql`f.ending = 'answered' and f.on_time = false`);
  if (view === 'ended-late') return endedIn(days, sql`f.ending in (${lateEnds}) and f.on_time = false`);
  if (view === 'rated') return endedIn(days, sql`f.ending = 'answered' and f.rating is not null`);
  if (view === 'closed') return sql`(cases.closed_at is not null)`;
  return view === 'all' ? sql`true` : sql`(${open} and ${inPlainView(view, viewer, days)})`;
}

const namedOneByOne: ReadonlySet<View> = new Set([
  'lately',
  'returned',
  'new',
  'to-report',
  'answered-late',
  'ended-late',
  'rated',
]);

/** What holds between its parts all of a view that a viewer may see, and more. */
function wider(view: View, viewer: Viewer, days: Days): RawBuilder<boolean>[] {
  if (view === 'waiting' || view === 'mine') return partsWithTurn(viewer);
  if (namedOneByOne.has(view)) return [inView(view, viewer, days)];
  if (view === 'answered')
    return [
      ...partsInSight(viewer, { openOnly: false }).map(
        (part) => sql<boolean>`(${part} and ${answeredIn(days)})`,
      ),
      answeredBefore(days),
    ];
  return partsInSight(viewer, { openOnly: isOpenView(view) });
}

/** The same parts, no case in two of them. */
export function partsOf(view: View, viewer: Viewer, days: Days): RawBuilder<boolean>[] {
  const parts = wider(view, viewer, days);
  return parts.map((part, index) => apart(part, parts.slice(0, index)));
}

const isOrNone = (column: string, wanted: string): RawBuilder<boolean> =>
  wanted === 'none' ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${wanted}`;

/** Whether a row of `cases` passes the filters. What a list withholds of a case, it is not found by. */
export function passes({ unit, handler, status, source, ...others }: Filters): RawBuilder<boolean> {
  const { from, to, restricted, track, content, procedure } = others;
  const asked: (RawBuilder<boolean> | undefined)[] = [
    unit === undefined ? undefined : isOrNone('cases.unit', unit),
    handler === undefined ? undefined : isOrNone('cases.handlerId', handler),
    status === undefined ? undefined : sql`cases.status = ${status}`,
    source === undefined ? undefined : sql`cases.source = ${source}`,
    from === undefined ? undefined : sql`cases.received_at >= ${dayStart(from)}`,
    to === undefined ? undefined : sql`cases.received_at < ${dayEnd(to)}`,
    restricted === undefined ? undefined : sql`cases.restricted`,
    track === undefined ? undefined : sql`cases.track = ${track}`,
    content === undefined ? undefined : sql`cases.content_code = ${content}`,
    procedure === undefined ? undefined : sql`cases.procedure_slug = ${procedure}`,
    (track ?? content ?? procedure) ? sql`not ${isWithheld}` : undefined,
  ];
  const conditions = asked.filter((one) => one !== undefined);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
