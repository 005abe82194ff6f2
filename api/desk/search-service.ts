// Searching the register: the one file that knows how. What is searched for stays out of every address and log: it waits,
// sealed under a key of its own and for its asker alone, as a draft does.
import { randomBytes } from 'node:crypto';
import { warningDays } from '../cases/dates/warning-service.ts';
import { noteReads } from '../cases/reading/reads-service.ts';
import { whyGone } from '../cases/steps/gone-service.ts';
import { readDraft, writeDraft } from '../drafts/service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { noteListView } from '../staff/list-view-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { readCaseNumber } from '../text/case-number.ts';
import { fromOf, pageOf, pageSize } from './list-service.ts';
import { findPlace } from './neighbour-repository.ts';
import { countedAtMost, positionOf } from './position.ts';
import { findBeside, findCases, type Beside } from './search-repository.ts';
import { keyed } from './tools/keyed-words.ts';
import { takeWords } from './words-service.ts';
import { serialIn, termsOf } from './words.ts';
import type { From } from './list-repository.ts';
import type { ListQuery } from './view.ts';

/** What changed since is taken in before a search answers, as far as it keeps nobody waiting. */
const takenFirst = 100;

/** Keeps what somebody searches for, for two hours; the key opens it to them alone. */
export async function keepSearch(portal: Portal, viewer: Viewer, sought: string): Promise<{ key: string }> {
  if (termsOf(sought).length === 0)
    throw new Problem('invalid', undefined, [
      { pointer: '/sought', detail: 'Nhập ít nhất một từ hoặc một số để tìm.' },
    ]);
  const key = randomBytes(32).toString('base64url');
  await writeDraft(portal.db, portal, key, { values: { sought, by: viewer.id }, errors: [] });
  return { key };
}

/** A page of what is found. Throws `not-found` for a key that is not this officer's, or whose time is over. */
export async function searchCases(
  portal: Portal,
  viewer: Viewer,
  key: string,
  place: Pick<ListQuery, 'after' | 'before'>,
) {
  const from = fromOf(place);
  const { sought, found } = await findBy(portal, viewer, key, { from, limit: pageSize + 1 });
  const page = pageOf(portal, viewer, found, from, await warningDays(portal));
  // That somebody searched and how much was found; what for is nobody's business but theirs.
  await noteListView(portal, viewer, { kind: 'search', filter: {}, rows: page.cases.length });
  return { sought, ...page };
}

/** The numbers of what is found, the last to enter the register first: at most `limit`. */
export async function numbersFound(
  portal: Portal,
  viewer: Viewer,
  key: string,
  limit: number,
): Promise<string[]> {
  const { found } = await findBy(portal, viewer, key, { from: undefined, limit });
  await noteListView(portal, viewer, { kind: 'search', filter: {}, rows: found.length });
  return found.map(({ number }) => number);
}

/** The cases beside one among what is found, the last to enter the register first. */
export async function besideFound(
  portal: Portal,
  viewer: Viewer,
  { key, number }: { key: string; number: string },
  { counted }: { counted?: 'yes' | undefined },
) {
  const place = await findPlace(portal.db, viewer, number, 'newest');
  const id = place?.split('~')[1];
  if (place === undefined || id === undefined)
    throw new Problem('not-found', await whyGone(portal.db, viewer, number));
  const { said } = await soughtBy(portal, viewer, key);
  const most = counted === 'yes' ? countedAtMost : 0;
  const found = await findBeside(portal.db, viewer, said, { id, most });
  const { previous, next, before, after } = found;
  const named = [previous, next].filter((one) => one !== null);
  await noteFound(portal, viewer, named);
  const near = (one: Beside | null) =>
    one && { number: one.number, place: `${place.split('~')[0]}~${one.id}` };
  return { place, previous: near(previous), next: near(next), ...positionOf({ before, after, most }) };
}

async function findBy(
  portal: Portal,
  viewer: Viewer,
  key: string,
  { from, limit }: { from: From | undefined; limit: number },
) {
  const { sought, said } = await soughtBy(portal, viewer, key);
  const found = await findCases(portal.db, viewer, { ...said, from }, limit);
  await noteFound(portal, viewer, found);
  return { sought, found };
}

/** To be found by who sent it, or by its words, tells something of a restricted case: that is kept like a look at it. */
const noteFound = (
  { db, now }: Pick<Portal, 'db' | 'now'>,
  viewer: Viewer,
  found: readonly { id: string; restricted: boolean; locked: boolean }[],
) =>
  noteReads(
    db,
    viewer,
    found.filter(({ restricted, locked }) => restricted && !locked),
    now(),
  );

/** What somebody searches for, opened by its key, as it is looked for. */
async function soughtBy(portal: Portal, viewer: Viewer, key: string) {
  const kept = await readDraft(portal.db, portal, { key });
  const { sought, by } = kept?.values ?? {};
  if (sought === undefined || by !== viewer.id)
    throw new Problem('not-found', 'Lượt tìm này đã hết hạn. Hãy nhập lại.');
  await takeWords(portal, takenFirst);
  const terms = termsOf(sought).map(({ words, people }) => ({
    words: keyed(portal.keys, 'matter', words),
    people: keyed(portal.keys, 'person', people),
  }));
  return { sought, said: { number: readCaseNumber(sought), serial: serialIn(sought), terms } };
}
