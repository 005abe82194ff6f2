// What the build made: a page for each procedure, nothing unconfirmed on it, and a light script behind the search field.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const built = path.resolve(import.meta.dirname, '../../.build/client');
const unconfirmed = ['1.001770', '1.001786', '2.002278', '2.001268', '2.002380', '1.003659', '1.002145'];

const procedurePages = () =>
  fs.readdirSync(path.join(built, 'thu-tuc')).filter((file) => file.endsWith('.html'));

test('there is one page for each procedure', () => {
  expect(procedurePages()).toHaveLength(81);
});

test('the pages of procedures show no unconfirmed code and no abolished level', () => {
  for (const page of ['thu-tuc.html', ...procedurePages().map((file) => `thu-tuc/${file}`)]) {
    const html = fs.readFileSync(path.join(built, page), 'utf8');
    for (const code of unconfirmed) expect(html, page).not.toContain(code);
    expect(html, page).not.toMatch(/mức độ [34]/i);
    expect(html, page).not.toMatch(/ style="/);
  }
});

test('the script behind the search field weighs at most 8 kB in gzip', () => {
  const scripts = fs.readdirSync(path.join(built, '_tep')).filter((file) => /^SearchBox.*\.js$/.test(file));
  expect(scripts).toHaveLength(1);
  const script = fs.readFileSync(path.join(built, '_tep', scripts[0] ?? ''), 'utf8');
  expect(script).not.toMatch(/from"\.\//);
  expect(gzipSync(script).length).toBeLessThanOrEqual(8_192);
});
