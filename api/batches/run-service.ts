// Doing to many cases what was looked at, and undoing it: case by case, each in a transaction of its own, so that no lock is
// held for long, what stops is gone on with, and what was done once is not done again.
import { beforeOf, Before, isUndoable, undoStep } from '../cases/steps/undo-service.ts';
import { dayMs, minuteMs } from '../dates/lengths.ts';
import { lockCase } from '../cases/event-repository.ts';
import { takeStepWithin } from '../cases/steps/steps-service.ts';
import { isDatabaseAway, type Transaction } from '../db/open.ts';
import { log } from '../http/log.ts';
import { holding, holdOn, letGo, takeBackHeld } from '../jobs/hold-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { errorClass } from '../text/error-class.ts';
import { stepFor, type PlanBatch } from './acts.ts';
import { requireOwn } from './own.ts';
import { planOn } from './plan-service.ts';
import { refusalWords } from './refusal.ts';
import {
  countIn,
  findBatch,
  findCaseNow,
  forgetBatches,
  holdNext,
  listItems,
  lockBatch,
  updateBatch,
  writeOutcome,
} from './repository.ts';
import { undoSeconds } from './schema.ts';
import { Sealed, sealFor, unsealFor } from './tools/sealing.ts';

/** So long whoever pressed the button waits for it; what is left is done in the background. */
const patienceMs = 2_000;
/** Letters wait a little longer than the window, so that who undoes in its last moment is in time. */
const graceSeconds = 2;

type Batch = NonNullable<Awaited<ReturnType<typeof findBatch>>>;
type Item = NonNullable<Awaited<ReturnType<typeof holdNext>>>;

/** Carries out the plan that was looked at. Asked for twice it is done once. */
export async function runBatch(portal: Portal, viewer: Viewer, id: string, plan: number): Promise<void> {
  const batchId = await portal.db.transaction().execute(async (trx) => {
    const batch = await ownBatch(trx, viewer, id);
    const isLookedAt = batch.state === 'planned';
    if (!isLookedAt && batch.state !== 'chosen' && batch.state !== 'planning')
      return batch.plan === plan ? batch.id : stale();
    if (!isLookedAt || batch.plan !== plan || batch.role !== viewer.role) stale();
    const said = Sealed.parse(unsealFor(portal.keys, batch.id, batch.sealed)).said;
    await updateBatch(trx, batch.id, {
      state: 'running',
      sealed: sealFor(portal.keys, batch.id, { said, viewer }),
    });
    await portal.jobs.enqueue(trx, 'batch', { batchId: batch.id }, { startAfter: 3 });
    return batch.id;
  });
  await goOn(portal, batchId, performance.now() + patienceMs);
}

const stale = (): never => {
  throw new Problem('stale', 'Danh sách hoặc nội dung đã đổi từ lần xem trước. Hãy xem trước lại rồi làm.');
};

/** Undoes what was done, as far as its time is not over. Asked for twice it is done once. */
export async function undoBatch(portal: Portal, viewer: Viewer, id: string): Promise<void> {
  const batchId = await portal.db.transaction().execute(async (trx) => {
    const batch = await ownBatch(trx, viewer, id);
    if (batch.state === 'undoing' || batch.state === 'undone') return batch.id;
    if (batch.state !== 'done' || !isOpen(batch, portal.now()))
      throw new Problem(
        'wrong-status',
        batch.state === 'done'
          ? 'Đã quá 10 giây: thư báo đã gửi đi, không hoàn tác được nữa. Muốn sửa, hãy làm ở từng hồ sơ.'
          : 'Lượt này chưa làm xong nên chưa hoàn tác được.',
      );
    await holdOn(trx, await heldBy(trx, batch.id));
    await updateBatch(trx, batch.id, { state: 'undoing', undoneAt: portal.now() });
    await portal.jobs.enqueue(trx, 'batch', { batchId: batch.id }, { startAfter: 3 });
    return batch.id;
  });
  await goOn(portal, batchId, performance.now() + patienceMs);
}

const ownBatch = async (trx: Transaction, viewer: Viewer, id: string): Promise<Batch> =>
  requireOwn(await lockBatch(trx, id), viewer);

/** Until when a deed can be undone. */
export const undoUntil = ({ finishedAt }: Pick<Batch, 'finishedAt'>): Date | null =>
  finishedAt && new Date(finishedAt.getTime() + undoSeconds * 1_000);
const isOpen = (batch: Batch, now: Date): boolean => {
  const until = undoUntil(batch);
  return until !== null && now <= until;
};

const heldBy = async (trx: Transaction, batchId: string): Promise<string[]> =>
  (await listItems(trx, batchId)).flatMap(({ held }) => held);

