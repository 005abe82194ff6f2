// What masking promises: the sender's own data never slips through, likely personal data is pointed at, ordinary text is left alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../api/cases/privacy/masking.ts';

const sender = {
  name: 'Nguyễn Văn An',
  phone: '0912345678',
  email: 'an.nguyen@vidu.vn',
  address: '12 Lê Lợi, phường Nghĩa Lộ, tỉnh Quảng Ngãi',
};
const find = (text: string) =>
  findPersonalData(text, sender).map(({ kind, text: found, certain }) => [kind, found, certain]);

describe('the sender’s own data is certain', () => {
  test.each([
    'Nguyễn Văn An',
    'nguyễn văn an',
    'NGUYEN VAN AN',
    'Nguyen Văn  An',
    'Nguyễn Văn An'.normalize('NFD'),
    'Nguyễn\u200b Văn\u2060 An',
    'Văn An',
    'VĂN AN',
    'Van An',
  ])('the name as %j', (name) => {
    expect(find(`Công dân ${name} phản ánh.`)).toEqual([['name', name, true]]);
  });

  test.each([
    '0912345678',
    '0912 345 678',
    '0912.345.678',
    '+84 912-345-678',
    '(+84)912345678',
    '09\u200b12345678',
    '０９１２３４５６７８',
  ])('the telephone as %j', (phone) => {
    expect(find(`gọi số ${phone}.`)).toEqual([['phone', phone, true]]);
  });

  test.each(['an.nguyen@vidu.vn', 'AN.NGUYEN@VIDU.VN', 'an.nguyen (at) vidu.vn', 'an . nguyen@vidu . vn'])(
    'the e-mail as %j',
    (email) => {
      expect(find(`thư về ${email} nhé`)).toEqual([['email', email, true]]);
    },
  );

  test('whoever the sender is, their name in a sentence is found, with or without accents', () => {
    const word = fc.constantFrom(
      'Nguyễn',
      'Đặng',
      'Trần',
      'Lê',
      'Thị',
      'Văn',
      'Hoà',
      'Ước',
      'Ánh',
      'Đức',
      'Quỳnh',
    );
    const style = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.normalize('NFD'),
      (name: string) =>
        name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), style, (words, write) => {
        const written = write(words.join(' '));
        const found = findPersonalData(`Theo ${written}, việc chậm.`, { name: words.join(' ') });
        expect(found.some(({ certain, text }) => certain && text === written)).toBe(true);
      }),
    );
  });
});

describe('what only looks personal is pointed at, not refused', () => {
  test.each([
    ['Gọi 0987.654.321 hoặc 0387654321/0387654322.', ['0987.654.321', '0387654321', '0387654322']],
    ['Máy bàn (0255) 3822 123, sđt0987654321', ['(0255) 3822 123', '0987654321']],
    ['thư tran.b@gmail.com', ['tran.b@gmail.com']],
    ['căn cước 051234567890, CMND số 212.345.678', ['051234567890', '212.345.678']],
    ['số 051 234 567 890 và 212345678', ['051 234 567 890', '212345678']],
    ['xe 76A-123.45, 51F-123.45, 76-B1 123.45', ['76A-123.45', '51F-123.45', '76-B1 123.45']],
    ['xe 76A 12345 và 76H-1234', ['76A 12345', '76H-1234']],
    ['ở số nhà 7/2, số 15 đường Phan Đình Phùng', ['số nhà 7/2', 'số 15 đường Phan Đình Phùng']],
    ['thôn Phú Thọ, tổ dân phố 5, hẻm 12/3', ['thôn Phú Thọ', 'tổ dân phố 5', 'hẻm 12/3']],
    ['ở 12 Le Loi', ['12 Le Loi']],
    ['anh An báo, ông Trần Văn Bình nghe', ['anh An', 'ông Trần Văn Bình']],
    ['cấp văn an toàn, van an', ['văn an', 'van an']],
  ])('%s', (text, expected) => {
    const found = findPersonalData(text, sender);
    expect(found.map((finding) => finding.text)).toEqual(expected);
    expect(found.some(({ certain }) => certain)).toBe(false);
  });

  test('each finding says what to do', () => {
    expect(findPersonalData('xe 76A-123.45', sender)).toEqual([
      {
        kind: 'plate',
        text: '76A-123.45',
        start: 3,
        end: 13,
        advice: 'có thể là biển số xe. Hãy xóa.',
        certain: false,
      },
    ]);
  });
});

test.each([
  'Thủ tục 1.001786, 2.000058 và 3.000451',
  'Nghị định 20/2008/NĐ-CP, 92/2017/NĐ-CP, Quyết định 2842/QĐ-UBND, QĐ 766/QĐ-TTg',
  'ngày 24/11/2026, 24-11-2026, 05.01.2026, từ 8/9/2025 đến 2027',
  'phí 3.300.000 đồng, 300000000 đồng, 300 000 000 đồng, 1.000.000.000.000 đồng, 84 000 000 000 đ',
  'hồ sơ PAKN-2026-000123, mã H02.15.18-251121-0001',
  'tổng đài 1022, 18001096, 1900 1234; giờ 07h00 - 11h30, 13h30 - 17h00',
  'công bố 02 đường dây nóng; công văn. An toàn bức xạ',
  'TP. Hồ Chí Minh, Bà Rịa - Vũng Tàu, đô thị hóa, ĐÔ THỊ HÓA',
  'QCVN 12:2022/BKHCN, TCVN ISO 9001:2015, diện tích 15m2 10000, Mẫu 01a 2024',
  'Quyết định số 45 Bộ Khoa học, công chức của bộ phận Một cửa',
])('ordinary text is left alone: %s', (text) => {
  expect(findPersonalData(text, sender)).toEqual([]);
  expect(findPersonalData(text, { name: 'Lê Thị Hoa' })).toEqual([]);
});

test('for any text, findings are in order, apart, and quote the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ maxLength: 30 }),
      (noise, name) => {
        const text = `${noise} 0987654321 ${noise} nguyen van an ${noise}`;
        const found = findPersonalData(text, { ...sender, name });
        for (const [index, { start, end, text: quoted }] of found.entries()) {
          expect(text.slice(start, end)).toBe(quoted);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        }
      },
    ),
  );
});
