// Told to whoever opens a case: who else has it open just now. Nobody may act on it; the rows are gone within minutes.
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { presenceMinutes, type Presence } from './presence.ts';
import { deletePresenceUntil, enterCase, leaveCase, listOthers } from './presence-repository.ts';

const earlier = (now: Date) => new Date(now.getTime() - presenceMinutes * 60_000);

async function caseOf({ db }: Portal, viewer: Viewer, number: string): Promise<string> {
  const id = await findCaseId(db, viewer, number);
  if (!id) throw new Problem('not-found', 'Không có hồ sơ này, hoặc hồ sơ không thuộc phần việc của Ông/Bà.');
  return id;
}

/** Says that the viewer has the case open, and who else has. */
export async function beAtCase(portal: Portal, viewer: Viewer, number: string): Promise<Presence> {
  const { db } = portal;
  const now = portal.now();
  const at = { caseId: await caseOf(portal, viewer, number), staffId: viewer.id, after: earlier(now) };
  await enterCase(db, { ...at, now });
  const others = await listOthers(db, at);
  return {
    at: now.toISOString(),
    others: others.map(({ name, since }) => ({ name, since: since.toISOString() })),
  };
}

export async function goFromCase(portal: Portal, viewer: Viewer, number: string, at: Date): Promise<void> {
  await leaveCase(portal.db, { caseId: await caseOf(portal, viewer, number), staffId: viewer.id, at });
}

/** Job: forgets who had which case open. */
export const forgetPresence = async ({ db, now }: Portal): Promise<void> =>
  await deletePresenceUntil(db, earlier(now()));