/** Job: goes on with what somebody was waiting for too long, or what a stop interrupted. */
export async function continueBatch(portal: Portal, { batchId }: { batchId: string }): Promise<void> {
  await planOn(portal, batchId);
  await goOn(portal, batchId, Number.POSITIVE_INFINITY);
}

/** Job: forgets what lies behind. */
export async function tidyBatches({ db, now }: Pick<Portal, 'db' | 'now'>): Promise<void> {
  const before = (ms: number) => new Date(now().getTime() - ms);
  await forgetBatches(db, {
    finished: before(minuteMs),
    idle: before(dayMs),
    old: before(7 * dayMs),
  });
}

async function goOn(portal: Portal, batchId: string, until: number): Promise<void> {
  const batch = await findBatch(portal.db, batchId);
  if (batch?.state !== 'running' && batch?.state !== 'undoing') return;
  const { said, viewer } = Sealed.parse(unsealFor(portal.keys, batchId, batch.sealed));
  const [from, deed] =
    batch.state === 'running'
      ? (['waiting', (trx: Transaction, item: Item) => doOne(portal, trx, viewer, said, item)] as const)
      : (['done', (trx: Transaction, item: Item) => undoOne(portal, trx, viewer, item)] as const);
  for (;;) {
    if (performance.now() > until || portal.stopping.signal.aborted) return;
    if (!(await next(portal, batchId, from, deed))) break;
  }
  await portal.db.transaction().execute(async (trx) => {
    const now = await lockBatch(trx, batchId);
    // Somebody else has the last ones in hand: they finish it.
    if (now?.state !== batch.state || (await countIn(trx, batchId, from)) > 0) return;
    const isDone = batch.state === 'running';
    await updateBatch(
      trx,
      batchId,
      isDone ? { state: 'done', finishedAt: portal.now() } : { state: 'undone' },
    );
    await letGo(trx, await heldBy(trx, batchId), isDone ? undoSeconds + graceSeconds : 0);
  });
}

type Deed = (trx: Transaction, item: Item) => Promise<void>;

/** The next case; false where none is left. What stands against it is written beside it. */
async function next(portal: Portal, batchId: string, from: 'waiting' | 'done', deed: Deed): Promise<boolean> {
  let item: Item | undefined;
  try {
    await portal.db.transaction().execute(async (trx) => {
      item = await holdNext(trx, batchId, from);
      if (item) await deed(trx, item);
    });
  } catch (error) {
    if (!item || isDatabaseAway(error)) throw error;
    if (!(error instanceof Problem)) log.warn({ reason: errorClass(error) }, 'one case of many failed');
    await writeOutcome(
      portal.db,
      { batchId, place: item.place, from },
      { state: from === 'waiting' ? 'refused' : 'kept', outcome: refusalWords(error) },
    );
  }
  return item !== undefined;
}

/** Exactly the single step, with its letters held back, and what the case was before. */
async function doOne(
  portal: Portal,
  trx: Transaction,
  viewer: Viewer,
  plan: PlanBatch,
  { batchId, place, caseId, number, version, foreseen }: Item,
): Promise<void> {
  // What was refused when it was looked at was not confirmed by anybody.
  if (foreseen?.refused) {
    const state = { state: 'refused', outcome: foreseen.refused } as const;
    return await writeOutcome(trx, { batchId, place, from: 'waiting' }, state);
  }
  const held: string[] = [];
  const now = await findCaseNow(trx, viewer, caseId);
  const before = now && (await beforeOf(trx, await lockCase(trx, caseId)));
  const input = stepFor(plan, { ...(now ?? { status: 'submitted', track: null }), version: version ?? 0 });
  const within = { ...portal, jobs: holding(portal.jobs, held) };
  const { status, proposed } = await takeStepWithin(within, trx, viewer, { number, input });
  if (!before) throw new Problem('not-found');
  const after = await lockCase(trx, caseId);
  const undoable = isUndoable(before, status);
  await writeOutcome(
    trx,
    { batchId, place, from: 'waiting' },
    {
      state: 'done',
      proposed,
      undoable,
      version: after.version,
      before: undoable ? sealFor(portal.keys, batchId, before) : null,
      held,
    },
  );
}

async function undoOne(
  portal: Portal,
  trx: Transaction,
  viewer: Viewer,
  { batchId, place, caseId, version, before, held }: Item,
): Promise<void> {
  if (before === null)
    throw new Problem('wrong-status', 'Việc này không hoàn tác được: hồ sơ đã gộp vào đây đã được tách ra.');
  if (!(await takeBackHeld(trx, held)))
    throw new Problem('wrong-status', 'Thư báo đã gửi đi, không hoàn tác được nữa.');
  await undoStep(portal, trx, viewer, {
    caseId,
    version: version ?? 0,
    before: Before.parse(unsealFor(portal.keys, batchId, before)),
  });
  await writeOutcome(trx, { batchId, place, from: 'done' }, { state: 'undone', before: null, held: [] });
}
