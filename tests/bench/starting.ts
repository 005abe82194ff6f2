// The portal as people start it, and what its start and its memory cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { placesIn } from '../../api/db/embedded/cluster.ts';
import { root } from '../support/process/child.ts';

export type RunningPortal = Awaited<ReturnType<typeof startPortal>>;

/** `npm start` on a data folder; resolves when the first page was answered. */
export async function startPortal(dataDir: string) {
  const startedAt = performance.now();
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      SUBMISSIONS_PER_10_MINUTES: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'close');
  async function stop(): Promise<void> {
    npm.kill('SIGTERM');
    await ended;
  }
  try {
    const origin = await addressSaidBy(npm.stdout);
    if (!(await fetch(origin)).ok) throw new Error('the first page is not there');
    const startedInSeconds = Number(((performance.now() - startedAt) / 1000).toFixed(2));
    return { origin, dataDir, startedInSeconds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressSaidBy(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    output.on('data', (chunk) => {
      said += chunk;
      const [, origin] = /(http:\/\/localhost:\d+)\/\s/.exec(said) ?? [];
      if (origin) resolve(origin);
    });
    output.on('end', () => reject(new Error(`npm start ended:\n${said}`)));
  });
}

/** Resident memory in MB of the process that has a data folder; undefined where the system has no /proc. */
export function residentMegabytes(dataDir: string): number | undefined {
  const pid = Number(fs.readFileSync(placesIn(dataDir).owner, 'utf8').split(' ')[0]);
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return undefined;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1]) / 1024);
}
