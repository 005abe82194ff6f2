// Choosing many cases and seeing what would be done to each: the step itself is taken, and taken back at once.
import { randomUUID } from 'node:crypto';
import { beforeOf, isUndoable } from '../cases/steps/undo-service.ts';
import { lockCase } from '../cases/event-repository.ts';
import { takeStepWithin } from '../cases/steps/steps-service.ts';
import { isDatabaseAway } from '../db/open.ts';
import type { Transaction } from '../db/open.ts';
import { numbersIn } from '../desk/list-service.ts';
import { numbersFound } from '../desk/search-service.ts';
import type { Jobs } from '../jobs/queue-service.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { actsOf, stepFor, type PlanBatch } from './acts.ts';
import { requireOwn } from './own.ts';
import {
  findBatch,
  findCaseNow,
  findVisibleIds,
  forgetForeseen,
  insertBatch,
  listItems,
  lockBatch,
  saveForeseen,
  updateBatch,
} from './repository.ts';
import { mostCases, type ChooseCases, type Foreseen } from './schema.ts';
import { Sealed, sealFor, unsealFor } from './tools/sealing.ts';
import { refusalWords } from './refusal.ts';

/** How many cases a list finds, as far as one deed takes them. */
export async function countFound(portal: Portal, viewer: Viewer, of: Pick<ChooseCases, 'list' | 'search'>) {
  const found = await numbersOf(portal, viewer, of);
  return { count: Math.min(found.length, mostCases), isMore: found.length > mostCases };
}

async function numbersOf(
  portal: Portal,
  viewer: Viewer,
  { numbers = [], list, search }: Pick<ChooseCases, 'numbers' | 'list' | 'search'>,
): Promise<string[]> {
  if (search !== undefined) return await numbersFound(portal, viewer, search, mostCases + 1);
  return list === undefined ? numbers : await numbersIn(portal, viewer, list, mostCases + 1);
}

/** Keeps what was chosen, for whoever chose. Numbers that they may not open are left out without a word. */
export async function chooseCases(
  portal: Portal,
  viewer: Viewer,
  input: ChooseCases,
): Promise<{ id: string }> {
  if (!actsOf(viewer.role).includes(input.act)) throw new Problem('forbidden');
  const found = await numbersOf(portal, viewer, input);
  const numbers = [...new Set(found)].slice(0, mostCases);
  const cases = await findVisibleIds(portal.db, viewer, numbers);
  if (cases.length === 0)
    throw new Problem('invalid', undefined, [
      { pointer: '/numbers', detail: 'Không có hồ sơ nào để làm. Hãy chọn lại ở danh sách.' },
    ]);
  const id = randomUUID();
  const batch = {
    id,
    staffId: viewer.id,
    role: viewer.role,
    act: input.act,
    isCut: found.length > mostCases,
    madeAt: portal.now(),
  };
  await portal.db.transaction().execute((trx) => insertBatch(trx, batch, cases));
  return { id };
}

/** So long whoever asks waits for more than the first few; what is left is looked at in the background. */
const patienceMs = 800;
const firstFew = 20;

/** Looks at what the act would do to each case, and keeps that with what is written. Nothing is done to any case. */
export async function planBatch(
  portal: Portal,
  viewer: Viewer,
  id: string,
  input: PlanBatch,
): Promise<{ plan: number }> {
  const found = requireOwn(await findBatch(portal.db, id), viewer);
  if (found.act !== input.act || !actsOf(viewer.role).includes(input.act)) throw new Problem('forbidden');
  const sealed = sealFor(portal.keys, found.id, { said: input, viewer });
  const items = await listItems(portal.db, found.id);
  const seen: { place: number; version: number | null; foreseen: Foreseen }[] = [];
  const until = performance.now() + patienceMs;
  for (const { place, caseId, number } of items) {
    if (seen.length >= firstFew && performance.now() > until) break;
    seen.push({ place, ...(await foresee(portal, viewer, { id: caseId, number }, input)) });
  }
  requireSome(input, seen);
  const isWhole = seen.length === items.length;
  return await portal.db.transaction().execute(async (trx) => {
    const batch = await lockBatch(trx, found.id);
    if (batch?.state !== 'chosen' && batch?.state !== 'planned' && batch?.state !== 'planning')
      throw new Problem('wrong-status', 'Lượt này đã làm rồi. Hãy tải lại trang để xem kết quả.');
    if (!isWhole) await forgetForeseen(trx, found.id);
    for (const { place, ...what } of seen) await saveForeseen(trx, found.id, place, what);
    const plan = batch.plan + 1;
    const state = isWhole ? 'planned' : 'planning';
    await updateBatch(trx, found.id, { state, plan, sealed, role: viewer.role });
    if (!isWhole) await portal.jobs.enqueue(trx, 'batch', { batchId: found.id });
    return { plan };
  });
}

