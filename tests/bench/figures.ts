// How long /so-lieu takes with 200,000 cases and 200,000 answers beside 1,000 of each: node tests/bench/figures.ts
// Cases and answers are made up and written as rows of a portal of its own; facts, sums and results are the portal's work.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { rebuildFigures } from '../support/portal/figures.ts';
import type { Portal } from '../../api/portal/portal.ts';
import { keepResults } from '../../api/surveys/results-service.ts';
import { roundFields } from '../support/portal/survey.ts';
import { openBeside } from './beside.ts';
import { median } from './compare.ts';
import { startPortal } from './starting.ts';
import { addRounds, loadAnswers, loadCases } from './figures-rows.ts';

/** What a running portal has done by the time somebody looks: counted all cases, closed the rounds. */
async function catchUp(portal: Portal, rounds: readonly string[]): Promise<void> {
  await rebuildFigures(portal);
  await portal.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`delete from survey_results`.execute(trx);
    for (const id of rounds) await keepResults(trx, portal, id);
  });
  // What autovacuum does by itself in a portal that is left running.
  await sql`vacuum (analyze)`.execute(portal.db);
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
// Nothing else may work on the database while it is measured.
process.env['WORKER'] = 'none';
const running = await startPortal(path.join(folder, 'data'));
try {
  const portal = await openBeside(running.dataDir, (await findEmbedded(running.dataDir)) ?? '');
  const rounds = await addRounds(portal, roundFields);
  const found: Record<string, number[]> = {};
  let loaded = 0;
  for (const many of [1_000, 200_000]) {
    const startedAt = performance.now();
    await loadCases(portal, loaded, many);
    await loadAnswers(portal, rounds, loaded, many);
    await catchUp(portal, rounds);
    loaded = many;
    const { rows } = await sql<{ cases: number; events: number; answers: number; facts: number }>`
      select (select count(*)::int from cases) as cases, (select count(*)::int from case_events) as events,
        (select count(*)::int from survey_answers) as answers, (select count(*)::int from case_facts) as facts`.execute(
      portal.db,
    );
    console.log(JSON.stringify(rows[0]), `in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    for (const address of addresses) (found[address] ??= []).push(await time(running.origin, address));
  }
  portal.mailer.close();
  await portal.jobs.close();
  await portal.db.destroy();
  for (const [address, [few = 0, many = 0]] of Object.entries(found))
    console.log(
      `${address}: ${few.toFixed(1)} ms with 1,000, ${many.toFixed(1)} ms with 200,000: ${(many / few).toFixed(2)} times (at most 3)`,
    );
  const startedAt = performance.now();
  const bytes = (await (await fetch(`${running.origin}/du-lieu/ho-so.jsonl`)).arrayBuffer()).byteLength;
  console.log(
    `ho-so.jsonl: ${(bytes / 1e6).toFixed(0)} MB in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
} finally {
  await running.stop();
  await fs.rm(folder, { recursive: true, force: true });
}
