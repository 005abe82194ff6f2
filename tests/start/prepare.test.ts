// What `npm start` does before it starts: when it installs, when it builds, and that two runs do not meet.
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInstalled } from '../../api/start/installed.mjs';
import { codeHash, sourceHash } from '../../api/start/source-hash.mjs';
import { isPast, readBuildDays, writeBuildDays } from '../../api/start/build-days.mjs';
import { root } from '../support/process/child.ts';
import { temporaryFolder } from '../support/run/folder.ts';

async function write(folder: string, name: string, content: unknown): Promise<void> {
  const file = path.join(folder, name);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}
const packages = {
  '': { version: '1.0.0' },
  'node_modules/needed': { version: '1.2.3' },
  'node_modules/tool': { version: '2.0.0', dev: true },
  'node_modules/for-another-system': { version: '3.0.0', optional: true },
};

describe('an installation', () => {
  test('is missing on a fresh clone', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'package-lock.json', { packages });
    expect(isInstalled(folder, false)).toBe(false);
  });

  test('is whole when every package has the version of the lock file; tools count only where wanted', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'package-lock.json', { packages });
    await write(folder, 'node_modules/.package-lock.json', {
      packages: { 'node_modules/needed': { version: '1.2.3' } },
    });
    expect(isInstalled(folder, false)).toBe(true);
    expect(isInstalled(folder, true)).toBe(false);
  });

  test('is stale when the lock file names another version', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'package-lock.json', { packages });
    await write(folder, 'node_modules/.package-lock.json', {
      packages: { 'node_modules/needed': { version: '1.2.2' }, 'node_modules/tool': { version: '2.0.0' } },
    });
    expect(isInstalled(folder, true)).toBe(false);
  });
});

describe('the build', () => {
  test('is stale when a page, a content file or a shared rule changed, not when only the server did', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'site/pages/index.astro', '<h1>Một</h1>');
    await write(folder, 'content/contacts.yaml', 'a: 1');
    await write(folder, 'api/cases/labels.ts', 'export {}');
    const before = sourceHash(folder);

    await write(folder, 'api/programs/server.ts', 'changed');
    await write(folder, 'api/cases/staff-routes.ts', 'changed');
    await write(folder, 'site/pages/index.astro', '<h1>Một</h1>');
    expect(sourceHash(folder)).toBe(before);

    for (const name of [
      'site/pages/index.astro',
      'content/contacts.yaml',
      'api/cases/labels.ts',
      'astro.config.mjs',
    ]) {
      const known = sourceHash(folder);
      await write(folder, name, 'changed');
      expect([name, sourceHash(folder) === known]).toEqual([name, false]);
    }
  });
});

describe('a build', () => {
  const days = { builtOn: '2026-11-20', changeovers: ['2026-11-20', '2026-12-01', '2027-03-01'] };

  test('holds until the day before a changeover, not on the day, and not after', () => {
    expect(isPast(days, '2026-11-20')).toBe(false);
    expect(isPast(days, '2026-11-30')).toBe(false);
    expect(isPast(days, '2026-12-01')).toBe(true);
    expect(isPast(days, '2027-06-01')).toBe(true);
    expect(isPast({ builtOn: '2027-03-01', changeovers: days.changeovers }, '2028-01-01')).toBe(false);
  });

  test('of a rehearsed day to come does not hold today', () => {
    expect(isPast({ ...days, builtOn: '2026-12-01' }, '2026-11-30')).toBe(true);
    expect(isPast({ ...days, builtOn: '2026-11-30' }, '2026-11-21')).toBe(false);
  });

  test('that says nothing of its days does not hold', async () => {
    const folder = await temporaryFolder();
    expect(isPast(readBuildDays(folder), '2026-11-20')).toBe(true);
    await write(folder, 'days.json', 'cut sho');
    expect(isPast(readBuildDays(folder), '2026-11-20')).toBe(true);
    writeBuildDays(folder, days);
    expect(readBuildDays(folder)).toEqual(days);
  });

  test('knows its code from its content', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'api/programs/server.ts', 'one');
    await write(folder, 'content/contacts.yaml', 'a: 1');
    const before = codeHash(folder);
    await write(folder, 'content/contacts.yaml', 'a: 2');
    expect(codeHash(folder)).toBe(before);
    await write(folder, 'api/programs/server.ts', 'two');
    expect(codeHash(folder)).not.toBe(before);
  });
});

test('only one preparation runs at a time, and a dead one blocks nobody', async () => {
  const folder = await temporaryFolder();
  await write(folder, '.tmp/prepare.lock', '999999999');
  // Each run notes when it comes and goes; a busy loop of 100 ms lies between.
  const program = `
    import fs from 'node:fs';
    import { withLock } from ${JSON.stringify(path.join(root, 'api/start/lock.mjs'))};
    await withLock(${JSON.stringify(folder)}, () => {
      fs.appendFileSync(${JSON.stringify(path.join(folder, 'notes'))}, 'in ');
      for (const until = Date.now() + 100; Date.now() < until; );
      fs.appendFileSync(${JSON.stringify(path.join(folder, 'notes'))}, 'out ');
    });`;
  const run = () =>
    new Promise((resolve) =>
      spawn(process.execPath, ['--input-type=module', '--eval', program]).on('close', resolve),
    );

  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect(await fs.readFile(path.join(folder, 'notes'), 'utf8')).toBe('in out in out in out ');
});
