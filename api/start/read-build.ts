// The built site: its files in memory, and Astro's handler for the pages on demand.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSite, type Site } from '../doors/files.ts';
import type { PageHandler } from '../doors/pages.ts';

export type Build = { site: Site; pages: PageHandler };

/** Throws a sentence where nothing was built yet. */
export async function readBuild(buildDir: string, always: [string, string][]): Promise<Build> {
  try {
    const [site, entry] = await Promise.all([
      readSite(path.join(buildDir, 'client'), always),
      import(pathToFileURL(path.join(buildDir, 'server/entry.mjs')).href) as Promise<{
        handler: PageHandler;
      }>,
    ]);
    return { site, pages: entry.handler };
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
