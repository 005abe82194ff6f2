// Taking a step on a case: lock the row, ask the rules, write, write the event, in one transaction.
import { holdCalendar } from '../../calendar/current-service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import type { Viewer } from '../../staff/roles.ts';
import { approve, erase, publish, recordOutsideResult } from './effects/closing.ts';
import type { Effect, Scene } from './effects/effect.ts';
import { assign, collect, draftReply, extend } from './effects/handling.ts';
import {
  askSupplement,
  classify,
  classified,
  guideOut,
  lock,
  merge,
  reject,
  returnTransfer,
  takeBack,
  transfer,
  unlock,
} from './effects/triage.ts';
import { clearTracesNow } from '../privacy/erase-service.ts';
import { lockCase, type LockedCase } from '../event-repository.ts';
import { targetOf, type Status } from '../lifecycle.ts';
import { deleteProposal, findProposal, insertProposal } from './proposal-repository.ts';
import { recordStep } from './record-service.ts';
import { isProposal, refusal } from './rules.ts';
import { splitCase, type SplitReceipt } from './split-service.ts';
import { latestWords, whyGone } from './gone-service.ts';
import { findCaseId, findStanding } from '../reading/staff-repository.ts';
import type { TakeStep } from './step-schema.ts';

export type Taken = {
  status: Status;
  /** The step waits for a signature; nothing else has changed. */
  proposed: boolean;
  /** The case that a split has made, with the look-up code to be told to the sender. */
  split?: SplitReceipt;
};

/** Takes one step for a viewer, or prepares it for who must sign; a refusal writes nothing. */
export async function takeStep(
  portal: Portal,
  viewer: Viewer,
  number: string,
  input: TakeStep,
): Promise<Taken> {
  const now = portal.now();
  const erased: string[] = [];
  const taken = await portal.db.transaction().execute(async (trx): Promise<Taken> => {
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
    const scene = await classifiedFirst({ portal, trx, viewer, row, now }, input);
    if (isProposal(input.step, viewer)) return await propose(scene, input);
    if (input.step === 'split')
      return { status: row.status, proposed: false, split: await splitCase(scene, input) };
    const { to: chosen, ...effect } = await effectOf(scene, input);
    const signed = proposal?.step === input.step ? { proposedBy: proposal.proposedBy } : undefined;
    const to = targetOf(input.step, row.status, chosen);
    // What was proposed for a case that has moved on, was locked, or was declined, waits no longer.
    if (proposal && (to !== row.status || endsProposal.has(input.step))) await deleteProposal(trx, id);
    const actor = { role: viewer.role, id: viewer.id };
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
    return { status: await settle(scene, after), proposed: false };
  });
  await clearTracesNow(portal, erased);
  return taken;
}

const endsProposal: ReadonlySet<string> = new Set(['decline-proposal', 'lock']);

/** A refusal, transfer or merge of what nobody has classified classifies it in the same form, as an event of its own. */
async function classifiedFirst(scene: Scene, input: TakeStep): Promise<Scene> {
  if (input.step !== 'reject' && input.step !== 'transfer' && input.step !== 'merge') return scene;
  const { trx, portal, viewer, row, now } = scene;
  const { contentCode } = input;
  if (contentCode === undefined || (row.track !== null && row.contentCode === contentCode)) return scene;
  if (row.track !== null)
    throw new Problem('invalid', undefined, [
      { pointer: '/contentCode', detail: 'Hồ sơ đã phân loại khác. Muốn đổi, hãy phân loại lại trước.' },
    ]);
  const actor = { role: viewer.role, id: viewer.id };
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

function requireAllowed(input: TakeStep, subject: Parameters<typeof refusal>[1], viewer: Viewer): void {
  const refused = refusal(input, subject, viewer);
  if (!refused) return;
  const errors = refused.pointer ? [{ pointer: refused.pointer, detail: refused.detail }] : [];
  throw new Problem(refused.code, refused.detail, errors);
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
  const actor = { role: viewer.role, id: viewer.id };
  await recordStep(trx, portal, { row, step: 'propose', to: row.status, actor, at: now, data: { step } });
  return { status: row.status, proposed: true };
}

async function effectOf(
  scene: Scene,
  input: Exclude<TakeStep, { step: 'split' }>,
): Promise<Effect & { to?: Status }> {
  switch (input.step) {
    case 'classify':
      return await classify(scene, input);
    case 'ask-supplement':
      return await askSupplement(scene, input);
    case 'reject':
      return reject(scene, input);
    case 'guide-out':
      return await guideOut(scene, input);
    case 'lock':
      return await lock(scene, input);
    case 'unlock':
      return await unlock(scene, input);
    case 'take-back':
      return await takeBack(scene, input);
    case 'dismiss-signal':
      return { change: { signal: 'dismissed' }, text: { kind: 'reason', text: input.reason } };
    case 'transfer':
      return transfer(scene, input);
    case 'return-transfer':
      return await returnTransfer(scene, input);
    case 'record-outside-result':
      return recordOutsideResult(scene, input);
    case 'merge':
      return await merge(scene, input);
    case 'assign':
    case 'assign-conduct':
    case 'reassign':
      return await assign(scene, input);
    case 'extend':
      return await extend(scene, input);
    case 'collect':
      return await collect(scene, input);
    case 'draft-reply':
      return await draftReply(scene, input);
    case 'approve':
      return await approve(scene, input);
    case 'publish':
      return await publish(scene, input);
    case 'erase':
      return await erase(scene, input);
    case 'note':
      return { text: { kind: 'note', text: input.note } };
    case 'return-draft':
    case 'return-reply':
    case 'close-private':
    case 'reopen-rejected':
    case 'decline-proposal':
      return { text: { kind: 'reason', text: input.reason } };
    default:
      return {};
  }
}
