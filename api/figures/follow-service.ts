// Keeping facts and sums up to date: they follow the ledger, entry by entry, behind the cases and never in their way.
import { createHash } from 'node:crypto';
import { calendarInForce, loadCalendar } from '../calendar/current-service.ts';
import type { Transaction } from '../db/open.ts';
import { keyedHash } from '../crypto/keys.ts';
import type { Portal } from '../portal/portal.ts';
import { count, emptySummary, type Summary } from './cells.ts';
import { factsVersion, roundsOf, type Round } from './facts.ts';
import {
  addToSummary,
  clearFigures,
  findHeads,
  listCaseIds,
  listChanged,
  listFacts,
  listHistories,
  listTouched,
  putHead,
  replaceFacts,
  takeFiguresLock,
} from './fact-repository.ts';
import { limitsOf } from './limits.ts';
import { placed } from './placing.ts';

type Where = Pick<Portal, 'db' | 'content' | 'keys' | 'now'> & Partial<Pick<Portal, 'stopping'>>;
const atOnce = 2_000;

/**
 * Counts what has entered the ledger since the last time. Only one process at a time does it. When the rules, the
 * fields of procedures or the calendar have changed, what they touch is counted anew. Returns how many entries were taken.
 */
export async function followLedger(portal: Where): Promise<number> {
  const basis = basisOf(portal);
  const { version } = calendarInForce(portal);
  const { head, size } = await findHeads(portal.db);
  if (head && head.basis === basis && head.calendarVersion === version && head.upto >= size) return 0;
  let total = 0;
  for (;;) {
    const taken = await portal.db.transaction().execute((trx) => takeBatch(portal, trx, basis));
    total += taken;
    if (taken < atOnce || portal.stopping?.signal.aborted) return total;
  }
}

async function takeBatch(portal: Where, trx: Transaction, basis: string): Promise<number> {
  if (!(await takeFiguresLock(trx))) return 0;
  await loadCalendar(portal, trx);
  const { version } = calendarInForce(portal);
  const { head, size } = await findHeads(trx);
  if (!head || head.basis !== basis) {
    await countAll(portal, trx);
    await putHead(trx, { upto: size, calendarVersion: version, basis, at: portal.now() });
    return 0;
  }
  if (head.calendarVersion !== version)
    await refreshInTurns(portal, trx, await listTouched(trx, head.calendarVersion));
  const { caseIds, upto, taken } = await listChanged(trx, head.upto, atOnce);
  await refreshInTurns(portal, trx, caseIds);
  await putHead(trx, { upto, calendarVersion: version, basis, at: portal.now() });
  return taken;
}

/** Counts everything anew: until the transaction has committed, the old figures are read. */
async function countAll(portal: Where, trx: Transaction): Promise<void> {
  await clearFigures(trx);
  const summary = emptySummary();
  let after: string | null = null;
  for (;;) {
    // Begun anew at the next start: until it is whole, the old figures are read.
    portal.stopping?.signal.throwIfAborted();
    const caseIds: string[] = await listCaseIds(trx, after, atOnce);
    await refresh(portal, trx, caseIds, summary);
    after = caseIds.at(-1) ?? null;
    if (caseIds.length < atOnce) break;
  }
  await addToSummary(trx, summary);
}

async function refreshInTurns(portal: Where, trx: Transaction, caseIds: readonly string[]): Promise<void> {
  const summary = emptySummary();
  for (let start = 0; start < caseIds.length; start += atOnce) {
    portal.stopping?.signal.throwIfAborted();
    await refresh(portal, trx, caseIds.slice(start, start + atOnce), summary);
  }
  await addToSummary(trx, summary);
}

/**
 * Writes the facts of some cases anew, and into `changes` what that changes in the sums. These are written once, when
 * all is counted: a row written over and over in one transaction leaves as many dead ones for every reader to pass.
 */
async function refresh(
  portal: Where,
  trx: Transaction,
  caseIds: readonly string[],
  changes: Summary,
): Promise<void> {
  if (caseIds.length === 0) return;
  const { calendar } = calendarInForce(portal);
  const limits = limitsOf(portal);
  for (const round of await listFacts(trx, caseIds)) count(changes, round, -1);
  const rounds = (await listHistories(trx, caseIds)).flatMap((history) =>
    roundsOf(placed(portal, history), calendar, limits),
  );
  for (const round of rounds) count(changes, round);
  await replaceFacts(
    trx,
    caseIds,
    rounds.map((round) => ({ ...round, publicId: publicIdOf(portal, round) })),
  );
}

/** Where a round stands in the open file: the order tells nothing, of two rounds of one case neither. */
const publicIdOf = ({ keys }: Pick<Portal, 'keys'>, { caseId, round }: Round): string =>
  keyedHash(keys, 'open-file', `${caseId} ${round}`).toString('base64url').slice(0, 16);

/** What the figures are counted by; another one, and all is counted anew. */
function basisOf(portal: Pick<Portal, 'content'>): string {
  const { content } = portal;
  const fields = [...content.procedures.values()].map(({ slug, field, replacedBy }) => [
    slug,
    field,
    replacedBy,
  ]);
  const basis = JSON.stringify([factsVersion, limitsOf(portal), fields, content.calendar.days]);
  return createHash('sha256').update(basis).digest('base64url');
}
