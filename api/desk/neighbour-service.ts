// From one case of a list to those beside it, so that nobody has to go back to the list in between.
import { whyGone } from '../cases/steps/gone-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { daysOf, fromOf } from './list-service.ts';
import { findNeighbours, findPlace } from './neighbour-repository.ts';
import { countedAtMost, positionOf } from './position.ts';
import { sortOf, type NeighboursQuery } from './view.ts';

/** The cases beside one in a list, also where the one has left it: from where it stood, or stands. */
export async function neighboursOf(portal: Portal, viewer: Viewer, number: string, query: NeighboursQuery) {
  const { db } = portal;
  const { view, sort: _, month, place: stood, counted, ...filters } = query;
  const sort = sortOf(query);
  const stands = await findPlace(db, viewer, number, sort);
  if (stands === undefined) throw new Problem('not-found', await whyGone(db, viewer, number));
  const place = stood ?? stands;
  const from = fromOf({ after: place });
  if (!from) throw new Problem('internal');
  const most = counted === 'yes' ? countedAtMost : 0;
  const asked = { view, sort, filters, from, without: number };
  const { before, after, ...sides } = await findNeighbours(
    db,
    viewer,
    await daysOf(portal, month),
    asked,
    most,
  );
  return { place, ...sides, ...positionOf({ before, after, most }) };
}
