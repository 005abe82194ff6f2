// The built site: its files in memory, Astro's handler for the pages on demand, and what these declare.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSite, type Site } from '../doors/files.ts';
import type { PageHandler } from '../doors/pages.ts';
import type { PageDoors } from '../forms/page-door.ts';
import { readDoors } from './page-doors.ts';

export type Build = { site: Site; pages: PageHandler; declared: PageDoors };

/** Throws a sentence where nothing was built yet. */
export async function readBuild(
  buildDir: string,
  always: [string, string][],
  demo: { isDemo?: boolean } = {},
): Promise<Build> {
  try {
    const [site, entry, declared] = await Promise.all([
      readSite(path.join(buildDir, 'client'), always, demo),
      import(pathToFileURL(path.join(buildDir, 'server/entry.mjs')).href) as Promise<{
        handler: PageHandler;
      }>,
      readDoors(buildDir),
    ]);
    return { site, pages: entry.handler, declared };
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      /^(ENOENT|ERR_MODULE_NOT_FOUND)$/.test(String(error.code))
    )
      throw new Error('Trang chưa được dựng. Hãy chạy: npm run build (the site is not built).', {
        cause: error,
      });
    throw error;
  }
}

/**
 * Loads the code of every page on demand now rather than at its first visit: visits are answered at once, and a
 * build made while the portal runs takes no page away from it.
 */
export async function loadPages(buildDir: string): Promise<void> {
  const folder = path.join(buildDir, 'server/chunks');
  for (const name of await fs.readdir(folder))
    if (name.endsWith('.mjs')) await import(pathToFileURL(path.join(folder, name)).href);
}
