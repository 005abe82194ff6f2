// What the import makes of a cell's words: figures only where there is one reading of them, the words always.
import { describe, expect, test } from 'vitest';
import { legalBasisOf } from '../../api/exchange/basis-words.ts';
import { feeOf } from '../../api/exchange/fee-words.ts';
import { headingOf, opIn, preambleOf } from '../../api/exchange/list-headings.ts';
import { onlineLevelOf, placesOf } from '../../api/exchange/place-words.ts';
import { timeLimitOf } from '../../api/exchange/time-words.ts';
import { likeness, nationalCode, sameName, slugOf } from '../../api/exchange/words.ts';

describe('a time limit', () => {
  test.each([
    [
      '05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
      5,
      'working-days',
      'kể từ ngày nhận đủ hồ sơ hợp lệ',
    ],
    [
      'Trong thời hạn 10 (mười) ngày làm việc, kể từ ngày nhận hồ sơ.',
      10,
      'working-days',
      'kể từ ngày nhận hồ sơ',
    ],
    ['không quá 20 ngày', 20, 'calendar-days', null],
    ['03 tháng kể từ ngày tiếp nhận hồ sơ hợp lệ', 3, 'months', 'kể từ ngày tiếp nhận hồ sơ hợp lệ'],
    ['08 giờ', 8, 'hours', null],
  ])('is taken apart: %s', (text, amount, unit, from) => {
    expect(timeLimitOf(text)).toEqual({ text, amount, unit, from });
  });

  test.each([
    '10 ngày làm việc; trường hợp cần hội đồng: 15 ngày làm việc',
    '10 ngày làm việc (trước là 15 ngày làm việc)',
    '10 ngày làm việc đối với hồ sơ đầy đủ',
    '1,5 ngày làm việc',
    '08 giờ làm việc',
    'Hàng năm',
    'Trả ngay trong ngày',
    '00 ngày',
  ])('stays in its words where a figure would be a guess: %s', (text) => {
    expect(timeLimitOf(text)).toEqual({ text, amount: null, unit: null, from: null });
  });

  test('that the source does not set is "none"', () => {
    expect(timeLimitOf('Không quy định.')).toEqual({ none: 'Không quy định' });
  });
});

describe('a fee', () => {
  test.each([
    ['500.000 đồng', 500_000],
    ['Phí thẩm định: 1.000.000 đồng', 1_000_000],
    ['Lệ phí: 200.000đ', 200_000],
    ['200.000 đồng/chứng chỉ', null],
    ['Phí: 500.000 đồng; lệ phí: 200.000 đồng', null],
    ['Theo Thông tư 259/2016/TT-BTC', null],
  ])('%s', (text, amountVnd) => {
    expect(feeOf(text)).toEqual({ text, amountVnd });
  });

  test('typed as a figure is đồng', () => {
    expect(feeOf(1_500_000)).toEqual({ text: '1.500.000 đồng', amountVnd: 1_500_000 });
  });

  test.each(['Không', 'Không có', 'Không thu phí, lệ phí', 'Lệ phí: không', 'Miễn phí'])(
    'is none in the words of the list: %s',
    (none) => {
      expect(feeOf(none)).toEqual({ none });
    },
  );
});

test('a place goes to the ways that it names; an address without a way receives dossiers', () => {
  const words =
    'Trung tâm Phục vụ hành chính công\n- Trực tiếp hoặc qua bưu chính\n+ https://dichvucong.gov.vn';
  expect(placesOf(words)).toEqual({
    methods: [
      { channel: 'in-person', text: 'Trực tiếp hoặc qua bưu chính', time: null, fee: null },
      { channel: 'postal', text: 'Trực tiếp hoặc qua bưu chính', time: null, fee: null },
      { channel: 'online', text: 'https://dichvucong.gov.vn', time: null, fee: null },
    ],
    receiving: ['Trung tâm Phục vụ hành chính công'],
  });
  expect(onlineLevelOf('DVCTT toàn trình; nộp qua bưu chính')).toBe('full');
  expect(onlineLevelOf('Dịch vụ công trực tuyến một phần')).toBe('partial');
  expect(onlineLevelOf('Sửa một phần nội dung')).toBeNull();
});

