// The record of a hand-over, for those who ordered it, gave and received.
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { may } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import { demoMark } from '../text/demo-words.ts';
import { countHandoverDrafts, findHandover, findPerson, listHandoverCases } from './repository.ts';
import type { HandoverRecord } from './schema.ts';

export async function viewHandover(portal: Portal, viewer: Viewer, id: string): Promise<HandoverRecord> {
  const { db } = portal;
  const found = await findHandover(db, id);
  const isParty = found && [found.fromId, found.toId, found.substituteId].includes(viewer.id);
  if (!found || (!isParty && !may(viewer, 'hand-over')))
    throw new Problem('not-found', 'Không có biên bản bàn giao này.');
  const personOf = async (staffId: string | null) => {
    const person = staffId === null ? undefined : await findPerson(db, staffId);
    return person ? { id: person.id, name: person.name, role: person.role, unit: person.unit } : null;
  };
  const [from, to, substitute, by] = await Promise.all(
    [found.fromId, found.toId, found.substituteId, found.byId].map(personOf),
  );
  if (!from || !by) throw new Problem('internal');
  const [cases, drafts] = await Promise.all([
    listHandoverCases(db, viewer, id),
    countHandoverDrafts(db, viewer, id),
  ]);
  const isNamed = may(viewer, 'see-case');
  return {
    id,
    mark: portal.env.DEMO ? demoMark : null,
    at: found.at.toISOString(),
    reason: found.reason,
    closed: found.closed,
    from,
    to: to ?? null,
    substitute: substitute ?? null,
    by,
    cases: cases.map(({ number, ...one }) => ({ ...one, number: isNamed ? number : null })),
    drafts,
  };
}
