// Once per run, for the tests that start the portal: the built site, made anew where it is stale, and a folder for what
// the files of a worker share.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from './child.ts';
import { eventually } from '../run/eventually.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedFolder: string;
  }
}

export function setup(project: TestProject): () => Promise<void> {
  const { status } = spawnSync(process.execPath, ['api/start/prepare.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The site could not be built; why stands above.');
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'minh-bach-shared-')));
  fs.chmodSync(folder, 0o755);
  project.provide('sharedFolder', folder);
  return async () => {
    const isStopped = (data: string) => !fs.existsSync(path.join(folder, data, 'pg/postmaster.pid'));
    await eventually('the shared portals have stopped', () => fs.readdirSync(folder).every(isStopped));
    fs.rmSync(folder, { recursive: true });
  };
}
