// Taking a step on a case: lock the row, ask the rules, write, write the event, in one transaction.
import { holdCalendar } from '../../calendar/current-service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Transaction } from '../../db/open.ts';
import type { Portal } from '../../portal/portal.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import type { Effect, Scene } from './effects/effect.ts';
import { effects } from './effects/effects.ts';
import { classified } from './effects/triage.ts';
import { clearTracesNow } from '../privacy/erase-service.ts';
import { lockCase, type LockedCase } from '../event-repository.ts';
import type { Status } from '../lifecycle.ts';
import { deleteStepDraft } from '../../officer-drafts/repository.ts';
import { deleteProposal, findProposal, insertProposal } from './proposal-repository.ts';
import { recordStep } from './record-service.ts';
import { contentOf, isProposal, requestHindrance } from './rules.ts';
import { officerPartOf, targetOf, type OfficerStep, type Posted } from './table.ts';
import { latestWords, whyGone } from './gone-service.ts';
import type { Receipt } from '../intake/entry-service.ts';
import { findCaseId } from '../reading/staff-repository.ts';
import { findStanding } from './rows-repository.ts';
import type { TakeStep } from './step-schema.ts';
import type { Subject } from './subject.ts';

export type Taken = {
  status: Status;
  /** The step waits for a signature; nothing else has changed. */
  proposed: boolean;
  /** The case that a split has made, with the look-up code to be told to the sender. */
  split?: Receipt;
};

/** Takes one step for a viewer, or prepares it for who must sign; a refusal writes nothing. */
export async function takeStep(
  portal: Portal,
  viewer: Viewer,
  number: string,
  input: TakeStep,
): Promise<Taken> {
  const erased: string[] = [];
  const taken = await portal.db
    .transaction()
    .execute(async (trx) => await takeStepWithin(portal, trx, viewer, { number, input, erased }));
  await clearTracesNow(portal, erased);
  return taken;
}

/** The same inside a transaction; the case of a person who was erased is added to `erased`. */
export async function takeStepWithin(
  portal: Portal,
  trx: Transaction,
  viewer: Viewer,
  { number, input, erased = [] }: { number: string; input: TakeStep; erased?: string[] },
): Promise<Taken> {
  const now = portal.now();
  const id = await findCaseId(trx, viewer, number);
  if (!id) throw new Problem('not-found', await whyGone(trx, viewer, number));
  const row = await lockCase(trx, id);
  await holdCalendar(trx, portal);
  if (row.erasedAt)
    throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xóa: hồ sơ không xử lý tiếp được.');
  const proposal = await findProposal(trx, id);
  requireAllowed(input, { ...row, ...(await findStanding(trx, id)), proposal: proposal ?? null }, viewer);
  if (row.version !== input.version)
    throw new Problem('stale', `${await latestWords(trx, id)} Hãy xem thay đổi rồi làm lại.`);
  // Only what goes through takes its draft along: a refusal rolls back.
  await deleteStepDraft(trx, { staffId: viewer.id, caseId: id, step: input.step });
  const scene = await classifiedFirst({ portal, trx, viewer, row, now }, input);
  if (isProposal(input.step, viewer)) {
    // What would be refused at the signature is refused now: the effects of what is signed only read.
    await effectOf(input.step, scene, input);
    return await propose(scene, input);
  }
  const { to: chosen, split, ...effect } = await effectOf(input.step, scene, input);
  const signed = proposal?.step === input.step ? { proposedBy: proposal.proposedBy } : undefined;
  const to = targetOf(input.step, row.status, chosen);
  // What was proposed for a case that has moved on, was locked, or was declined, waits no longer.
  if (proposal && (to !== row.status || officerPartOf(input.step).endsProposal))
    await deleteProposal(trx, id);
  const actor = actorOf(viewer);
  const data = signed ? { ...effect.data, ...signed } : effect.data;
  const after = await recordStep(trx, portal, {
    row: scene.row,
    step: input.step,
    to,
    actor,
    at: now,
    ...effect,
    data,
  });
  if (input.step === 'erase') erased.push(id);
  const end = input.step === 'classify' && input.takeUp ? await takeUp(scene, after, proposal) : after;
  return { status: await settle(scene, end), proposed: false, ...(split && { split }) };
}

/** A step (rejection, transfer, merge) on what nobody has classified yet classifies it in the same form, as an event of its own. */
async function classifiedFirst(scene: Scene, input: TakeStep): Promise<Scene> {
  if (!officerPartOf(input.step).classifies) return scene;
  const { trx, portal, viewer, row, now } = scene;
  const contentCode = contentOf(input);
  if (contentCode === undefined || (row.track !== null && row.contentCode === contentCode)) return scene;
  if (row.track !== null)
    throw new Problem('invalid', undefined, [
      { pointer: '/contentCode', detail: 'Hồ sơ đã phân loại khác. Muốn đổi, hãy phân loại lại trước.' },
    ]);
  const actor = actorOf(viewer);
  const step = {
    row,
    step: 'classify',
    to: row.status,
    actor,
    at: now,
    ...classified(row, contentCode),
  } as const;
  return { ...scene, row: await recordStep(trx, portal, step) };
}

function requireAllowed(
  input: TakeStep,
  subject: Parameters<typeof requestHindrance>[1],
  viewer: Viewer,
): void {
  const hindrance = requestHindrance(input, subject, viewer);
  if (!hindrance) return;
  const { code, detail, pointer } = hindrance;
  throw new Problem(code, detail, pointer ? [{ pointer, detail }] : []);
}

/** What has just been classified and is ours: taken in, or laid before the leader, as a step of its own. */
async function takeUp(
  { portal, trx, viewer, now }: Scene,
  row: LockedCase,
  proposal: Subject['proposal'] | undefined,
): Promise<LockedCase> {
  const step = row.track === 'conduct' ? 'refer-conduct' : 'accept';
  const standing = await findStanding(trx, row.id);
  requireAllowed({ step, version: row.version }, { ...row, ...standing, proposal: proposal ?? null }, viewer);
  if (proposal) await deleteProposal(trx, row.id);
  const to = targetOf(step, row.status);
  return await recordStep(trx, portal, { row, step, to, actor: actorOf(viewer), at: now });
}

/** An extension is over as soon as it is given: handling goes on under the new date. */
async function settle({ portal, trx, now }: Scene, row: LockedCase): Promise<Status> {
  if (row.status !== 'extended') return row.status;
  await recordStep(trx, portal, {
    row,
    step: 'resume',
    to: 'assigned',
    actor: { role: 'HT', id: null },
    at: now,
  });
  return 'assigned';
}

/** What one prepares and another signs: kept whole, so that the signer changes a word or none. */
async function propose({ portal, trx, viewer, row, now }: Scene, input: TakeStep): Promise<Taken> {
  const { step, version, ...fields } = input;
  await insertProposal(trx, {
    caseId: row.id,
    step,
    input: JSON.stringify(fields),
    proposedBy: viewer.id,
    proposedAt: now,
  });
  const actor = actorOf(viewer);
  await recordStep(trx, portal, { row, step: 'propose', to: row.status, actor, at: now, data: { step } });
  return { status: row.status, proposed: true };
}

const effectOf = async <Name extends OfficerStep>(
  step: Name,
  scene: Scene,
  input: Posted<Name>,
): Promise<Effect> => await effects[step](scene, input);