test('a legal basis is one document per line, and what the content knows by its number stays', () => {
  const known = { number: '28/2012/TT-BKHCN', title: 'Thông tư quy định về công bố hợp chuẩn' };
  expect(
    legalBasisOf(
      '- Luật Tiêu chuẩn và quy chuẩn kỹ thuật;\n- Thông tư số 28/2012/TT-BKHCN\n- Nghị định số 268/2025/NĐ-CP ngày 14/10/2025 của Chính phủ',
      [known],
    ),
  ).toEqual([
    { number: null, title: 'Luật Tiêu chuẩn và quy chuẩn kỹ thuật' },
    known,
    { number: '268/2025/NĐ-CP', title: 'Nghị định ngày 14/10/2025 của Chính phủ' },
  ]);
});

test('a national code is known with and without its suffix, and when Excel made a figure of it', () => {
  expect(nationalCode(' 1.014446.000.00.00.H48 ')).toBe('1.014446');
  expect(nationalCode('1.014446.H38')).toBe('1.014446');
  expect(nationalCode(1.00045)).toBe('1.000450');
  expect(nationalCode(1_014_446)).toBeNull();
  expect(nationalCode('1.01444')).toBeNull();
  expect(nationalCode('T-QNG-289072-TT')).toBeNull();
});

test('names are the same but for Unicode form, case, spaces and the word in front; marks count', () => {
  const name = 'Thủ tục cấp giấy phép bưu chính (cấp tỉnh)';
  expect(sameName(name, 'Cấp  Giấy phép bưu chính (cấp tỉnh)'.normalize('NFD'))).toBe(true);
  expect(sameName('Tổ chức KH&CN', 'Tổ chức khoa học và công nghệ')).toBe(true);
  expect(sameName(name, 'Cấp giây phép bưu chính (cấp tỉnh)')).toBe(false);
  expect(likeness(name, 'Cấp Thẻ giám định viên')).toBeLessThan(0.5);
  expect(slugOf('Thủ tục cấp Thẻ giám định viên sở hữu công nghiệp')).toBe(
    'cap-the-giam-dinh-vien-so-huu-cong-nghiep',
  );
});

describe('a row that stands over others', () => {
  test('says what is done, the field or the level', () => {
    expect(headingOf('A. Danh mục TTHC mới ban hành')).toEqual({ op: 'new' });
    expect(headingOf('II. THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG, THAY THẾ')).toEqual({ op: 'amend' });
    expect(headingOf('Danh mục thủ tục hành chính được thay thế')).toEqual({ op: 'replace' });
    expect(headingOf('I. Lĩnh vực Bưu chính')).toEqual({ field: 'Bưu chính' });
    expect(headingOf('B. Thủ tục hành chính cấp xã')).toEqual({ level: 'commune' });
    expect(headingOf('Nơi nhận: như trên')).toBeNull();
  });

  test('says nothing where it names several things at once, as a title does', () => {
    expect(opIn('Danh mục TTHC mới ban hành, được sửa đổi, bổ sung và bị bãi bỏ')).toBeNull();
  });
});

test('the lines over a list name its decision', () => {
  expect(
    preambleOf([
      'DANH MỤC',
      '(Kèm theo Quyết định số 15/QĐ-MAU ngày 5 tháng 10 năm 2026 của Cơ quan mẫu)',
      'Có hiệu lực từ ngày 20/10/2026',
    ]),
  ).toEqual({
    number: '15/QĐ-MAU',
    signedOn: '2026-10-05',
    effectiveOn: '2026-10-20',
    authority: 'Cơ quan mẫu',
  });
});
