// Submitting and looking up over HTTP, beside pgbench with the same statements on the same database server.
import { SubmitCase } from '../../api/cases/schema.ts';
import { submission } from '../support/case.ts';
import { compare } from './compare.ts';
import { answersPerSecond, type Load } from './load.ts';
import { pgbenchOn } from './pgbench.ts';
import type { Programs } from './programs.ts';
import type { Stage } from './stage.ts';
import { portalScripts } from './statements.ts';

const seconds = 2;
const lookedUp = 200;
// A report of some 600 characters, as people write them.
const said = { ...submission, body: `${submission.body} `.repeat(7) };
const headers = { 'content-type': 'application/json' };

export async function measureCases(stage: Stage, { pgbench, wrk }: Programs): Promise<void> {
  const { origin, folder } = stage;
  const receipts = await submitSome(origin);
  const scripts = await portalScripts(stage.copy, SubmitCase.parse(said), lookedUp);
  const insert = pgbench && pgbenchOn(pgbench, stage.copyUrl, scripts.insert, `${folder}/insert.sql`);
  const lookUp = pgbench && pgbenchOn(pgbench, stage.url, scripts.lookUp, `${folder}/look-up.sql`);
  const submitting: Load = { url: `${origin}/api/cases`, headers, bodies: [JSON.stringify(said)] };
  const lookingUp: Load = { url: `${origin}/api/cases/lookup`, headers, bodies: receipts };

  for (const clients of [1, 8, 32])
    await compare({
      name: `POST /api/cases, ${clients} at a time`,
      target: clients === 1 ? undefined : 0.5,
      portal: () => answersPerSecond(wrk, folder, submitting, { clients, seconds }),
      reference: insert && (() => insert(clients, seconds)),
    });
  for (const clients of [1, 8, 32])
    await compare({
      name: `POST /api/cases/lookup, ${clients} at a time`,
      target: clients === 1 ? undefined : 0.4,
      portal: () => answersPerSecond(wrk, folder, lookingUp, { clients, seconds }),
      reference: lookUp && (() => lookUp(clients, seconds)),
    });
}

/** The first cases of the register, submitted one after the other: number and secret of each, as JSON. */
async function submitSome(origin: string): Promise<string[]> {
  const receipts: string[] = [];
  while (receipts.length < lookedUp) {
    const answer = await fetch(`${origin}/api/cases`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(said),
    });
    const { number, secret } = (await answer.json()) as { number: string; secret: string };
    receipts.push(JSON.stringify({ number, secret }));
  }
  return receipts;
}