/** Looks at the cases that nobody waited for, unless something else was written meanwhile. Stopped, it goes on with the rest. */
export async function planOn(portal: Portal, batchId: string): Promise<void> {
  const planned = await findBatch(portal.db, batchId);
  if (planned?.state !== 'planning') return;
  const { said, viewer } = Sealed.parse(unsealFor(portal.keys, batchId, planned.sealed));
  const still = async (trx: Transaction) => {
    const batch = await lockBatch(trx, batchId);
    return batch?.state === 'planning' && batch.plan === planned.plan;
  };
  for (const { place, caseId, number, foreseen } of await listItems(portal.db, batchId)) {
    if (foreseen !== null) continue;
    const what = await foresee(portal, viewer, { id: caseId, number }, said);
    const isKept = await portal.db.transaction().execute(async (trx) => {
      if (!(await still(trx))) return false;
      await saveForeseen(trx, batchId, place, what);
      return true;
    });
    if (!isKept) return;
  }
  await portal.db.transaction().execute(async (trx) => {
    if (await still(trx)) await updateBatch(trx, batchId, { state: 'planned' });
  });
}

/** What is wrong with every case by the same field is wrong with what is written. */
function requireSome({ act }: PlanBatch, seen: readonly { foreseen: Foreseen & { pointer?: string } }[]) {
  const [first] = seen;
  const pointer = first?.foreseen.pointer;
  if (act === 'remind' || pointer === undefined) return;
  if (seen.every(({ foreseen }) => foreseen.pointer === pointer))
    throw new Problem('invalid', undefined, [{ pointer, detail: first?.foreseen.refused ?? '' }]);
}

class NotMeant extends Error {}

/** Takes the step inside a transaction that is rolled back: by the very rules by which it will be taken. */
async function foresee(
  portal: Portal,
  viewer: Viewer,
  { id, number }: { id: string; number: string },
  plan: PlanBatch,
): Promise<{ version: number | null; foreseen: Foreseen }> {
  let version: number | null = null;
  const foreseen: Foreseen & { pointer?: string } = {
    refused: null,
    to: null,
    proposed: false,
    letters: 0,
    undoable: true,
  };
  const jobs = listing(portal.jobs, (name) => (foreseen.letters += name === 'notice' ? 1 : 0));
  const attempt = async (trx: Transaction) => {
    const now = await findCaseNow(trx, viewer, id);
    version = now?.version ?? null;
    const input = stepFor(plan, now ?? { status: 'submitted', track: null, version: 0 });
    const before = now && (await beforeOf(trx, await lockCase(trx, id)));
    const { status, proposed } = await takeStepWithin({ ...portal, jobs }, trx, viewer, { number, input });
    Object.assign(foreseen, {
      to: status,
      proposed,
      undoable: isUndoable({ merged: before?.merged ?? 0 }, status),
    });
    throw new NotMeant();
  };
  try {
    await portal.db.transaction().execute(attempt);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (!(error instanceof NotMeant)) {
      foreseen.refused = refusalWords(error);
      const pointer = error instanceof Problem ? error.errors[0]?.pointer : undefined;
      if (pointer !== undefined) foreseen.pointer = pointer;
    }
  }
  return { version, foreseen };
}

/** A queue into which nothing goes: what would be asked for is named only. */
const listing = (jobs: Jobs, name: (job: string) => void): Jobs => ({
  ...jobs,
  enqueue: async (_trx, job) => (name(job), null),
});
