// npm run bench: the portal beside pgbench and nginx, measured in turn in one run. It tells figures and tests nothing.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measureCases } from './cases.ts';
import { median, tellMost } from './compare.ts';
import { measurePage } from './page.ts';
import { lookFor } from './programs.ts';
import { residentMegabytes, startPortal } from './starting.ts';

const programs = { pgbench: lookFor('pgbench'), nginx: lookFor('nginx'), wrk: lookFor('wrk') };
const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'minh-bach-bench-')));
try {
  await fs.chmod(folder, 0o755);
  await measureAll(path.join(folder, 'data'));
} finally {
  await fs.rm(folder, { recursive: true, force: true });
}

async function measureAll(dataDir: string): Promise<void> {
  const portal = await startPortal(dataDir);
  // What is asked of a stopped portal fails, and everything is cleared away.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void portal.stop());
  try {
    await measureCases(portal, programs, folder);
    await measurePage(portal, programs, folder);
    const megabytes = residentMegabytes(dataDir);
    if (megabytes) tellMost('resident memory after all this', megabytes, 'MB', 200);
  } finally {
    await portal.stop();
  }
  const starts: number[] = [];
  for (let start = 0; start < 3; start += 1) {
    const again = await startPortal(dataDir);
    await again.stop();
    starts.push(again.startedInSeconds);
  }
  tellMost('npm start to the first page, warm', median(starts), 's', 3);
}
