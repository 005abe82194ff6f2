// What pages have the doors know: said by each page itself, and by every page that must say it.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { doorDeclaredIn, pageAddress } from '../../api/forms/page-door.ts';
import { gatherDoors } from '../../api/start/page-doors.ts';

const pagesDir = path.resolve(import.meta.dirname, '../../site/pages');
const pages = fs
  .readdirSync(pagesDir, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.astro'));

const imported = /^import \w+ from '(\.[^']+\.astro)';$/gm;
/** The sources of a page and of all the components that it is made of; layouts stand around every page. */
function partsOf(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file) || file.includes('/layouts/')) return seen;
  const source = fs.readFileSync(file, 'utf8');
  seen.set(file, source);
  for (const [, to = ''] of source.matchAll(imported)) partsOf(path.join(path.dirname(file), to), seen);
  return seen;
}
const pagesWith = (pattern: RegExp) =>
  pages
    .filter((file) => [...partsOf(path.join(pagesDir, file)).values()].some((source) => pattern.test(source)))
    .toSorted();
const source = (file: string) => fs.readFileSync(path.join(pagesDir, file), 'utf8');

test('where forms with files, the workbook of a month and the clicks of mail programs may come', async () => {
  expect(Object.fromEntries(await gatherDoors(pagesDir))).toEqual({
    '/phan-anh/gui': { takes: 'files' },
    '/en/feedback': { takes: 'files' },
    '/en/cases/case': { takes: 'files' },
    '/en/cases/stop': { isOneClick: true },
    '/tra-cuu/ho-so': { takes: 'files' },
    '/tra-cuu/thoi-nhan-thu': { isOneClick: true },
    '/can-bo/nhap': { takes: 'files' },
    '/can-bo/niem-yet': { takes: 'files' },
    '/can-bo/them-tep': { takes: 'files' },
    '/can-bo/ban-nhap': { takes: 'long-words' },
    '/can-bo/so-lieu-ho-so': { takes: 'workbook' },
    '/can-bo/thoi-thu-bao': { isOneClick: true },
    '/thong-bao/huy': { isOneClick: true },
  });
});

test('every page with a form for files says that it takes them', async () => {
  const declared = await gatherDoors(pagesDir);
  const silent = pagesWith(/multipart\/form-data/).filter((file) => !declared.get(pageAddress(file))?.takes);
  expect(silent.map((file) => `${file} takes files: declare it (api/forms/page-door.ts)`)).toEqual([]);
  expect(pagesWith(/multipart\/form-data/)).toHaveLength(6);
});

test('every page that shows a code, a password or a key says so, and no other', () => {
  // Shown as text (`<dd>{secret}</dd>`) or as a square to scan; what is typed into a field stands in an attribute.
  const shows =
    /(?<!=)>\s*\{[^{}]*\b(?:secret|password|feedKey|key\.match|recoveryCodes|backupCodes|totpUri)\b[^{}]*\}|set:html=\{square\}/;
  const markup = (text: string) => text.split(/^---$/m).slice(2).join('');
  const showing = pages.filter((file) =>
    [...partsOf(path.join(pagesDir, file)).values()].some((text) => shows.test(markup(text))),
  );
  expect(
    showing.filter((file) => !/^(?:if \(feedKey\) )?tellsSecret\(Astro\);$/m.test(source(file))),
  ).toEqual([]);
  expect(pages.filter((file) => source(file).includes('tellsSecret(Astro)')).toSorted()).toEqual([
    'bao-ve-du-lieu/yeu-cau/da-gui.astro',
    'can-bo/bao-mat.astro',
    'can-bo/da-nhap.astro',
    'can-bo/nghia-vu.astro',
    'can-bo/quan-tri.astro',
    'can-bo/tai-khoan.astro',
    'can-bo/tai-khoan/[id].astro',
    'phan-anh/da-gui.astro',
    'phan-anh/gui/may-khac.astro',
    'phan-anh/gui/viet-tiep.astro',
    'tra-cuu/ma-moi.astro',
  ]);
  expect(showing.length).toBeGreaterThanOrEqual(6);
});

test('a declaration that nobody would read stops the build with a sentence', () => {
  const of = (line: string) => () => doorDeclaredIn('a.astro', `---\n${line}\n---`);
  expect(of("export const door = { takes: 'files' } satisfies PageDoor;")()).toEqual({ takes: 'files' });
  expect(of('export const prerender = false;')()).toBeUndefined();
  for (const line of [
    "export const door = { takes: 'tables' } satisfies PageDoor;",
    "export const door = { takes: 'files' };",
    'export const door = { ...other } satisfies PageDoor;',
    'export const door = doors.files;',
  ])
    expect(of(line)).toThrow('a.astro: say the door of a page in one line');
  expect(() => pageAddress('can-bo/ho-so/[number].astro')).toThrow('declares no door');
  expect(pageAddress('can-bo/index.astro')).toBe('/can-bo');
});
