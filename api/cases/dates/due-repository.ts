// The SQL twins of the rules of dates and turns (lateness.ts, turn.ts), over rows of `cases`, whose column `nearest_on` is that
// of `nearestOf`, `infinity` where no date binds. A test holds them together.
import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../../staff/roles.ts';
import { StepName, type Status } from '../lifecycle.ts';
import { signersOf } from '../steps/table.ts';
import { personsOf } from '../../staff/mandates.ts';
import { turnsOf } from './duties.ts';
import { newsOf, newsOfHandler } from './turn.ts';

const isIn = (statuses: Status[]) =>
  sql<boolean>`cases.status in (${sql.join(statuses.map((status) => sql.lit(status)))})`;

/** Due on one of the days up to `until`, from `from` on where it is given. */
export const isDue = ({ from = '-infinity', until }: { from?: string; until: string }) =>
  sql<boolean>`(cases.nearest_on between ${from}::date and ${until}::date)`;

/** `isPast` of that date. */
export const isOverdue = (today: string) => sql<boolean>`(cases.nearest_on < ${today}::date)`;

/** `isWaitOver`. */
export const waitIsOver = (today: string) =>
  sql<boolean>`(cases.status = 'need_info' and not cases.locked and cases.stage_due_on < ${today}::date)`;

const signedBy = ({ role }: Viewer) => StepName.options.filter((step) => signersOf(step).includes(role));

/** Whose a case is that was given to nobody by name: of a unit as a whole its head's, of none who assigns. */
const ofNobody = ({ role, unit }: Viewer) => {
  if (role === 'CVP') return sql<boolean>`(coalesce(cases.unit, '') = '')`;
  return role === 'TP' ? sql<boolean>`coalesce(cases.unit = ${unit}, false)` : sql<boolean>`false`;
};

/** `isTurnOf` of an open case that is not locked and in which nothing was prepared: by its state, unit and handler alone. */
export function isTurnUnprepared(viewer: Viewer): RawBuilder<boolean> {
  const { role, unit } = viewer;
  // Where cases are counted, nobody has no name.
  const handled = sql`coalesce(nullif(cases.handler_id, '') = any(${personsOf(viewer)}), ${ofNobody(viewer)})`;
  const mine = [
    sql`(${isIn(turnsOf('handler'))} and ${handled})`,
    ...(role === 'TP' ? [sql`(${isIn(turnsOf('head'))} and cases.unit = ${unit})`] : []),
    ...(turnsOf(role).length > 0 ? [isIn(turnsOf(role))] : []),
  ];
  return sql<boolean>`(${sql.join(mine, sql` or `)})`;
}

/** `isTurnOf`. */
export function isTurnOf(viewer: Viewer): RawBuilder<boolean> {
  const { id, role } = viewer;
  return sql<boolean>`coalesce(not ${isIn(turnsOf(null))} and case
    when cases.locked then case when cases.keeper_id is null then ${role === 'LD'} else cases.keeper_id = ${id} end
    else coalesce((select p.step = any(${signedBy(viewer)}::text[]) and p.proposed_by <> all(${personsOf(viewer)})
      from case_proposals p where p.case_id = cases.id), ${isTurnUnprepared(viewer)}) end, false)`;
}

/**
 * Parts of the open register that hold between them every case of `isTurnOf`, and more: each is read along an index of its
 * own, so that no list walks what is another's.
 */
export function partsWithTurn(viewer: Viewer): RawBuilder<boolean>[] {
  const { id, role, unit } = viewer;
  return [
    ...personsOf(viewer).map((person) => sql<boolean>`(cases.handler_id = ${person})`),
    ...(role === 'CVP' || role === 'TP'
      ? turnsOf('handler').map(
          (status) =>
            sql<boolean>`(cases.handler_id is null and cases.status = ${status} and ${ofNobody(viewer)})`,
        )
      : []),
    ...(role === 'TP'
      ? turnsOf('head').map((status) => sql<boolean>`(cases.status = ${status} and cases.unit = ${unit})`)
      : []),
    ...turnsOf(role).map((status) => sql<boolean>`(cases.status = ${status})`),
    sql<boolean>`(cases.id = any(array(
      select case_id from case_proposals where step = any(${signedBy(viewer)}::text[]))))`,
    sql<boolean>`(cases.locked and cases.keeper_id = ${id})`,
    ...(role === 'LD' ? [sql<boolean>`(cases.locked and cases.keeper_id is null)`] : []),
  ];
}

/** `isNewsFor`. */
export function isNewsFor(viewer: Viewer): RawBuilder<boolean> {
  const { id, role } = viewer;
  const roles = newsOf(role);
  return sql<boolean>`case
    when cases.locked then case when cases.keeper_id is null then ${role === 'LD'} else cases.keeper_id = ${id} end
    when not ${isIn(newsOfHandler)} then ${roles.length > 0 ? isIn(roles) : sql`false`}
    when cases.handler_id is not null then cases.handler_id = any(${personsOf(viewer)})
    when ${isIn(turnsOf('handler'))} then ${ofNobody(viewer)}
    else ${role === 'TN'} end`;
}
