// Submitting and looking up over HTTP, beside pgbench with the same statements on the same database server.
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import { findEmbedded } from '../../api/db/embedded/attach.ts';
import { submission } from '../support/portal/case.ts';
import { cellSeconds, compare, type Reference } from './compare.ts';
import { answersPerSecond, type Load } from './load.ts';
import { pgbenchOn, type Pgbench } from './pgbench.ts';
import type { Programs } from './programs.ts';
import { openReference } from './reference.ts';
import type { RunningPortal } from './starting.ts';
import { portalScripts } from './statements.ts';

const lookedUp = 200;
// A report of some 600 characters, as people write them.
const said = { ...submission, body: `${submission.body} `.repeat(7) };
const headers = { 'content-type': 'application/json' };

type Measuring = { load: Load; pgbench: Pgbench | undefined; target: number };

export async function measureCases(portal: RunningPortal, programs: Programs, folder: string): Promise<void> {
  // Submitted before anything else: they are the first of the register.
  const receipts = await submitSome(portal.origin);
  const beside = programs.pgbench ? await pgbenchBeside(portal, programs.pgbench, folder) : undefined;
  const submitting = {
    load: { url: `${portal.origin}/api/cases`, headers, bodies: [JSON.stringify(said)] },
    pgbench: beside?.insert,
    target: 0.5,
  };
  const lookingUp = {
    load: { url: `${portal.origin}/api/cases/lookup`, headers, bodies: receipts },
    pgbench: beside?.lookUp,
    target: 0.4,
  };
  for (const measuring of [submitting, lookingUp])
    for (const clients of [1, 8, 32]) await measure(measuring, clients, programs, folder);
}

async function measure(
  { load, pgbench, target }: Measuring,
  clients: number,
  { wrk }: Programs,
  folder: string,
): Promise<void> {
  const references: Reference[] = pgbench
    ? [
        {
          name: 'pgbench',
          side: () => pgbench('simple', clients, cellSeconds),
          target: clients > 1 ? target : undefined,
        },
        { name: 'prepared', side: () => pgbench('prepared', clients, cellSeconds) },
      ]
    : [];
  await compare(
    `POST ${new URL(load.url).pathname}, ${clients} at a time`,
    () => answersPerSecond(wrk, folder, load, { clients, seconds: cellSeconds }),
    references,
  );
}

/** pgbench inserting into a database of its own, and reading the portal's own rows. */
async function pgbenchBeside({ dataDir }: RunningPortal, program: string, folder: string) {
  const url = (await findEmbedded(dataDir)) ?? '';
  const reference = await openReference(url);
  const scripts = await portalScripts(reference.portal, SubmitCase.parse(said), lookedUp);
  await reference.close();
  return {
    insert: pgbenchOn(program, reference.url, scripts.insert, folder),
    lookUp: pgbenchOn(program, url, scripts.lookUp, folder),
  };
}

/** Submits cases one after the other: number and secret of each, as JSON. */
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
