// The catalogue of texts: no key lacks a language, no English text speaks Vietnamese, no link of it leads nowhere.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentDir, readMarkdown } from '../../api/content/read.ts';
import { readPrivacy } from '../../api/privacy/load.ts';
import { EnglishPrivacyFront, renders } from '../../api/privacy/schema.ts';
import type { Text } from '../../site/texts/catalogue.ts';
import { addressIn, bothOf, otherLanguage } from '../../api/languages/addresses.ts';
import { languageOf } from '../../api/languages/language.ts';
import { piecesOf } from '../../site/texts/prose.ts';

const folder = path.resolve(import.meta.dirname, '../../site/texts');
const files = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'));
const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯ\u0300-\u036f\u1ea0-\u1ef9]/u;

type Found = { file: string; key: string; vi: unknown; en: unknown };
const said = (text: unknown): string =>
  typeof text === 'function'
    ? String((text as (...values: unknown[]) => unknown)(...Array.from({ length: text.length }, () => '7')))
    : String(text);
const catalogues = await Promise.all(
  files.map(
    async (file) => [file, (await import(path.join(folder, file))) as Record<string, unknown>] as const,
  ),
);
const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && ('vi' in value || 'en' in value);
const bilingual: Found[] = catalogues.flatMap(([file, exported]) =>
  Object.values(exported).flatMap((all) =>
    typeof all === 'object' && all !== null && Object.values(all).every(isText)
      ? Object.entries(all as Record<string, Text>).map(([key, { vi, en }]) => ({ file, key, vi, en }))
      : [],
  ),
);
const english = catalogues
  .filter(([file]) => file.startsWith('english/'))
  .flatMap(([file, exported]) =>
    Object.values(exported).flatMap((all) =>
      Object.entries(all as object).map(([key, en]) => ({ file, key, en: en as unknown })),
    ),
  );

test('there is a catalogue', () => {
  expect(bilingual.length).toBeGreaterThan(60);
  expect(english.length).toBeGreaterThan(20);
});

test('no key lacks a language', () => {
  const lacking = bilingual.filter(({ vi, en }) => !said(vi ?? '').trim() || !said(en ?? '').trim());
  expect(lacking).toEqual([]);
});

test('an English text says nothing in Vietnamese, but the name of that language', () => {
  const mixed = [...bilingual, ...english].filter(
    ({ en }) => said(en) !== 'Tiếng Việt' && vietnamese.test(said(en).normalize('NFD').normalize('NFC')),
  );
  expect(mixed.map(({ file, key }) => `${file} ${key}`)).toEqual([]);
});

test('both languages of a text lead to as many places, all within the portal or named whole', () => {
  const linksOf = (text: unknown) => piecesOf(said(text)).flatMap(({ href }) => href ?? []);
  for (const { file, key, vi, en } of bilingual)
    expect(linksOf(en).length, `${file} ${key}`).toBe(linksOf(vi).length);
  for (const { en } of [...bilingual, ...english])
    for (const href of linksOf(en))
      expect(href).toMatch(/^(?:\/[\w/-]*(?:[?#][\w=&.-]+)?|#[\w-]+|https:\/\/[\w./-]+)$/);
});

test('a link leads to the English page where there is one, with what is asked of it', () => {
  expect(addressIn('en', '/')).toBe('/en');
  expect(addressIn('en', '/tim-kiem?q=a%20b#x')).toBe('/en/search?q=a%20b#x');
  expect(addressIn('en', '/tra-loi')).toBe('/tra-loi');
  expect(addressIn('en', '#ho-so')).toBe('#ho-so');
  expect(addressIn('vi', '/tim-kiem?q=a')).toBe('/tim-kiem?q=a');
  expect(otherLanguage('en', '/tra-loi')).toBe('vi');
  expect(otherLanguage('en', '/en/search')).toBe(undefined);
  expect(otherLanguage('vi', '/en')).toBe(undefined);
});

test('a page knows its language and its twin by its address alone, as it is built and as it is asked for', () => {
  const at = (pathname: string) => languageOf({ url: new URL(`http://a.example${pathname}`) });
  expect(['/en', '/en/', '/en.html', '/en/search', '/en/index.html'].map(at)).toEqual(Array(5).fill('en'));
  expect(['/', '/enter', '/tim-kiem', '/english', '/tra-loi/en'].map(at)).toEqual(Array(5).fill('vi'));
  expect(bothOf('/en.html')).toEqual({ vi: '/', en: '/en' });
  expect(bothOf('/')).toEqual({ vi: '/', en: '/en' });
  expect(bothOf('/en/search')).toEqual({ vi: '/tim-kiem', en: '/en/search' });
  expect(bothOf('/thu-tuc/1.014445')?.en).toBe('/en/procedures/1.014445');
  expect(bothOf('/thu-tuc/loc')).toBe(undefined);
  expect(bothOf('/so-lieu')).toBe(undefined);
});

test('a sentence is cut into words, links and strong words', () => {
  expect(piecesOf('See [the hotline](/a) **first**.')).toEqual([
    { words: 'See ' },
    { words: 'the hotline', href: '/a' },
    { words: ' ' },
    { words: 'first', strong: true },
    { words: '.' },
  ]);
});

test('the English notice about personal data renders the version in force', async () => {
  const [current] = await readPrivacy(contentDir);
  const { front } = await readMarkdown(contentDir, 'english/privacy.md', EnglishPrivacyFront);
  expect(
    current && renders(front, current),
    'content/english/privacy.md has to follow the Vietnamese notice',
  ).toBe(true);
  expect(current && renders({ ...front, sha256: '0'.repeat(64) }, current)).toBe(false);
  expect(current && renders({ ...front, of: '2026-11-29' }, current)).toBe(false);
});
