// A copy of the repository's own files in a folder of its own, with the same installation.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './child.ts';
import { temporaryFolder } from '../run/folder.ts';

const parts = ['api', 'content', 'migrations', 'site', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

export type Copy = {
  folder: string;
  /** Runs `node file args…` in it; what it said, and how it ended. */
  run: (file: string, ...args: string[]) => Promise<{ code: number; said: string }>;
};

/** What a build needs, copied; the packages are linked. Removed after the tests of the file. */
export async function copyRepository(): Promise<Copy> {
  const folder = await temporaryFolder();
  for (const part of parts) await fs.cp(path.join(root, part), path.join(folder, part), { recursive: true });
  // Package by package: caches that a build keeps there must not reach the installation that others use.
  await fs.mkdir(path.join(folder, 'node_modules'));
  for (const name of await fs.readdir(path.join(root, 'node_modules')))
    if (!['.astro', '.vite', '.cache'].includes(name))
      await fs.symlink(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  const { PATH = '' } = process.env;
  const env = { PATH, LOG_LEVEL: 'silent', ASTRO_TELEMETRY_DISABLED: '1' };
  return {
    folder,
    run: async (file, ...args) => {
      const done = await promisify(execFile)(process.execPath, [file, ...args], {
        cwd: folder,
        env,
        maxBuffer: 32 * 1024 * 1024,
      }).catch((error: { code: number; stdout: string; stderr: string }) => error);
      return { code: 'code' in done ? done.code : 0, said: `${done.stdout}${done.stderr}` };
    },
  };
}
