// How long the portal takes from `npm start` on existing data to its first page, and how much memory it holds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { root } from '../support/child.ts';

/** Starts and stops the portal as people do; seconds from the command to the first 200 of `/`. */
export async function warmStartSeconds(dataDir: string): Promise<number> {
  const startedAt = performance.now();
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATABASE_PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'close');
  try {
    let said = '';
    for await (const chunk of npm.stdout.iterator({ destroyOnReturn: false })) {
      said += chunk;
      const origin = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (!origin) continue;
      if (!(await fetch(origin)).ok) throw new Error('the first page is not there');
      return (performance.now() - startedAt) / 1000;
    }
    throw new Error(`npm start ended:\n${said}`);
  } finally {
    npm.stdout.resume();
    npm.kill('SIGTERM');
    await ended;
  }
}

/** Resident memory of a process in MB; undefined where the system has no /proc. */
export function residentMegabytes(pid: number): number | undefined {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return undefined;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1]) / 1024);
}
