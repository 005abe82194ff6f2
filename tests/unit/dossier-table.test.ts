// Reading the form II.06a: by its numbered columns, every sum checked, every mistake told with its cell.
import { describe, expect, it } from 'vitest';
import { breaksBetween } from '../../api/dossiers/row.ts';
import { readWorksheet } from '../../api/dossiers/read-table.ts';

const numbers = Array.from({ length: 13 }, (_, index) => `(${index + 1})`);
const worksheet = (...rows: (string | number)[][]) => ({
  name: 'Tháng 3',
  rows: [['Biểu II.06a'], numbers, ...rows],
  merges: [],
});
const postal = [1, 'Bưu chính', 10, 4, 5, 1, 7, 2, 4, 1, 3, 2, 1];

describe('a worksheet of the one-stop', () => {
  it('gives its rows; a total left empty is no mistake', () => {
    expect(
      readWorksheet(worksheet(postal, [2, 'Sở hữu trí tuệ', '', '1.000', 0, '', '', 1000, 0, 0, '', 0, 0])),
    ).toMatchObject({
      errors: [],
      rows: [
        {
          field: 'Bưu chính',
          online: 4,
          direct: 5,
          carried: 1,
          early: 2,
          onTime: 4,
          late: 1,
          pending: 2,
          pendingLate: 1,
        },
        {
          field: 'Sở hữu trí tuệ',
          online: 1000,
          direct: 0,
          carried: 0,
          early: 1000,
          onTime: 0,
          late: 0,
          pending: 0,
          pendingLate: 0,
        },
      ],
    });
  });

  it('names worksheet, cell and column of what is wrong, and gives nothing to write', () => {
    const wrong = [2, 'Sở hữu trí tuệ', 9, 4, 'năm', 1, 7, 2, 4, 1, 3, 2, 1];
    expect(readWorksheet(worksheet(postal, wrong))).toMatchObject({
      rows: [],
      errors: [
        {
          place: 'Trang tính “Tháng 3”, ô E4 (dòng 4, cột Trực tiếp, bưu chính)',
          text: '“năm” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.',
        },
      ],
    });
  });

  it.each([
    [
      'a stated total',
      [1, 'Bưu chính', 11, 4, 5, 1, 7, 2, 4, 1, 3, 2, 1],
      'ô C3',
      'ghi 11, cộng các cột thành phần được 10.',
    ],
    [
      'received that is not settled and open',
      [1, 'Bưu chính', '', 5, 5, 1, 7, 2, 4, 1, 3, 2, 1],
      'ô C3',
      'tiếp nhận 11 không bằng đã giải quyết 7 + đang giải quyết 3.',
    ],
    [
      'a fraction',
      [1, 'Bưu chính', '', 4.5, 5, 1, 7, 2, 4, 1, 3, 2, 1],
      'ô D3',
      '“4.5” không phải số hồ sơ. Ghi số nguyên từ 0 trở lên.',
    ],
    [
      'a missing field',
      [1, '', 10, 4, 5, 1, 7, 2, 4, 1, 3, 2, 1],
      'ô B3',
      'đang trống. Ghi tên lĩnh vực, hoặc xóa cả dòng.',
    ],
  ])('refuses %s', (_, row, place, text) => {
    const { errors } = readWorksheet(worksheet(row));
    expect([errors[0]?.place.includes(place), errors[0]?.text]).toEqual([true, text]);
  });

  it('checks the line of sums against the lines', () => {
    const sums = ['', 'Tổng cộng', 10, 4, 5, 1, 7, 2, 5, 1, 3, 2, 1];
    expect(readWorksheet(worksheet(postal, sums)).errors.map(({ text }) => text)).toEqual([
      'dòng Tổng cộng ghi 5, cộng các dòng được 4.',
    ]);
  });

  it('refuses what is not this form', () => {
    expect(readWorksheet({ name: 'Khác', rows: [['a', 'b']], merges: [] }).errors[0]?.text).toContain(
      'không thấy dòng đánh số cột',
    );
  });
});

describe('two months in a row', () => {
  const row = { field: 'Bưu chính', online: 4, direct: 5, carried: 1, early: 2, onTime: 4, late: 1 };
  const before = { ...row, pending: 2, pendingLate: 1 };
  it('agree when what is carried over is what was left open', () => {
    expect(breaksBetween([before], [{ ...before, field: 'bưu chính', carried: 3 }])).toEqual([]);
    expect(breaksBetween([], [before])).toEqual([]);
  });
  it('are told apart field by field, also where a field is left out or new', () => {
    expect(
      breaksBetween(
        [before, { ...before, field: 'Viễn thông' }],
        [before, { ...before, field: 'Sở hữu trí tuệ' }],
      ),
    ).toEqual([
      { field: 'Bưu chính', carried: 1, before: 3 },
      { field: 'Sở hữu trí tuệ', carried: 1, before: 0 },
      { field: 'Viễn thông', carried: 0, before: 3 },
    ]);
  });
});
