// The SQL twin of `maySeeCase` (visibility.ts): part of every query of staff. A test holds the two together.
import { sql, type RawBuilder } from 'kysely';
import { complainedOf, relationsOf, type Complaint, type Relation, type Right } from '../staff/rights.ts';
import { personsOf, standingsOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { finished } from './visibility.ts';

const stands: Record<Relation, (viewer: Viewer) => RawBuilder<boolean>> = {
  any: () => sql`true`,
  handler: (viewer) => sql`cases.handler_id = any(${personsOf(viewer)})`,
  'own-unit': ({ unit }) => sql`cases.unit = ${unit}`,
  'co-unit': ({ unit }) =>
    sql`exists (select from case_units u where u.case_id = cases.id and u.unit = ${unit})`,
  finished: () => sql`cases.status in (${sql.join(finished.map((status) => sql.lit(status)))})`,
  keeper: ({ id }) => sql`cases.keeper_id is not distinct from ${id}`,
};

type Person = Pick<Viewer, 'id' | 'role' | 'unit'>;
const complains: Record<Complaint, (person: Person) => RawBuilder<boolean>> = {
  self: ({ id }) => sql`s.staff_id = ${id}`,
  'own-unit': ({ unit }) => sql`s.unit = ${unit}`,
  'own-unit-as-a-whole': ({ unit }) => sql`s.unit = ${unit} and s.staff_id = ''`,
};

const anyOf = (conditions: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;

const has = (viewer: Viewer, right: Right): RawBuilder<boolean> =>
  anyOf(relationsOf(viewer.role, right).map((relation) => stands[relation](viewer)));

/** Whether a row of cases complains of this viewer, as a person or by way of their unit: the twin of `isSubject`. */
export function isAbout(viewer: Viewer, cases = sql.table('cases')): RawBuilder<boolean> {
  const how = anyOf(
    standingsOf(viewer).flatMap((person) =>
      complainedOf[person.role].map((complaint) => complains[complaint](person)),
    ),
  );
  return sql<boolean>`exists (select from case_subjects s where s.case_id = ${cases}.id and ${how})`;
}

/** Whether a viewer who may open a row of `cases` also knows who else looked at it: the twin of `maySeeReads`. */
export function readsVisibleTo(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(case when cases.locked then ${has(viewer, 'see-locked-reads')} else ${has(viewer, 'see-reads')} end)`;
}

/** Whether a row of `cases` is one that this viewer may open. */
export function visibleTo(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`(not ${isAbout(viewer)} and case when cases.locked then ${has(viewer, 'see-locked-case')}
    else ${has(viewer, 'see-case')} end)`;
}
