// A running portal on a day on which its published content changes by itself: content read anew, site built beside, both swapped in.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createApp } from '../portal/app.ts';
import { localDate } from '../dates/dates.ts';
import { loadContent } from '../portal/gather.ts';
import type { Site } from '../doors/files.ts';
import type { Doors } from '../doors/listener.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { recordPublications } from '../publishing/record-service.ts';
import { publishedOf } from './published.ts';
import { loadPages, readBuild } from './read-build.ts';
import { codeHash } from './source-hash.mjs';
import { changeoverWatch } from './changeover-watch.ts';
import { isPast, readBuildDays } from './build-days.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const builds = path.join(root, '.tmp/builds');
const everyMs = 30_000;

/** Follows the changeovers until the returned function is called; a build that is stale already is followed at once. */
export function followChangeovers(portal: Portal, doors: Doors): () => void {
  const startedAs = codeHash(root);
  const stopping = new AbortController();
  let current = readBuildDays(portal.env.BUILD_DIR);
  const today = () => localDate(portal.now());
  const look = changeoverWatch({
    // A build that says nothing of its days was made by hand: it is left alone.
    // Only forward: a rehearsal's clock may stand before the build.
    isDue: () =>
      !stopping.signal.aborted &&
      current !== undefined &&
      current.builtOn < today() &&
      isPast(current, today()),
    async change() {
      log.info({ day: today() }, 'the published content changes today: building the site');
      if (codeHash(root) !== startedAs) throw new Error('the code on disk has changed: restart the portal');
      const buildDir = await buildBeside(today(), stopping.signal);
      if (buildDir === undefined) return;
      await showBuild(portal, doors, buildDir);
      current = readBuildDays(buildDir);
      log.info({ day: today() }, 'the site follows the changeover');
    },
  });
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  void look();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}

/** Puts a new build and the content of the day in place of what is shown; until then nothing of it is seen. */
async function showBuild(portal: Portal, doors: Doors, buildDir: string): Promise<void> {
  const [content, build] = await Promise.all([
    loadContent(portal.env.CONTENT_DIR, portal.now()),
    readBuild(buildDir, doors.securityHeaders, { isDemo: portal.env.DEMO }),
  ]);
  await loadPages(buildDir);
  await recordPublications(portal, publishedOf(content));
  // Routes and jobs hold the portal and its content: both stay the same things.
  Object.assign(portal.content, content);
  await portal.search.reload();
  Object.assign(doors, {
    app: createApp(portal),
    pages: build.pages,
    declared: build.declared,
    site: withAssets(build.site, doors.site),
  });
}

/** A page that was opened before the changeover still asks for the styles and scripts of its own build. */
function withAssets(site: Site, before: Site): Site {
  const files = new Map(site.files);
  for (const [name, file] of before.files)
    if (name.startsWith('/_tep/') && !files.has(name)) files.set(name, file);
  return { ...site, files };
}

/** Builds in another process, into a folder that no process has used: modules are known by their address. */
async function buildBeside(day: string, signal: AbortSignal): Promise<string | undefined> {
  await removeLeft();
  const folder = path.join(builds, `${process.pid}-${day}-${Date.now()}`);
  await fs.mkdir(folder, { recursive: true });
  // A group of its own, so that stopping reaches the builder behind it.
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'rebuild.mjs'), folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', stop, { once: true });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-500)));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  signal.removeEventListener('abort', stop);
  if (signal.aborted) return undefined;
  if (code !== 0) throw new Error(`the build ended with ${String(code)}: ${said.replaceAll('\n', ' ')}`);
  return folder;
}

/** What processes that are gone have built; what is shown stays in memory, its folder is kept for error pages. */
async function removeLeft(): Promise<void> {
  for (const name of await fs.readdir(builds).catch(() => []))
    if (!isAlive(Number(name.split('-')[0])))
      await fs.rm(path.join(builds, name), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
