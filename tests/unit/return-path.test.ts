// Promises of where a log-in leads: pages of the staff side, never another site.
import { describe, expect, test } from 'vitest';
import { returnPath } from '../../site/lib/form/return-path.ts';

describe('after signing in', () => {
  test.each([
    ['/can-bo', '/can-bo'],
    ['/can-bo/ho-so/PAKN-2026-000123?tab=1', '/can-bo/ho-so/PAKN-2026-000123?tab=1'],
    ['/can-bo?trang=2', '/can-bo?trang=2'],
  ])('%s is where one goes', (wanted, reached) => {
    expect(returnPath(wanted)).toBe(reached);
  });

  test.each([
    undefined,
    null,
    '',
    'https://evil.example/can-bo',
    '//evil.example/can-bo',
    '/\\evil.example',
    '/can-bo\\..\\..\\evil',
    '/can-bo/../phan-anh',
    '/can-bo/%2e%2e/%2e%2e/evil',
    '/can-bo.evil.example',
    '/can-bo@evil.example',
    '/can-bo\n//evil.example',
    '/can-bo/dang-xuat',
    '/can-bo/dang-nhap?tiep=/can-bo',
    'javascript:alert(1)',
    '/phan-anh',
  ])('%s leads to /can-bo', (wanted) => {
    expect(returnPath(wanted)).toBe('/can-bo');
  });
});
