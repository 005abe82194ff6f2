// Names stand in the order of the Vietnamese alphabet wherever they are listed.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inVietnameseOrder } from '../../api/text/order.ts';

test('đ follows d, ă follows a, marks come after letters, numbers by their value', () => {
  const names = [
    'Đo lường',
    'Ăn',
    'Zalo',
    'Ấn',
    'Dược',
    'An',
    'Bưu chính 10',
    'Bưu chính 9',
    'Ổn',
    'On',
    'Ơn',
  ];
  expect(names.toSorted(inVietnameseOrder)).toEqual([
    'An',
    'Ăn',
    'Ấn',
    'Bưu chính 9',
    'Bưu chính 10',
    'Dược',
    'Đo lường',
    'On',
    'Ổn',
    'Ơn',
    'Zalo',
  ]);
});

test('any names have one order, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
      expect(names.toReversed().toSorted(inVietnameseOrder)).toEqual(names.toSorted(inVietnameseOrder));
    }),
  );
});

test('no other place compares by an alphabet of its own', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const own = ['api', 'site'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro)$/.test(file))
      .map((file) => `${folder}/${file}`)
      .filter((file) => /localeCompare|Intl\.Collator/.test(fs.readFileSync(path.join(root, file), 'utf8'))),
  );
  expect(own).toEqual(['api/text/order.ts']);
});
