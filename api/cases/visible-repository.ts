// The SQL twin of `maySeeCase` (visibility.ts): part of every query of staff. A test holds the two together.
import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../staff/roles.ts';

const coUnit = (unit: string) =>
  sql<boolean>`exists (select from case_units u where u.case_id = cases.id and u.unit = ${unit})`;

function byRole({ role, id, unit }: Viewer): RawBuilder<boolean> {
  if (role === 'TN' || role === 'CVP' || role === 'LD') return sql`true`;
  if (role === 'XL') return sql`(cases.handler_id = ${id} or ${coUnit(unit)})`;
  if (role === 'TP') return sql`(cases.unit = ${unit} or ${coUnit(unit)})`;
  if (role === 'BT') return sql`cases.status in ('answered', 'published', 'rated')`;
  return sql`false`;
}

/** Whether a row of cases complains of this viewer, as a person or by way of their unit: the twin of `isSubject`. */
export function isAbout({ id, unit, role }: Viewer, cases = sql.table('cases')): RawBuilder<boolean> {
  const asUnit =
    role === 'TP'
      ? sql`s.unit = ${unit}`
      : role === 'XL'
        ? sql`s.unit = ${unit} and s.staff_id = ''`
        : sql`false`;
  return sql<boolean>`exists (
    select from case_subjects s where s.case_id = ${cases}.id and (s.staff_id = ${id} or ${asUnit}))`;
}

/** Whether a row of `cases` is one that this viewer may open. */
export function visibleTo(viewer: Viewer): RawBuilder<boolean> {
  const { id, role } = viewer;
  const locked = role === 'LD' ? sql`true` : sql`cases.keeper_id is not distinct from ${id}`;
  return sql<boolean>`(not ${isAbout(viewer)} and case when cases.locked then ${locked} else ${byRole(viewer)} end)`;
}
