// What the portal exports, the portal uses: nothing stands in api/ for tests alone.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const sources = ['api', 'site', 'migrations'].flatMap((top) =>
  fs
    .readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|astro)$/.test(file))
    .map((file) => `${top}/${file}`),
);
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const namesIn = (text: string) => withoutComments(text).match(/[A-Za-z_$][\w$]*/g) ?? [];
const declared = /^export (?:async )?(?:const|function\*?|type|class|interface) ([A-Za-z_$][\w$]*)/gm;

/** Rules that are held by their properties, though another file asks them by another name. */
const rules = new Set([
  // Its SQL twin is asked by every query of staff; a test holds the two together.
  'api/cases/visibility.ts maySeeCase',
  // The measure under `findSimilar`.
  'api/similar/score.ts similarity',
]);

test('every export of the API is used by the API, the site or the programs, not by tests alone', () => {
  const uses = new Map<string, number>();
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  const exported: { file: string; name: string }[] = [];
  for (const file of [...sources, 'astro.config.mjs', 'package.json']) {
    const text = textOf(file);
    namesIn(text).forEach(count);
    // A schema and its type share one name.
    if (file.startsWith('api/'))
      for (const [, name = ''] of text.matchAll(declared)) exported.push({ file, name });
  }
  const declarations = (wanted: string) => exported.filter(({ name }) => name === wanted).length;
  const idle = exported.filter(({ name }) => (uses.get(name) ?? 0) <= declarations(name));
  expect(idle.map(({ file, name }) => `${file} ${name}`).filter((one) => !rules.has(one))).toEqual([]);
  expect(exported.length).toBeGreaterThan(1_000);
});
