// Which cases have all the words of a search, among those that its reader may open: by the sender only where the reader
// may know who that is.
import { sql } from 'kysely';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { armsOfSearch, visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
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

/**
 * At most `limit` cases, the last to enter the register first, so that a word of many cases costs no more than one of few;
 * reading backwards, the last ones before the place.
 */
export async function findCases(
  db: Db,
  viewer: Viewer,
  { number, serial = -1, terms, from }: Sought,
  limit: number,
) {
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
  const found = sql`array(select f.id from (${sql.join(all, sql` union `)}) f
    order by f.id ${order} limit ${limit})`;
  return await db.transaction().execute(async (trx) => {
    // How rare the words are decides along which index to look: a plan for any words would be wrong for most.
    await sql`set local plan_cache_mode = force_custom_plan`.execute(trx);
    return await rowsOf(trx, found, 'entered', from);
  });
}
