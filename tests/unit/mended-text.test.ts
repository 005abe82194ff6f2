// “Đang hiện kết quả cho …”: the query with what was mended in its place.
import { expect, test } from 'vitest';
import { mendedText } from '../../site/lib/content/mended.ts';

test('puts each mended word where it stood', () => {
  expect(
    mendedText('giaays pheps bưu chnh', [
      { from: 'giaays pheps', to: 'giấy phép' },
      { from: 'chnh', to: 'chính' },
    ]),
  ).toBe('giấy phép bưu chính');
});

test('changes no part of another word, and the second of two equal words only once', () => {
  expect(mendedText('tinh tin', [{ from: 'tin', to: 'tín' }])).toBe('tinh tín');
  expect(
    mendedText('dag dag', [
      { from: 'dag', to: 'đang' },
      { from: 'dag', to: 'đăng' },
    ]),
  ).toBe('đang đăng');
  expect(mendedText('a $& b', [{ from: 'b', to: '$&' }])).toBe('a $& $&');
});

test('leaves a query alone in which nothing was mended, or what was mended is not found', () => {
  expect(mendedText('bưu chính', [])).toBe('bưu chính');
  expect(mendedText('bưu chính', [{ from: 'x', to: 'y' }])).toBe('bưu chính');
});
