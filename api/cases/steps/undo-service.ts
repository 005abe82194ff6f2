// Undoing what one officer has just done to a case: what the step changed is put back, by an event of its own.
import { z } from 'zod';
import type { Transaction } from '../../db/open.ts';
import { forgetHappenings } from '../../notify/happening-repository.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import { findLastSeq, listEventsAfter, lockCase, type LockedCase } from '../event-repository.ts';
import { isClosed, Status, StepName } from '../lifecycle.ts';
import { ContentCode, Track } from '../schema.ts';
import { latestWords } from './gone-service.ts';
import { listMergedIds } from './link-repository.ts';
import { deleteProposal, findWholeProposal, insertProposal } from './proposal-repository.ts';
import { recordStep } from './record-service.ts';
import { listUnits, replaceUnits } from './rows-repository.ts';
import { isAllowed } from './table.ts';

/** What assigning, merging, rejecting and reminding may change of a case, as it was before. */
export const Before = z.object({
  seq: z.int(),
  case: z.object({
    status: Status,
    stageDueOn: z.string().nullable(),
    handlerId: z.string().nullable(),
    unit: z.string().nullable(),
    mergedInto: z.string().nullable(),
    contentCode: ContentCode,
    track: Track.nullable(),
    restricted: z.boolean(),
  }),
  units: z.array(z.string()),
  proposal: z
    .object({ step: StepName, input: z.unknown(), proposedBy: z.string(), proposedAt: z.coerce.date() })
    .nullable(),
  /** Letters that were merged into it. */
  merged: z.int(),
});
export type Before = z.infer<typeof Before>;

/** What can be put back of a locked case later. */
export async function beforeOf(trx: Transaction, row: LockedCase): Promise<Before> {
  return Before.parse({
    seq: await findLastSeq(trx, row.id),
    case: row,
    units: await listUnits(trx, row.id),
    proposal: (await findWholeProposal(trx, row.id)) ?? null,
    merged: (await listMergedIds(trx, row.id)).length,
  });
}

/** Whether what was done since can be undone: letters merged into a case that has ended went their own ways already. */
export const isUndoable = ({ merged }: Pick<Before, 'merged'>, now: Status): boolean =>
  merged === 0 || !isClosed(now);

/**
 * Puts a case back as it was. Throws `wrong-status` where anything else has happened to it since `version`, which the step left,
 * and `forbidden` for roles that undo nothing.
 */
export async function undoStep(
  portal: Portal,
  trx: Transaction,
  viewer: Viewer,
  { caseId, version, before }: { caseId: string; version: number; before: Before },
): Promise<void> {
  const row = await lockCase(trx, caseId);
  if (row.version !== version)
    throw new Problem('wrong-status', `${await latestWords(trx, caseId)} Không hoàn tác được nữa.`);
  if (!isAllowed('undo', row.status, viewer.role)) throw new Problem('forbidden');
  await replaceUnits(trx, caseId, before.units);
  await deleteProposal(trx, caseId);
  if (before.proposal) {
    const { input, ...proposal } = before.proposal;
    await insertProposal(trx, { caseId, ...proposal, input: JSON.stringify(input) });
  }
  const undone = await listEventsAfter(trx, caseId, before.seq);
  const [first] = undone;
  if (first) await forgetHappenings(trx, { caseId, actorId: viewer.id, since: first.at });
  await recordStep(trx, portal, {
    row,
    step: 'undo',
    to: before.case.status,
    actor: actorOf(viewer),
    at: portal.now(),
    change: { ...before.case, closedAt: null },
    data: { undone: undone.map(({ seq }) => seq) },
  });
}
