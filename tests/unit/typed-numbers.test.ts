// What people type or paste for a telephone, an address, a case: one number, however its dashes, spaces and points look.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseKey } from '../../api/cases/case-key.ts';
import { Email, Phone } from '../../api/cases/schema.ts';
import { newSecret, readSecret } from '../../api/cases/tools/secret.ts';
import { readCaseNumber } from '../../api/text/case-number.ts';
import { likelyEmail } from '../../api/text/email.ts';
import { dialled } from '../../api/text/phone.ts';
import { plainSigns } from '../../api/text/signs.ts';
import { phoneSpelling } from '../support/worlds/sender-spellings.ts';

const refusalOf = (schema: typeof Phone | typeof Email, typed: string) => {
  const parsed = schema.safeParse(typed);
  return parsed.success ? undefined : parsed.error.issues.map(({ message }) => message);
};

describe('a telephone', () => {
  test.each([
    ['+84 (0) 905 123 456', '0905123456'],
    ['+840905123456', '0905123456'],
    ['84905123456', '0905123456'],
    ['0084905123456', '0905123456'],
    ['84-905-123-456', '0905123456'],
    ['0905–123–456', '0905123456'],
    ['0905\u2011123\u2011456', '0905123456'],
    ['0905\u2212123\u2212456', '0905123456'],
    ['０９０５１２３４５６', '0905123456'],
    ['0905123456;', '0905123456'],
    ['SĐT: 0905.123.456', '0905123456'],
    ['0905 123 456 (Zalo)', '0905123456'],
    ['(0255) 3822 822', '02553822822'],
    ['0255.3822822 máy lẻ 101', '02553822822 máy lẻ 101'],
    ['+49 30 1234567', '+49301234567'],
  ])('typed %s is kept as %s', (typed, kept) => {
    expect(Phone.parse(typed)).toBe(kept);
    expect(Phone.parse(kept)).toBe(kept);
  });

  const several = ['Ô này nhận một số điện thoại. Giữ lại một số, số khác ghi vào phần nội dung.'];
  const shape = [
    'Số điện thoại chưa đúng. Viết đủ 10 chữ số, ví dụ 09xx xxx xxx. Số nội bộ viết sau chữ “máy lẻ”.',
  ];
  test.each([
    ['0905 123 456 / 0914 123 456', several],
    ['0905123456 hoặc 0914123456', several],
    ['00905123456', shape],
    ['090512345', shape],
    ['8490512345', shape],
    ['0905123456 gặp anh An', shape],
  ])('typed %s is refused with what to do', (typed, sentences) => {
    expect(refusalOf(Phone, typed)).toEqual(sentences);
  });

  test('of any Vietnamese mobile, with any dash, is kept as its ten figures', () => {
    const mobile = fc.stringMatching(/^0[35789][0-9]{8}$/);
    fc.assert(
      fc.property(
        mobile.chain((phone) => phoneSpelling(phone).map((typed) => ({ phone, typed }))),
        ({ phone, typed }) => {
          expect(Phone.parse(typed)).toBe(phone);
        },
      ),
    );
    expect(dialled('02553822822 máy lẻ 101')).toBe('02553822822');
  });
});

