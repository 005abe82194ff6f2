// How long /so-lieu takes with 200,000 cases beside 1,000: node tests/bench/figures.ts
// The cases are made up; facts and sums are written as the portal writes them, on a portal of its own.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { dateOf, dayNumber } from '../../api/calendar/dates.ts';
import { count, emptySummary } from '../../api/figures/cells.ts';
import type { Round } from '../../api/figures/facts.ts';
import { addToSummary, replaceFacts } from '../../api/figures/fact-repository.ts';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { openDatabase, type Db } from '../../api/db/open.ts';
import { median } from './compare.ts';
import { startPortal } from './starting.ts';

const fields = [
  'Bưu chính',
  'Sở hữu trí tuệ',
  'Tiêu chuẩn đo lường chất lượng',
  'Hoạt động khoa học và công nghệ',
];
const contents = ['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8'] as const;
const channels = ['web', 'phone', 'counter', 'post', 'vp-ubnd'] as const;
const scores = ['satisfied', 'acceptable', 'dissatisfied'] as const;
const firstDay = dayNumber('2024-01-01');
const days = 3 * 365;

/** Always the same cases: a small generator of numbers, seeded by the case. */
function roundOf(index: number): Round & { publicId: string } {
  let state = index * 2_654_435_761;
  const below = (most: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * most);
  };
  const received = firstDay + below(days);
  const took = 1 + below(24);
  const isOpen = received > firstDay + days - 20 || below(200) === 0;
  const content = contents[below(8)] ?? '5.2';
  const procedure = below(3) === 0 ? null : `thu-tuc-${below(75)}`;
  const hex = index.toString(16).padStart(12, '0');
  return {
    caseId: `01980000-0000-7000-8000-${hex}`,
    publicId: Buffer.from(hex).toString('base64url'),
    round: 1,
    start: 'new',
    startedOn: dateOf(received),
    receivedOn: dateOf(received),
    channel: channels[below(5)] ?? 'web',
    track: content === '5.1' ? 'conduct' : 'rule',
    content,
    field: procedure === null ? 'none' : (fields[below(4)] ?? 'none'),
    procedure,
    unit: `don-vi-${below(8)}`,
    competence: 'ours',
    clockOn: dateOf(received),
    dueOn: dateOf(received + 21),
    endedOn: isOpen ? null : dateOf(received + took),
    ending: isOpen ? null : below(10) === 0 ? 'transferred' : 'answered',
    onTime: isOpen ? null : took <= 21,
    workingDays: isOpen ? null : took,
    waiting: false,
    pauses: 0,
    pausedDays: 0,
    rating: isOpen || below(3) > 0 ? null : (scores[below(3)] ?? null),
    publishDueOn: isOpen ? null : dateOf(received + took + 2),
    publishedOn: isOpen ? null : dateOf(received + took + below(4)),
    privateOn: null,
  };
}

async function load(db: Db, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 10_000) {
    const rounds = Array.from({ length: Math.min(10_000, to - start) }, (_, index) => roundOf(start + index));
    const summary = emptySummary();
    for (const round of rounds) count(summary, round);
    await db.transaction().execute(async (trx) => {
      await replaceFacts(trx, [], rounds);
      await addToSummary(trx, summary);
    });
  }
}

async function time(origin: string, address: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 25; visit += 1) {
    const startedAt = performance.now();
    const answer = await fetch(origin + address);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    if (visit >= 5) times.push(performance.now() - startedAt);
  }
  return median(times);
}

const addresses = ['/so-lieu?ky=2026', '/so-lieu?ky=2025-q2', '/api/statistics?from=2026-01&to=2026-12'];
const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-bench-')));
await fs.chmod(folder, 0o755);
const portal = await startPortal(path.join(folder, 'data'));
try {
  const db = openDatabase((await findEmbedded(portal.dataDir)) ?? '', 2);
  const found: Record<string, number[]> = {};
  let loaded = 0;
  for (const cases of [1_000, 200_000]) {
    await load(db, loaded, cases);
    loaded = cases;
    for (const address of addresses) (found[address] ??= []).push(await time(portal.origin, address));
  }
  await db.destroy();
  for (const [address, [few = 0, many = 0]] of Object.entries(found))
    console.log(
      `${address}: ${few.toFixed(1)} ms with 1,000 cases, ${many.toFixed(1)} ms with 200,000: ${(many / few).toFixed(2)} times (at most 3)`,
    );
  const startedAt = performance.now();
  const bytes = (await (await fetch(`${portal.origin}/du-lieu/ho-so.jsonl`)).arrayBuffer()).byteLength;
  console.log(
    `ho-so.jsonl: ${(bytes / 1e6).toFixed(0)} MB in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
} finally {
  await portal.stop();
  await fs.rm(folder, { recursive: true, force: true });
}
