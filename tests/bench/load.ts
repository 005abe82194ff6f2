// Load on one address, answers counted: by wrk where the system has it, else by a small client in a thread.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { run } from './programs.ts';

/** Pages are asked for; where there are bodies, they are posted in turn, each under a fresh idempotency key. */
export type Load = { url: string; headers: Record<string, string>; bodies?: string[] };
export type Round = { clients: number; seconds: number };
type Counted = { answered: number; refused: number; seconds: number };

/** Answers per second; throws when one of them was a refusal. */
export async function answersPerSecond(
  wrk: string | undefined,
  folder: string,
  load: Load,
  round: Round,
): Promise<number> {
  const { answered, refused, seconds } = await (wrk
    ? byWrk(wrk, folder, load, round)
    : byClient(load, round));
  if (refused > 0) throw new Error(`${load.url}: ${refused} of ${answered} answers were refusals`);
  return answered / seconds;
}

async function byWrk(
  wrk: string,
  folder: string,
  { url, headers, bodies }: Load,
  round: Round,
): Promise<Counted> {
  const file = path.join(folder, 'bodies');
  if (bodies) fs.writeFileSync(file, bodies.join('\n'));
  const said = await run(wrk, [
    '--threads=1',
    `--connections=${round.clients}`,
    `--duration=${round.seconds}s`,
    '--timeout=10s',
    ...Object.entries(headers).map(([name, value]) => `--header=${name}: ${value}`),
    `--script=${path.join(import.meta.dirname, 'load.lua')}`,
    url,
    '--',
    ...(bodies ? [file, randomUUID()] : []),
  ]);
  const [answered = 0, refused = 0, seconds = 1] =
    said.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { answered, refused, seconds };
}

async function byClient(load: Load, round: Round): Promise<Counted> {
  const worker = new Worker(new URL('load-client.ts', import.meta.url), {
    workerData: { ...load, ...round },
  });
  const [counted] = (await once(worker, 'message')) as [Counted];
  return counted;
}
