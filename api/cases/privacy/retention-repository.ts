// Cases whose term of keeping is over, and those that are held back: one function, one query.
import { sql, type RawBuilder } from 'kysely';
import type { Db, Transaction } from '../../db/open.ts';
import type { Viewer } from '../../staff/roles.ts';
import { visibleTo } from '../visible-repository.ts';
import { keptKindOf, type KeptKind } from './kept.ts';
import { Status } from '../lifecycle.ts';

const isOf = (kind: KeptKind): RawBuilder<boolean> =>
  sql<boolean>`cases.status = any(${Status.options.filter((status) => keptKindOf(status) === kind)}::text[])`;

/** `today`: a day in Việt Nam; a hold counts its last day in. */
const isHeld = (today: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from case_holds h where h.case_id = cases.id and h.ended_at is null
    and (h.until_on is null or h.until_on >= ${today}::date))`;

type Term = { kind: KeptKind; before: Date; today: string };

const over = ({ kind, before }: Pick<Term, 'kind' | 'before'>) =>
  sql<boolean>`cases.closed_at < ${before} and cases.erased_at is null and ${isOf(kind)}`;

/** Cases that ended before an instant, are not held back and still hold personal data; the longest ended first. */
export async function listClosedBefore(db: Db, term: Term, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where(over(term))
    .where(sql<boolean>`not ${isHeld(term.today)}`)
    .orderBy('closedAt')
    .limit(most)
    .execute();
  return rows.map((row) => row.number);
}

/** How many of them there are, and how many are held back. */
export async function countClosedBefore(db: Db, term: Term): Promise<{ due: number; held: number }> {
  const held = isHeld(term.today);
  return await db
    .selectFrom('cases')
    .select([
      sql<number>`(count(*) filter (where not ${held}))::int`.as('due'),
      sql<number>`(count(*) filter (where ${held}))::int`.as('held'),
    ])
    .where(over(term))
    .executeTakeFirstOrThrow();
}

/** The first of them that a viewer may open. */
export async function listDueFor(db: Db, viewer: Viewer, term: Term, most: number) {
  return await db
    .selectFrom('cases')
    .select(['number', 'status', 'closedAt'])
    .where(over(term))
    .where(sql<boolean>`not ${isHeld(term.today)}`)
    .where(visibleTo(viewer))
    .orderBy('closedAt')
    .limit(most)
    .execute();
}

/** The last day on which a case is held back, `null` where none is set; undefined: it is not. */
export async function findHold(trx: Transaction, caseId: string, today: string) {
  const row = await trx
    .selectFrom('caseHolds')
    .select(['id', 'untilOn'])
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .where(sql<boolean>`(until_on is null or until_on >= ${today}::date)`)
    .executeTakeFirst();
  return row;
}
