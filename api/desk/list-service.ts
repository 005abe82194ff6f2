// The lists of an officer: one page of a view, as its reader may see it.
import { currentCalendar } from '../calendar/current-service.ts';
import { lastWithin, type WarningDays } from '../cases/dates/lateness.ts';
import { waitsFor } from '../cases/dates/turn.ts';
import { warningDays } from '../cases/dates/warning-service.ts';
import { shownOf } from '../cases/reading/register-service.ts';
import { maySeeSender } from '../cases/visibility.ts';
import { localDate } from '../dates/dates.ts';
import { daysOf as daysOfPeriod } from '../figures/period.ts';
import type { Portal } from '../portal/portal.ts';
import { noteListView } from '../staff/list-view-service.ts';
import type { Viewer } from '../staff/roles.ts';
import { listCases, listNumbers, listThese, type From } from './list-repository.ts';
import type { Days } from './narrow-repository.ts';
import { sortOf, type ListQuery, type Place } from './view.ts';

export const pageSize = 50;

/** The days that views ask for: `soon` ends with the days of the office's first warning. */
export async function daysOf(portal: Portal, month?: string): Promise<Days> {
  const today = localDate(portal.now());
  const calendar = currentCalendar(portal);
  const { first } = await warningDays(portal);
  return {
    today,
    until: lastWithin(calendar, today, 0),
    soon: lastWithin(calendar, today, first),
    month: monthOf(month ?? today.slice(0, 7)),
  };
}

/** One page of a list, and the places of the pages beside it. */
export async function caseList(portal: Portal, viewer: Viewer, query: ListQuery) {
  const { view, sort: _, month, after, before, ...filters } = query;
  const [days, warned] = await Promise.all([daysOf(portal, month), warningDays(portal)]);
  const from = fromOf({ after, before });
  const asked = { view, sort: sortOf(query), filters, from };
  const found = await listCases(portal.db, viewer, days, asked, pageSize + 1);
  const page = pageOf(portal, viewer, found, from, warned);
  const filter = { view, month, sort: asked.sort, ...filters };
  await noteListView(portal, viewer, { kind: 'list', filter, rows: page.cases.length });
  return page;
}

type Found = Awaited<ReturnType<typeof listCases>>;

/** One case as a list shows it. */
function lineOf(portal: Portal, viewer: Viewer, row: Found[number], warned: WarningDays) {
  const {
    id,
    place,
    keeperId,
    handlerId,
    procedureSlug,
    reviewDueOn,
    proposal,
    sender,
    last,
    reportOwed,
    ...item
  } = row;
  return {
    ...item,
    ...shownOf(portal, row, warned),
    sender: maySeeSender(viewer, row) ? sender : null,
    reportDueOn: reportOwed ? row.dueOn : null,
    proposedStep: proposal?.step ?? null,
    waitsFor: waitsFor(row),
    last: { ...last, at: new Date(last.at).toISOString() },
  };
}

/** Some cases as a list shows them, by their ids; those out of the viewer's sight are left out. */
export async function linesOf(portal: Portal, viewer: Viewer, ids: readonly string[]) {
  const [rows, warned] = await Promise.all([listThese(portal.db, viewer, ids), warningDays(portal)]);
  return new Map(rows.map((row) => [row.id, lineOf(portal, viewer, row, warned)]));
}

/** The numbers of the first cases of a list, in its order: at most `limit`. */
export async function numbersIn(
  portal: Portal,
  viewer: Viewer,
  query: Omit<ListQuery, 'after' | 'before'>,
  limit: number,
): Promise<string[]> {
  const { view, sort: _, month, ...filters } = query;
  const asked = { view, sort: sortOf(query), filters };
  return await listNumbers(portal.db, viewer, await daysOf(portal, month), asked, limit);
}

/** One page out of what was read, one row further than it is long, and the places of the pages beside it. */
export function pageOf(
  portal: Portal,
  viewer: Viewer,
  found: Found,
  from: From | undefined,
  warned: WarningDays,
) {
  const isMore = found.length > pageSize;
  const rows = from?.backwards ? found.slice(-pageSize) : found.slice(0, pageSize);
  const cases = rows.map((row) => lineOf(portal, viewer, row, warned));
  const [first, end] = [rows.at(0), rows.at(-1)];
  const name = (row: { place: string; id: string }) => `${row.place}~${row.id}`;
  return {
    cases,
    next: end && (from?.backwards ? true : isMore) ? name(end) : null,
    previous: first && from && (from.backwards ? isMore : true) ? name(first) : null,
  };
}

/** Where a page begins: after or before a place, or at the beginning. */
export const fromOf = ({ after, before }: Pick<ListQuery, 'after' | 'before'>): From | undefined =>
  placeOf(after, false) ?? placeOf(before, true);

function placeOf(place: Place | undefined, backwards: boolean) {
  if (place === undefined) return undefined;
  const [key = '', id = ''] = place.split('~');
  return { key, id, backwards };
}

/** First and last day of a month `YYYY-MM`. */
function monthOf(month: string) {
  const { first, last } = daysOfPeriod({ from: month, to: month });
  return { from: first, to: last };
}
