// npm run bench:build: what building costs with 81 procedures and with many, and whether it grows no worse than they do.
// Exit 1 when it grows worse.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../support/process/child.ts';
import { writeProcedures } from './many-procedures.ts';

type Cost = { seconds: number; megabytes: number };
type Measured = Cost & { count: number };

const counts = process.argv.slice(2).map(Number);
const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-build-')));
try {
  for (const name of [
    'api',
    'site',
    'content',
    'migrations',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ])
    await fs.cp(path.join(root, name), path.join(folder, name), { recursive: true });
  await fs.symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const measured: Measured[] = [];
  for (const count of counts.length > 0 ? counts : [81, 2500, 5000, 10_000]) {
    await writeProcedures(path.join(folder, 'content/procedures'), count);
    const cost = await measure('npm', ['run', '--silent', 'build']);
    const built = await pagesBelow(path.join(folder, '.build/client/thu-tuc'));
    if (built < count) throw new Error(`only ${built} pages were built of ${count} procedures`);
    console.log(
      `${String(count).padStart(6)} procedures: build ${cost.seconds.toFixed(1)} s, at most ${cost.megabytes} MB${growth({ count, ...cost }, measured.at(-1))}`,
    );
    measured.push({ count, ...cost });
  }
  process.exitCode = tellGrowth(measured) ? 0 : 1;
} finally {
  await fs.rm(folder, { recursive: true, force: true });
}

function growth(one: Measured, before: Measured | undefined): string {
  if (!before) return '';
  const times = (key: keyof Measured) => (one[key] / before[key]).toFixed(2);
  return `   (${times('seconds')} × the time, ${times('megabytes')} × the memory for ${times('count')} × the procedures)`;
}

/**
 * Prints what every further procedure costs in time, step by step. True where the last ones cost about as little as the
 * first, and where memory never grows faster than the procedures.
 */
function tellGrowth(measured: readonly Measured[]): boolean {
  const steps = measured.slice(1).map((after, index) => ({ after, before: measured[index] ?? after }));
  const costs = steps.map(
    ({ after, before }) => (1000 * (after.seconds - before.seconds)) / (after.count - before.count),
  );
  const [first, last] = [costs[0], costs.at(-1)];
  if (first === undefined || last === undefined) return true;
  console.log(`each further procedure, step by step: ${costs.map((cost) => cost.toFixed(1)).join(', ')} ms`);
  // Half as much again is left to the noise of the machine; growth by the square would be many times as much.
  const isLinear =
    last <= 1.5 * first &&
    steps.every(({ after, before }) => after.megabytes / before.megabytes <= after.count / before.count);
  console.log(isLinear ? 'growing no worse than linearly' : 'growing WORSE than linearly');
  return isLinear;
}

async function pagesBelow(pages: string): Promise<number> {
  return (await fs.readdir(pages)).filter((name) => name.endsWith('.html')).length;
}

async function measure(command: string, args: string[]): Promise<Cost> {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes = 0;
  const watch = setInterval(async () => {
    megabytes = Math.max(megabytes, await residentOf(child.pid ?? 0).catch(() => 0));
  }, 100);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, megabytes };
}

/** Resident memory in MB of a process and all below it; needs /proc. */
async function residentOf(pid: number): Promise<number> {
  const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  const children = (await fs.readFile(`/proc/${pid}/task/${pid}/children`, 'utf8'))
    .trim()
    .split(' ')
    .filter(Boolean);
  const below = await Promise.all(children.map((child) => residentOf(Number(child)).catch(() => 0)));
  return Math.round(own + below.reduce((sum, one) => sum + one, 0));
}
