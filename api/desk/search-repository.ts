// Which cases have all the words of a search, among those that its reader may open: by the sender only where the reader
// may know who that is.
import { sql, type RawBuilder } from 'kysely';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { armsOfSearch, visibleTo } from '../cases/visible-repository.ts';
import type { Signal } from '../cases/intake/signal.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Viewer } from '../staff/roles.ts';
import { rowsOf, type From } from './list-repository.ts';

/** The keyed words of which a case must have one, for each term. */
type KeyedTerm = { words: number[]; people: number[] };
/** `number`: a whole one; `serial`: the running part of one, where nothing else was typed. */
type Sought = {
  number: string;
  serial: number | undefined;
  terms: KeyedTerm[];
  from?: From | undefined;
};

/** The ids of at most `limit` cases, the nearest to the place first. */
function foundIds(
  viewer: Viewer,
  { number, serial = -1, terms, from }: Sought,
  limit: number,
): RawBuilder<{ id: string }> {
  const isFalling = !(from?.backwards ?? false);
  const order = sql.raw(isFalling ? 'desc' : 'asc');
  const beyond = from ? sql`cases.id ${sql.raw(isFalling ? '<' : '>')} ${from.id}::uuid` : sql`true`;
  const arms = armsOfSearch(viewer).map(({ part, seesSender }) => {
    const has = terms.map(({ words, people }) =>
      seesSender
        ? sql`(w.words && ${words}::int[] or w.people && ${people}::int[])`
        : sql`w.words && ${words}::int[]`,
    );
    // By its words nothing is found that a list withholds; by its number it is.
    return sql`(select cases.id from case_words w join cases on cases.id = w.case_id
      where ${sql.join(has, sql` and `)} and ${part} and ${visibleTo(viewer)} and ${beyond}
        and not ${isWithheld}
      order by w.case_id ${order} limit ${limit})`;
  });
  const named = sql`(select cases.id from cases
    where (cases.number = ${number} or cases.serial = ${serial}) and ${visibleTo(viewer)} and ${beyond})`;
  const all = terms.length > 0 ? [...arms, named] : [named];
  return sql`select f.id from (${sql.join(all, sql` union `)}) f order by f.id ${order} limit ${limit}`;
}

/** How rare the words are decides along which index to look: a plan for any words would be wrong for most. */
const planned = async <Found>(db: Db, read: (trx: Transaction) => Promise<Found>): Promise<Found> =>
  await db.transaction().execute(async (trx) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(trx);
    return await read(trx);
  });

/**
 * At most `limit` cases, the last to enter the register first, so that a word of many cases costs no more than one of few;
 * reading backwards, the last ones before the place.
 */
export const findCases = async (db: Db, viewer: Viewer, sought: Sought, limit: number) =>
  await planned(db, (trx) =>
    rowsOf(trx, sql`array(${foundIds(viewer, sought, limit)})`, 'entered', sought.from),
  );

export type Beside = {
  id: string;
  number: string;
  restricted: boolean;
  locked: boolean;
  signal: Signal | null;
};

/** What is found on each side of a case, whether it is still found itself or not; on each side at most `most` are counted. */
export async function findBeside(
  db: Db,
  viewer: Viewer,
  sought: Omit<Sought, 'from'>,
  { id, most }: { id: string; most: number },
) {
  const side = (backwards: boolean, limit: number) =>
    foundIds(viewer, { ...sought, from: { key: '', id, backwards } }, limit);
  const nearest = (backwards: boolean) => sql<Beside | null>`(
    select json_build_object('id', cases.id, 'number', cases.number, 'restricted', cases.restricted,
      'locked', cases.locked, 'signal', cases.signal)
    from cases where cases.id = (${side(backwards, 1)}))`;
  const counted = (backwards: boolean) =>
    most === 0 ? sql<null>`null::int` : sql<number>`(select count(*)::int from (${side(backwards, most)}) n)`;
  return await planned(db, async (trx) => {
    const { rows } = await sql<{
      previous: Beside | null;
      next: Beside | null;
      before: number | null;
      after: number | null;
    }>`select ${nearest(true)} as previous, ${nearest(false)} as next, ${counted(true)} as before,
      ${counted(false)} as after`.execute(trx);
    return rows[0] ?? { previous: null, next: null, before: null, after: null };
  });
}
