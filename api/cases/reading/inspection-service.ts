// The log of reads for an inspector: who looked at what is restricted, and who took files along, on which day.
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { listPeople } from '../../staff/repository.ts';
import { may } from '../../staff/rights.ts';
import type { Viewer } from '../../staff/roles.ts';
import { placeIn, placeText, type InspectionQuery } from './inspection.ts';
import { listInspection } from './inspection-repository.ts';

const pageSize = 100;

/** One page, the newest first. Nothing of a case that this inspector may not open, nor of who looks at it. */
export async function inspectReads({ db }: Portal, viewer: Viewer, query: InspectionQuery) {
  const before = query.before === undefined ? undefined : placeIn(query.before);
  if (query.before !== undefined && !before)
    throw new Problem('invalid', undefined, [{ pointer: '/before', detail: 'Trang này không có.' }]);
  const withDownloads = may(viewer, 'security-log');
  const [found, people] = await Promise.all([
    listInspection(db, viewer, query, {
      limit: pageSize + 1,
      before,
      reads: query.what === undefined || query.what === 'reads',
      downloads: withDownloads && (query.what === undefined || query.what === 'downloads'),
      // Lists are many: they are shown when they are asked for.
      lists: query.what === 'lists',
      exports: withDownloads,
    }),
    listPeople(db),
  ]);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    reads: shown.map(({ id: _, source: __, at, filter, ...read }) => ({
      ...read,
      at: at.toISOString(),
      filter: filter === null ? null : partsOf(filter),
    })),
    next: found.length > pageSize && last ? placeText(last) : null,
    people,
    withDownloads,
  };
}

/** The parts of a filter as they were written down; one that was cut off has none. */
function partsOf(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
