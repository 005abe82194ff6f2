// npm run bench: the portal beside pgbench and nginx, measured in turn in one run. It tells figures and tests nothing.
import fs from 'node:fs';
import path from 'node:path';
import { SubmitCase } from '../../api/cases/schema.ts';
import { submission } from '../support/case.ts';
import { root } from '../support/child.ts';
import { compare, median, tellMost } from './compare.ts';
import { answersPerSecond, type Load, type Round } from './load.ts';
import { serveByNginx } from './nginx.ts';
import { pgbenchOn } from './pgbench.ts';
import { findProgram } from './programs.ts';
import { openStage, type Stage } from './stage.ts';
import { residentMegabytes, warmStartSeconds } from './starting.ts';
import { insertScript, lookUpScript } from './statements.ts';

const seconds = 2;
// A report of some 600 characters, as people write them.
const said = { ...submission, body: submission.body.repeat(8) };
const json = { 'content-type': 'application/json' };

const programs = { pgbench: findProgram('pgbench'), nginx: findProgram('nginx'), wrk: findProgram('wrk') };
const stage = await openStage();
process.once('SIGINT', () => void stage.close().then(() => process.exit(130)));
try {
  await submissions(stage);
  await lookUps(stage);
  await pages(stage);
  const memory = residentMegabytes(stage.server.pid);
  if (memory) tellMost('resident memory after all this', memory, 'MB', 200);
  await stage.stopServer();
  const starts = [await warmStartSeconds(stage.dataDir), await warmStartSeconds(stage.dataDir), await warmStartSeconds(stage.dataDir)];
  tellMost('npm start to the first page, warm', Number(median(starts).toFixed(2)), 's', 3);
} finally {
  await stage.close();
}

function ask({ folder }: Stage, load: Load, round: Round): Promise<number> {
  return answersPerSecond(programs.wrk, folder, load, round);
}

async function submissions(stage: Stage): Promise<void> {
  const script = await insertScript(stage.copy, SubmitCase.parse(said));
  const pgbench = programs.pgbench && pgbenchOn(programs.pgbench, stage.copyUrl, script, stage.folder, 'insert');
  const load = { url: `${stage.server.origin}/api/cases`, headers: json, bodies: [JSON.stringify(said)] };
  for (const clients of [1, 8, 32])
    await compare({
      name: `POST /api/cases, ${clients} clients`,
      target: 0.5,
      portal: () => ask(stage, load, { clients, seconds }),
      reference: pgbench && (() => pgbench(clients, seconds)),
    });
}

async function lookUps(stage: Stage): Promise<void> {
  const url = `${stage.server.origin}/api/cases/lookup`;
  const keys = await someReceipts(stage, 200);
  const [first] = keys;
  if (!first) throw new Error('no receipt');
  const script = await lookUpScript(stage.copy, first, 200);
  ...
}
