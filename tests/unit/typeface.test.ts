// The typeface of the pages: cut to fit a bad line, and still whole for what they write.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cut, faces, fileOf } from '../../site/fonts/cut.ts';
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

test('each file is what `npm run fonts` cuts, and both of a page together are light', async () => {
  const files = faces.map((face) => fs.readFileSync(fileOf(face)));
  const bytesOf = (typeface: string) =>
    faces.reduce(
      (sum, face, index) => sum + (face.startsWith(typeface) ? (files[index]?.length ?? 0) : 0),
      0,
    );
  expect(bytesOf('be-vietnam-pro')).toBeLessThan(60_000);
  expect(bytesOf('tinos')).toBeLessThan(60_000);
  for (const [index, face] of faces.entries())
    expect((await cut(face)).equals(files[index] ?? Buffer.alloc(0)), `${face}`).toBe(true);
});
