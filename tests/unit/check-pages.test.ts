// What the compiler says of a page is told at its place in the page.
import { expect, test } from 'vitest';
import { laidFiles, readPage, toldInPages, unreadParts } from '../check/pages.ts';

const source = `---
import Tag from './Tag.astro';
const wrong: number = 'một';
---
<Tag tone={3} />
<script>
  const alsoWrong: number = 'hai';
</script>
`;
const page = readPage('site/Page.astro', source);
const place = (text: string, searched: string): string => {
  const rows = text.slice(0, text.indexOf(searched)).split('\n');
  return `(${rows.length},${(rows.at(-1) ?? '').length + 1})`;
};
const told = (name: string, searched: string): string[] => {
  const text = laidFiles(page).find(([file]) => file === name)?.[1] ?? '';
  return toldInPages(`.laid/${name}${place(text, searched)}: error TS1: Sai.\n`, '.laid', [page]);
};

test('a page is laid with a name to import it by, and with its scripts', () => {
  expect(laidFiles(page).map(([name]) => name)).toEqual([
    'site/Page.astro.tsx',
    'site/Page.d.astro.ts',
    'site/Page.astro.0.ts',
  ]);
  expect(unreadParts(page)).toEqual([]);
});

test('a fault of the page stands at its place, also in the template and in a script', () => {
  expect(told('site/Page.astro.tsx', 'wrong: number')).toEqual(['site/Page.astro(3,7): error TS1: Sai.']);
  expect(told('site/Page.astro.tsx', 'tone={3}')).toEqual(['site/Page.astro(5,6): error TS1: Sai.']);
  expect(told('site/Page.astro.0.ts', 'alsoWrong')).toEqual(['site/Page.astro(7,9): error TS1: Sai.']);
});

test('other lines stay; what the converter leaves unused is not told', () => {
  const other = 'api/a.ts(1,1): error TS2: Khác.';
  const own = ".laid/site/Page.astro.tsx(9,6): error TS6196: 'ASTRO__MergeUnion' is declared but never used.";
  expect(toldInPages(`${other}\n${own}\n`, '.laid', [page])).toEqual([other]);
});

test('what cannot be read as a page is told', () => {
  expect(unreadParts(readPage('site/Page.astro', '<p>{</p>'))).not.toEqual([]);
});
