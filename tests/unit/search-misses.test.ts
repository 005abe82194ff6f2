// What is kept of a search that found nothing: enough to feed the synonyms, nothing of a person.
import { describe, expect, test } from 'vitest';
import { missOf, snippetFor } from '../../api/search/misses.ts';

describe('kept of a search without result', () => {
  test.each<[string, string | null]>([
    ['Đăng ký KẾT HÔN', 'dang ki ket hon'],
    ['iso 9001 năm 2026', 'iso 9001 nam 2026'],
    // numbers of telephones, papers and cases, however they are spaced
    ['hộ chiếu 0905123456', 'ho chieu'],
    ['hộ chiếu 0905.123.456', 'ho chieu'],
    ['hộ chiếu 0905 123 456', 'ho chieu'],
    ['hộ chiếu +84 905-123-456', 'ho chieu'],
    ['hộ chiếu (0255) 382 2777', 'ho chieu'],
    ['hộ chiếu 079201000001', 'ho chieu'],
    ['hộ chiếu 079 201 000 001', 'ho chieu'],
    ['sinh ngày 12/3/1985', 'sinh ngay'],
    // addresses
    ['gửi nguyen.an@vi-du.vn', 'gui'],
    ['gửi nguyen.an @ vi-du.vn', 'gui'],
    ['visa số nhà 12', 'visa'],
    // names
    ['hộ chiếu Nguyễn Văn An', 'ho chieu'],
    ['hộ chiếu nguyen van an', 'ho chieu'],
    ['hộ chiếu nguyễn an', 'ho chieu'],
    ['hộ chiếu của bà Trần Thị Thu Hoa', 'ho chieu cua'],
    ['hộ chiếu Lê Hoa', 'ho chieu'],
    // nothing left
    ['0905 123 456', null],
    ['Nguyễn Văn An', null],
    ['😀 ...', null],
    ['', null],
  ])('“%s”: %s', (query, kept) => expect(missOf(query)).toBe(kept));

  test('words that only look like names stay', () => {
    expect(missOf('năng lượng nguyên tử')).toBe('nang luong nguyen tu');
    expect(missOf('quy hoạch đô thị mới')).toBe('qui hoach do thi moi');
  });

  test('a number or an address that the limit cuts in two is left out whole', () => {
    expect(missOf('hộ chiếu'.padEnd(196) + '0905123456')).toBe('ho chieu');
    expect(missOf('hộ chiếu'.padEnd(190) + 'nguyen.an@vi-du.vn')).toBe('ho chieu');
  });
});

test('the line to copy is one that the rules file takes', () => {
  expect(snippetFor('ket hon')).toBe('  - say: ["ket hon"]\n    means: [""]');
});