describe('an e-mail address', () => {
  test.each([
    ['ten@vidu.vn,', 'ten@vidu.vn'],
    ['ten@vidu.vn.', 'ten@vidu.vn'],
    ['mailto:ten@vidu.vn', 'ten@vidu.vn'],
    ['<ten@vidu.vn>', 'ten@vidu.vn'],
    ['Trần A <ten@vidu.vn>;', 'ten@vidu.vn'],
    ['ten @ VIDU.vn', 'ten@vidu.vn'],
    ['ten＠vidu．vn', 'ten@vidu.vn'],
    ['ten\u200b@vidu.vn', 'ten@vidu.vn'],
  ])('typed %s is kept as %s', (typed, kept) => {
    expect(Email.parse(typed)).toBe(kept);
  });

  test.each([
    'ten@vidu..vn',
    '.ten@vidu.vn',
    'ten.@vidu.vn',
    'ten@-vidu.vn',
    'ten@vidu-.vn',
    'a;b@vidu.vn',
    'a,b@vidu.vn',
    'ten@vidu',
    'ten@1.2.3.4',
    '"ten"@vidu.vn',
    `${'a'.repeat(65)}@vidu.vn`,
  ])('typed %s is refused', (typed) => {
    expect(refusalOf(Email, typed)).toEqual(['Địa chỉ thư điện tử chưa đúng. Viết dạng ten@vidu.vn.']);
  });

  test('of two, one is asked for', () => {
    expect(refusalOf(Email, 'a@vidu.vn; b@vidu.vn')).toEqual([
      'Ô này nhận một địa chỉ thư điện tử. Giữ lại một địa chỉ.',
    ]);
  });

  test.each([
    ['ten@gmail.con', 'ten@gmail.com'],
    ['ten@gmial.con', 'ten@gmail.com'],
    ['ten@vidu.com.vnn', 'ten@vidu.com.vn'],
    ['ten@quangngai.gov.vm', 'ten@quangngai.gov.vn'],
  ])('that reaches nobody is asked about: %s', (typed, meant) => {
    expect(refusalOf(Email, typed)).toEqual([
      `Không có địa chỉ nào tận cùng như vậy. Có phải ${meant}? Hãy sửa lại, hoặc để trống nếu có số điện thoại.`,
    ]);
  });

  test.each([
    ['ten@gmial.com', 'ten@gmail.com'],
    ['ten@gmai.com', 'ten@gmail.com'],
    ['ten@yaho.com.vn', 'ten@yahoo.com.vn'],
    ['ten@gmail.com', undefined],
    ['ten@vidu.vn', undefined],
    ['ten@mail.com', 'ten@gmail.com'],
  ])('that looks like a slip is kept, and asked about before sending: %s', (typed, meant) => {
    expect(Email.parse(typed)).toBe(typed);
    expect(likelyEmail(typed)).toBe(meant);
  });
});

describe('a case number', () => {
  test.each([
    'PAKN-2026-000123',
    'pakn 2026 123',
    'PAKN–2026–000123',
    'PAKN\u20112026\u2011000123',
    'PAKN−2026−0123',
    'PAKN2026000123',
    'PAKN.2026.000123',
    'Mã hồ sơ: PAKN-2026-123.',
    'số hồ sơ PAKN - 2026 - 000123',
    'ＰＡＫＮ－２０２６－０００１２３',
  ])('typed %s is PAKN-2026-000123', (typed) => {
    expect(readCaseNumber(typed)).toBe('PAKN-2026-000123');
    expect(CaseKey.parse({ number: typed, secret: 'x' }).number).toBe('PAKN-2026-000123');
  });

  test('that is none comes back as typed, in capitals', () => {
    expect(readCaseNumber('H48.10-261120-0001')).toBe('H48.10-261120-0001');
    expect(readCaseNumber(' abc ')).toBe('ABC');
    expect(readCaseNumber('PAKN-2026-1234567')).toBe('PAKN-2026-1234567');
  });

  test('is read the same again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        expect(readCaseNumber(readCaseNumber(typed))).toBe(readCaseNumber(typed));
      }),
    );
  });
});

test('a look-up code is read through any dash, space, point or label', () => {
  const secret = newSecret();
  const bare = secret.replaceAll('-', '');
  for (const typed of [
    secret.replaceAll('-', '–'),
    secret.replaceAll('-', '\u2011'),
    secret.replaceAll('-', ' - ').toLowerCase(),
    `Mã tra cứu: ${bare}.`,
    [...bare].join('\u00a0'),
  ])
    expect(readSecret(typed)).toBe(secret);
});

test('plain signs keep every sign in its place, and are plain already the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(plainSigns(text)).toHaveLength(text.length);
      expect(plainSigns(plainSigns(text))).toBe(plainSigns(text));
    }),
  );
  expect(plainSigns('a–b\u00a0c·d⁄e＠f')).toBe('a-b c.d/e@f');
});
