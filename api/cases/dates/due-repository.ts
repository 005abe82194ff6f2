// The SQL twins of the rules of dates and turns (lateness.ts, turn.ts), over rows of `cases`. A test holds them together.
import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../../staff/roles.ts';
import { StepName, type Status } from '../lifecycle.ts';
import { signersOf } from '../steps/table.ts';
import { personsOf } from '../../staff/mandates.ts';
import { boundBy, turnsOf } from './duties.ts';

const isIn = (statuses: Status[]) =>
  sql<boolean>`cases.status in (${sql.join(statuses.map((status) => sql.lit(status)))})`;

const ifBound = (name: Parameters<typeof boundBy>[0], column: string) =>
  sql`case when ${isIn(boundBy(name))} then ${sql.ref(column)} end`;

/** The earliest date that binds: `nearestOf`. */
export const nearestDue = sql<string | null>`least(
  ${ifBound('stage', 'cases.stage_due_on')}, ${ifBound('answer', 'cases.due_on')},
  ${ifBound('transfer', 'cases.transfer_due_on')}, ${ifBound('review', 'cases.review_due_on')})`;

/** `isPast` of that date. */
export const isOverdue = (today: string) => sql<boolean>`(${nearestDue} < ${today}::date)`;

/** `isWaitOver`. */
export const waitIsOver = (today: string) =>
  sql<boolean>`(cases.status = 'need_info' and not cases.locked and cases.stage_due_on < ${today}::date)`;

/** `isTurnOf`. */
export function isTurnOf(viewer: Viewer): RawBuilder<boolean> {
  const { id, role, unit } = viewer;
  const signs = StepName.options.filter((step) => signersOf(step).includes(role));
  const handled = sql`coalesce(cases.handler_id = any(${personsOf(viewer)}), ${role === 'CVP'})`;
  const mine = [
    sql`(${isIn(turnsOf('handler'))} and ${handled})`,
    ...(role === 'TP' ? [sql`(${isIn(turnsOf('head'))} and cases.unit = ${unit})`] : []),
    ...(turnsOf(role).length > 0 ? [isIn(turnsOf(role))] : []),
  ];
  return sql<boolean>`coalesce(not ${isIn(turnsOf(null))} and case
    when cases.locked then case when cases.keeper_id is null then ${role === 'LD'} else cases.keeper_id = ${id} end
    else coalesce((select p.step = any(${signs}::text[]) from case_proposals p where p.case_id = cases.id),
      ${sql.join(mine, sql` or `)}) end, false)`;
}
