// npm run bench:build: what building and starting cost with 81 procedures and with many; it tells figures and tests nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../support/child.ts';
import { writeProcedures } from './many-procedures.ts';

type Cost = { seconds: number; megabytes: number };

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
  const measured: (Cost & { count: number })[] = [];
  for (const count of counts.length > 0 ? counts : [81, 2500, 5000, 10_000]) {
    await writeProcedures(path.join(folder, 'content/procedures'), count);
    const cost = await measure('npm', ['run', '--silent', 'build']);
    measured.push({ count, ...cost });
    const previous = measured.at(-2);
    const growth =
      previous &&
      `   ${(cost.seconds / previous.seconds).toFixed(2)} × the time for ${(count / previous.count).toFixed(1)} × the procedures`;
    console.log(
      `${String(count).padStart(6)} procedures: build ${cost.seconds.toFixed(1)} s, at most ${cost.megabytes} MB${growth ?? ''}`,
    );
  }
} finally {
  await fs.rm(folder, { recursive: true, force: true });
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
