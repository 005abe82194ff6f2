// A portal starts from sources without types: the compiler that takes them out is not loaded, and nothing old is run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/run/folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('a stripped source is read without the compiler; one that was changed since is read as it is', async () => {
  const folder = await temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  await fs.mkdir(at('api/start'), { recursive: true });
  await fs.writeFile(at('package.json'), '{"type":"module"}');
  for (const name of ['strip.mjs', 'stripped.mjs', 'use-stripped.mjs'])
    await fs.copyFile(path.join(root, 'api/start', name), at(`api/start/${name}`));
  const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const write = (value: string) =>
    fs.writeFile(at('api/said.ts'), `export const said: string = ${JSON.stringify(value)};\n`);
  const loaded = "process.moduleLoadList.some((one) => one.includes('amaro/dist'))";
  const start = () =>
    node(
      '--import=./api/start/use-stripped.mjs',
      '--input-type=module',
      '--eval',
      `const { said } = await import('./api/said.ts'); console.log(JSON.stringify([said, ${loaded}]))`,
    );
  const strip = () => node('--disable-warning=ExperimentalWarning', 'api/start/strip.mjs');

  await write('trước');
  strip();
  expect(JSON.parse(start())).toEqual(['trước', false]);
  await write('sau');
  expect(JSON.parse(start())).toEqual(['sau', true]);
  strip();
  expect(JSON.parse(start())).toEqual(['sau', false]);
  expect(await fs.readdir(at('.tmp/stripped'))).toHaveLength(1);
});
