// The open event file, streamed out of one snapshot: as large as the register, never held in memory.
import { currentCalendar } from '../calendar/current-service.ts';
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { listDossiers } from '../dossiers/repository.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { completeness } from '../procedures/completeness.ts';
import { listPublicRounds } from '../surveys/results-service.ts';
import type { Cell } from './cells.ts';
import { findHeads } from './fact-repository.ts';
import { decisionTerms } from './indices.ts';
import { limitsOf } from './limits.ts';
import { namedInYear } from './named-procedures.ts';
import {
  countedLines,
  countingLines,
  openFileSchema,
  settledLines,
  takenUpLines,
  type OpenLine,
} from './open-file.ts';
import { listOpenRounds, openSnapshot } from './open-file-repository.ts';
import { satisfactionByGroup, satisfactionByTime } from './statistics.ts';
import { listTakenUp } from './taken-up-repository.ts';
import {
  countToday,
  listDecisionPostings,
  listGroups,
  listMonths,
  withReceivedDays,
} from './summary-repository.ts';

type Where = Pick<Portal, 'db' | 'content' | 'now'>;
const atOnce = 2_000;
const everything = { from: '2000-01', to: '2099-12' };
const mostAtATime = 3;
const patienceMs = 15_000;
let running = 0;

/** Opens the file; throws `too-many` while several people are downloading it. */
export async function openFile(portal: Where): Promise<ReadableStream<Uint8Array>> {
  if (running >= mostAtATime)
    throw new Problem('too-many', 'Nhiều người đang tải tệp này. Hãy thử lại sau một phút.');
  running += 1;
  const trx = await openSnapshot(portal.db).catch((error: unknown) => {
    running -= 1;
    throw error;
  });
  const chunks = chunksOf(portal, trx);
  let waiting: NodeJS.Timeout | undefined;
  let isClosed = false;
  async function close(): Promise<void> {
    clearTimeout(waiting);
    if (isClosed) return;
    isClosed = true;
    running -= 1;
    await trx
      .rollback()
      .execute()
      .catch(() => {});
  }
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { done, value } = await chunks.next();
        if (done) {
          await close();
          return controller.close();
        }
        controller.enqueue(new TextEncoder().encode(value));
        // Whoever stops taking must not hold a connection of the database.
        waiting = setTimeout(() => {
          controller.error(new Error('the download stood still'));
          void close();
        }, patienceMs).unref();
      } catch (error) {
        await close();
        controller.error(error);
      }
    },
    cancel: close,
  });
}

const text = (lines: readonly OpenLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

async function* chunksOf(portal: Where, trx: Transaction): AsyncGenerator<string> {
  const { head } = await findHeads(trx);
  const today = localDate(portal.now());
  const { openLate, openExtended, awaitingSupplement } = await countToday(trx, today);
  const state = { openLate, openExtended, awaitingSupplement };
  yield text([{ event: 'file', schema: openFileSchema, on: today, upto: head?.upto ?? 0, ...state }]);
  const months = await listMonths(trx, everything);
  const first = `${Number((months[0]?.month ?? today).slice(0, 4)) - 1}-01-01`;
  const last = `${Number(today.slice(0, 4)) + 1}-12-31`;
  yield text(countingLines(limitsOf(portal), currentCalendar(portal), first, last));
  yield text(await otherLines(portal, trx, today, months));
  for (const cell of months) yield text(countedLines([cell]));
  yield text(takenUpLines(await listTakenUp(trx, { first: '2000-01-01', last: '2099-12-31' })));
  let after: { publicId: string; round: number } | undefined;
  for (;;) {
    const rounds = await listOpenRounds(trx, after, atOnce);
    yield text(rounds.flatMap(settledLines));
    after = rounds.at(-1);
    if (rounds.length < atOnce) return;
  }
}

/** What the figures need besides cases: ratings of the cells that are shown, decisions, procedures, dossiers, surveys. */
async function otherLines(
  portal: Where,
  trx: Transaction,
  today: string,
  months: readonly Cell[],
): Promise<OpenLine[]> {
  const { content } = portal;
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const lines: OpenLine[] = [];
  for (const year of years) {
    const period = { from: `${year}-01`, to: `${year}-12` };
    const times = satisfactionByTime(months, period);
    // A year of too few ratings is named without them: one that is not in the file has none.
    if (!times.has(year)) lines.push({ event: 'ratings', period: year, n: null });
    for (const [key, satisfaction] of times) lines.push({ event: 'ratings', period: key, ...satisfaction });
    const groups = await listGroups(trx, period);
    for (const dimension of ['field', 'unit'] as const)
      for (const [key, satisfaction] of satisfactionByGroup(groups, dimension))
        lines.push({ event: 'ratings', period: year, [dimension]: key, ...satisfaction });
    for (const { slug, received } of namedInYear(content.procedures, groups))
      lines.push({ event: 'named', period: year, procedure: slug, received });
  }
  const terms = decisionTerms(
    await withReceivedDays(trx, content.decisions),
    await listDecisionPostings(trx),
    { first: '2000-01-01', last: '2099-12-31' },
    today,
    currentCalendar(portal),
    content.figures.limits.decision.workingDays,
  );
  for (const { slug, from, dueOn, postedOn } of terms)
    lines.push({ event: 'decision', decision: slug, from, due: dueOn, published: postedOn });
  for (const procedure of content.procedures.values())
    if (procedure.status === 'in-force' || procedure.status === 'needs-review')
      lines.push({
        event: 'procedure',
        procedure: procedure.slug,
        complete: completeness(procedure).lacking.length === 0,
      });
  for (const row of await listDossiers(trx, everything.from, everything.to))
    lines.push({ event: 'dossiers', ...row });
  for (const { round, overall, groups } of await listPublicRounds({ db: trx }))
    for (const { code, n, satisfied } of [...(overall ? [{ code: 'all', ...overall }] : []), ...groups])
      lines.push({ event: 'survey', round: round.id, group: code, n, satisfied });
  return lines;
}
