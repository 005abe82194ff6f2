// Every form that a citizen posts carries the token: a browser or a proxy that hides the page it came from loses no word.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const site = path.resolve(import.meta.dirname, '../../site');
const sources = new Map(
  fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => [file, fs.readFileSync(path.join(site, file), 'utf8')]),
);
/** The components that a page is made of, those of its components with them. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, to = ''] of (sources.get(file) ?? '').matchAll(/from '(\.{1,2}\/[^']+\.astro)'/g))
    partsOf(path.join(path.dirname(file), to), seen);
  return seen;
}
const pages = [...sources.keys()].filter(
  (file) => file.startsWith('pages/') && !file.startsWith('pages/can-bo/'),
);
const shown = [...new Set(pages.flatMap((page) => [...partsOf(page)]))].toSorted();
const formsIn = (text: string) =>
  text
    .split(/<form\b/)
    .slice(1)
    .map((form) => form.split('</form>')[0] ?? '');
const posted = shown.flatMap((file) =>
  formsIn(sources.get(file) ?? '')
    .filter((form) => /\bmethod=(?:"post"|\{)/i.test(form))
    .map((form) => ({ file, form })),
);

test('each holds the token', () => {
  expect(posted.length).toBeGreaterThan(15);
  expect(posted.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['components/case/CaseForm.astro', 'pages/tra-cuu/index.astro']),
  );
  expect(posted.filter(({ form }) => !form.includes('<FormToken')).map(({ file }) => file)).toEqual([]);
});
