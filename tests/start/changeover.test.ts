// A portal that runs on over a day of changeover: it builds beside what it shows and swaps, without a restart.
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/process/child.ts';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { startServer, type ServerProcess } from '../support/process/server-process.ts';

const mark = 'Trang của ngày hôm qua';
let buildDir: string;
let server: ServerProcess;

beforeAll(async () => {
  // Inside the house, so that its pages find their libraries.
  buildDir = path.join(root, '.tmp', `changeover-test-${process.pid}`);
  await fs.cp(path.join(root, '.build'), buildDir, { recursive: true });
  // A site of the tenth, of which a page changes on the eleventh.
  await fs.writeFile(
    path.join(buildDir, 'days.json'),
    JSON.stringify({ builtOn: '2026-11-10', changeovers: ['2026-11-11'] }),
  );
  const page = path.join(buildDir, 'client/thu-tuc.html');
  for (const twin of ['.br', '.gz']) await fs.rm(page + twin, { force: true });
  await fs.writeFile(page, (await fs.readFile(page, 'utf8')).replace('<h1', `<p>${mark}</p><h1`));
  await fs.writeFile(path.join(buildDir, 'client/_tep/of-yesterday.css'), 'body{}');
  server = await startServer(path.join(await temporaryFolder(), 'data'), {
    BUILD_DIR: buildDir,
    CLOCK: '2026-11-20T00:01:00+07:00',
    LOG_LEVEL: 'info',
  });
});
afterAll(async () => {
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await fs.rm(buildDir, { recursive: true, force: true });
  for (const name of await fs.readdir(path.join(root, '.tmp/builds')))
    if (name.startsWith(`${server.pid}-`))
      await fs.rm(path.join(root, '.tmp/builds', name), { recursive: true, force: true });
});

const read = async (target: string) => {
  const answer = await fetch(server.origin + target);
  return { status: answer.status, text: await answer.text() };
};

test('what is shown stays until the new site is whole, then every page is of the day', async () => {
  const before = await read('/thu-tuc');
  expect([before.status, before.text.includes(mark)]).toEqual([200, true]);
  await eventually(
    'the site of the day is shown',
    async () => !(await read('/thu-tuc')).text.includes(mark),
    170_000,
  );
  expect(server.said()).toContain('the site follows the changeover');
  // The pages on demand and the API are of the same day; what older pages ask for is still there.
  for (const target of [
    '/',
    '/tra-cuu',
    '/tra-loi',
    '/thong-bao/feed.xml',
    '/api/decisions',
    '/_tep/of-yesterday.css',
  ])
    expect([target, (await read(target)).status]).toEqual([target, 200]);
  expect((await read('/khong-co-trang-nay')).status).toBe(404);
  expect((await read('/can-bo/niem-yet')).text).toContain('Đăng nhập');
});
