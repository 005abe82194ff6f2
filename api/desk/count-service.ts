// The counts beside the views of an officer.
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { countNews, countOpen, foldCounts } from './count-repository.ts';
import { daysOf } from './list-service.ts';
import { keptViews, type KeptView } from './view.ts';

/** How many cases each view holds: what its list shows from the first page to the last. */
export async function viewCounts(portal: Portal, viewer: Viewer) {
  const days = await daysOf(portal);
  const [counted, news] = await Promise.all([
    countOpen(portal.db, viewer, days),
    countNews(portal.db, viewer, days),
  ]);
  const sum = (view: KeptView) => counted.reduce((so, row) => so + row[view], 0);
  const kept = Object.fromEntries(keptViews.map((view) => [view, sum(view)])) as Record<KeptView, number>;
  return { ...kept, new: news };
}

/** Job: folds the kept counts together, so that reading them stays short. */
export const foldDeskCounts = async ({ db }: Portal): Promise<void> => await foldCounts(db);
