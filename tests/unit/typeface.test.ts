// The typeface of the pages: cut to fit a bad line, and still whole for what they write.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cut, fileOf, weights } from '../../site/fonts/cut.ts';
import { letters } from '../../site/fonts/letters.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The characters of a folder's texts that the typeface lacks. */
function lacking(folder: string, kinds: RegExp): string[] {
  const files = fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  const texts = files.filter((file) => kinds.test(file)).map((file) => path.join(root, folder, file));
  const used = new Set(texts.flatMap((file) => [...fs.readFileSync(file, 'utf8')]));
  return [...used].filter((letter) => letter !== '\n' && !letters.includes(letter)).toSorted();
}

test('has every letter of Vietnamese, and every character of what the portal publishes', () => {
  const alphabet =
    'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';
  expect([...alphabet, ...alphabet.toUpperCase()].filter((letter) => !letters.includes(letter))).toEqual([]);
  expect(lacking('content', /\.(yaml|md)$/)).toEqual([]);
  // These signs are not in the typeface at all: a machine draws them from its own.
  expect(lacking('site', /\.astro$/)).toEqual(['≠', '☐', '✓', '✕', '✗']);
});

test('each file is what `npm run fonts` cuts, and both together are light', async () => {
  const files = weights.map((weight) => fs.readFileSync(fileOf(weight)));
  expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(60_000);
  for (const [index, weight] of weights.entries())
    expect((await cut(weight)).equals(files[index] ?? Buffer.alloc(0)), `${weight}`).toBe(true);
});
