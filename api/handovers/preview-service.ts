// What a hand-over would take along, as far as who asks may know of it, and who could have it.
import type { z } from 'zod';
import { localDate } from '../dates/dates.ts';
import { findFeed } from '../obligations/feed-repository.ts';
import { listOccurrences } from '../obligations/service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { may, relationsOf } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import { focalFor } from './receiver.ts';
import {
  countDrafts,
  countProposals,
  findPerson,
  listEverybody,
  listHandovers,
  listInHand,
  listPeers,
  listReceivers,
} from './repository.ts';
import type { HandoverList, HandoverPreview } from './schema.ts';

const shownHandovers = 50;

export async function viewHandovers({ db }: Pick<Portal, 'db'>): Promise<z.infer<typeof HandoverList>> {
  const [people, handovers] = await Promise.all([listEverybody(db), listHandovers(db, shownHandovers)]);
  return {
    people: people.map(({ active, ...person }) => ({ ...person, isOpen: active })),
    handovers: handovers.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  };
}

export async function previewHandover(
  portal: Portal,
  viewer: Viewer,
  fromId: string,
): Promise<z.infer<typeof HandoverPreview>> {
  const { db, content, now } = portal;
  const today = localDate(now());
  const found = await findPerson(db, fromId);
  if (!found) throw new Problem('not-found', 'Không có người này.');
  const { email, active, ...person } = found;
  // The head of a unit has no twin outside it.
  const unit = relationsOf(person.role, 'see-case').includes('own-unit') ? person.unit : null;
  const [cases, proposals, drafts, feed, peers, receivers, obligations] = await Promise.all([
    listInHand(db, viewer, fromId),
    countProposals(db, viewer, fromId),
    countDrafts(db, viewer, fromId),
    findFeed(db, fromId),
    listPeers(db, today, { ...person, unit }),
    listReceivers(db, today, fromId),
    may(person, 'mark-obligations') ? owedBy(portal, today) : 0,
  ]);
  const counts = [...Map.groupBy(cases, ({ status }) => status)];
  return {
    person: { ...person, isOpen: active },
    cases: counts.map(([status, rows]) => ({ status, count: rows.length })),
    numbers: may(viewer, 'see-case') ? cases.map(({ number }) => number) : [],
    proposals,
    drafts,
    focalFor: focalFor(content.contacts, { name: person.name, email }),
    hasPrivateCalendar: feed !== undefined,
    obligations,
    peers,
    needsReceiver: may(person, 'handle-case') || cases.length > 0,
    receivers,
  };
}

async function owedBy(portal: Portal, today: string): Promise<number> {
  const year = Number(today.slice(0, 4));
  const all = await listOccurrences(portal, { from: year, to: year });
  return all.filter(({ state }) => state !== 'done' && state !== 'not-applicable').length;
}
