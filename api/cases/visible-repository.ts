// The SQL twin of `maySeeCase` (visibility.ts): part of every query of staff. A test holds the two together.
import { sql, type RawBuilder } from 'kysely';
import { complainedOf, relationsOf, type Complaint, type Relation, type Right } from '../staff/rights.ts';
import { personsOf, standingsOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { isClosed } from './lifecycle.ts';
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

const howAbout = (viewer: Viewer): RawBuilder<boolean> =>
  anyOf(
    standingsOf(viewer).flatMap((person) =>
      complainedOf[person.role].map((complaint) => complains[complaint](person)),
    ),
  );

/** Whether a row of cases complains of this viewer, as a person or by way of their unit: the twin of `isSubject`. */
export function isAbout(viewer: Viewer, cases = sql.table('cases')): RawBuilder<boolean> {
  return sql<boolean>`exists (select from case_subjects s where s.case_id = ${cases}.id and ${howAbout(viewer)})`;
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

/**
 * Parts of the register that hold between them every case of `visibleTo`, and more: each is read along an index of its own,
 * so that no list walks what its reader may not open.
 */
export function partsInSight(viewer: Viewer, { openOnly }: { openOnly: boolean }): RawBuilder<boolean>[] {
  const stands = relationsOf(viewer.role, 'see-case').flatMap((relation) =>
    sightBy[relation](viewer, openOnly),
  );
  const kept = relationsOf(viewer.role, 'see-locked-case').includes('any')
    ? sql<boolean>`cases.locked`
    : sql<boolean>`(cases.locked and cases.keeper_id = ${viewer.id})`;
  return stands.includes(everything) ? [everything] : [...stands, kept];
}

/**
 * The same parts for a search, and whether in each the viewer may know who sent a case. No case is in two of them; a locked
 * one has no words but its number.
 */
export function armsOfSearch(viewer: Viewer): { part: RawBuilder<boolean>; seesSender: boolean }[] {
  const senders = relationsOf(viewer.role, 'see-sender');
  const seen = relationsOf(viewer.role, 'see-case').flatMap((relation) =>
    sightBy[relation](viewer, false).map((part) => ({
      part,
      seesSender: senders.includes('any') || senders.includes(relation),
    })),
  );
  const kept = { part: sql<boolean>`(cases.locked and cases.keeper_id = ${viewer.id})`, seesSender: false };
  const parts = seen.some(({ part }) => part === everything) ? seen : [...seen, kept];
  return parts.map(({ part, seesSender }, index) => ({
    part: apart(
      part,
      parts.slice(0, index).map((one) => one.part),
    ),
    seesSender,
  }));
}

/** A part without what the parts before it hold. */
export const apart = (part: RawBuilder<boolean>, before: RawBuilder<boolean>[]): RawBuilder<boolean> =>
  before.length === 0 ? part : sql<boolean>`(${part} and (${sql.join(before, sql` or `)}) is not true)`;

const everything = sql<boolean>`true`;

const sightBy: Record<Relation, (viewer: Viewer, openOnly: boolean) => RawBuilder<boolean>[]> = {
  any: () => [everything],
  handler: (viewer) => personsOf(viewer).map((person) => sql`(cases.handler_id = ${person})`),
  'own-unit': ({ unit }) => [sql`(cases.unit = ${unit})`],
  // Where few are shared they are named one by one; where many are, the list is walked in its order: the database knows which.
  'co-unit': ({ unit }) => [
    sql`(exists (select from case_units u where u.case_id = cases.id and u.unit = ${unit}))`,
  ],
  finished: (_, openOnly) =>
    finished
      .filter((status) => !(openOnly && isClosed(status)))
      .map((status) => sql`(cases.status = ${status})`),
  keeper: () => [],
};

/**
 * `visibleTo` of a case that is neither locked nor complains of this viewer nor is shared with their unit, by its state, unit
 * and handler alone.
 */
export function visiblePlainly(viewer: Viewer): RawBuilder<boolean> {
  const plain = relationsOf(viewer.role, 'see-case').filter((relation) => relation !== 'co-unit');
  return sql<boolean>`coalesce(${anyOf(plain.map((relation) => stands[relation](viewer)))}, false)`;
}

/** The cases that something sets apart for a viewer: locked, prepared, about them, or shared with their unit. */
export function partsApart(viewer: Viewer): RawBuilder<unknown> {
  const isShared = relationsOf(viewer.role, 'see-case').includes('co-unit');
  return sql`
    select s.case_id from case_subjects s where ${howAbout(viewer)}
    union select p.case_id from case_proposals p
    ${isShared ? sql`union select u.case_id from case_units u where u.unit = ${viewer.unit}` : sql``}
    union select c.id from cases c where c.locked and c.closed_at is null`;
}
