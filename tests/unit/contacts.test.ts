// What content/contacts.yaml promises: upper channels first, nothing invented, what is missing said to be missing.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { readContacts } from '../../api/contacts/load.ts';
import { Contacts } from '../../api/contacts/schema.ts';

const contacts = await readContacts(contentDir);
const details = contacts.flatMap(({ id, details: ways }) => ways.map((way) => ({ id, ...way })));
const complaints = (change: object) => {
  const parsed = Contacts.safeParse([{ ...contacts[0], ...change }]);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

describe('the channels', () => {
  test('stand in the order of the plans: the province, the national portal, then the department', () => {
    expect(contacts.map(({ name }) => name)).toEqual([
      'Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi',
      'Hệ thống tiếp nhận, trả lời phản ánh, kiến nghị trên Cổng Dịch vụ công quốc gia',
      'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
      'Trung tâm Phục vụ hành chính công tỉnh Quảng Ngãi',
      'Tổng đài hỗ trợ Cổng Dịch vụ công quốc gia',
    ]);
  });

  test('have only these values; all else is missing', () => {
    expect(details.filter(({ value }) => value !== null).map(({ type, value }) => [type, value])).toEqual([
      ['form', 'https://dichvucong.gov.vn/guipakn'],
      ['website', 'https://dichvucong.gov.vn/p/phananhkiennghi/pakn-gioi-thieu.html'],
      ['form', '/phan-anh/gui'],
      ['website', 'https://skh.quangngai.gov.vn'],
      [
        'hours',
        'Thứ Hai đến thứ Sáu, sáng 07h00 - 11h30, chiều 13h30 - 17h00 (trừ thứ Bảy, Chủ nhật và ngày lễ)',
      ],
      ['phone', '18001096'],
    ]);
    for (const { value, missing } of details)
      if (value === null) expect(missing).toContain('Sở chưa cung cấp');
  });

  test('mark what was read in a weak source', () => {
    expect(details.filter(({ checked }) => !checked).map(({ id, type }) => `${id} ${type}`)).toEqual([
      'trung-tam-phuc-vu-hanh-chinh-cong hours',
      'tong-dai-dvcqg phone',
    ]);
  });

  test("show neither the hotline of 2016, nor the mail of a weak source, nor another province's channel", () => {
    const text = JSON.stringify(contacts);
    for (const never of ['088.8800.247', 'thuedientu', 'Bà Rịa', 'Nghệ An', 'nghean', 'baria-vungtau'])
      expect(text).not.toContain(never);
  });
});

describe('a channel', () => {
  const way = { type: 'phone', value: '0255 3812345' };

  test('is reached by a value, or says what is missing, never both and never neither', () => {
    expect(complaints({ details: [way] })).toEqual([]);
    expect(complaints({ details: [{ ...way, value: null, missing: 'Sở chưa cung cấp' }] })).toEqual([]);
    expect(complaints({ details: [{ ...way, value: null }] })).toHaveLength(1);
    expect(complaints({ details: [{ ...way, missing: 'Sở chưa cung cấp' }] })).toHaveLength(1);
  });

  test('has a telephone number made of figures and a mail address with an @', () => {
    expect(complaints({ details: [{ type: 'phone', value: 'xem bảng niêm yết' }] })).toEqual([
      'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm.',
    ]);
    expect(complaints({ details: [{ type: 'email', value: 'vanphong' }] })).toEqual([
      'Thư điện tử có dạng ten@coquan.gov.vn.',
    ]);
  });

  test('does not end before it begins', () => {
    const term = { validFrom: '2026-12-01', validTo: '2026-11-30' };
    const sentence = 'Ngày cuối (validTo) không thể trước ngày đầu (validFrom).';
    expect(complaints(term)).toEqual([sentence]);
    expect(complaints({ details: [{ ...way, ...term }] })).toEqual([sentence]);
  });

  test('of the department does not stand before those above it', () => {
    const [province, national, department, ...others] = contacts;
    const told = Contacts.safeParse([department, province, national, ...others]).error?.issues ?? [];
    expect(told.map(({ message }) => message)).toEqual([
      'Kênh của tỉnh và của quốc gia đứng trước, rồi kênh của Sở, nơi nộp hồ sơ, kênh hỗ trợ.',
    ]);
  });

  test('may not have an unknown key', () => {
    expect(complaints({ historical: true })).toHaveLength(1);
  });
});
