// What a department must fill in before citizens are let in: every hole of the must-have list is told, none once it is filled.
import { beforeAll, describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { Contact } from '../../api/contacts/schema.ts';
import { holeLines, holesOf, openWithHoles } from '../../api/golive/holes.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { type Content, loadContent } from '../../api/portal/gather.ts';

let shipped: Content;
beforeAll(async () => {
  shipped = await loadContent(contentDir, new Date('2026-11-30T08:00:00+07:00'));
});

const set = (more: Record<string, string> = {}) => readEnvironment(more);
const whole = {
  PUBLIC_ORIGIN: 'https://tthc.quangngai.gov.vn',
  SMTP_URL: 'smtps://thu.quangngai.gov.vn:465',
  MAIL_FROM: 'Sở KH&CN <tthc@quangngai.gov.vn>',
  DATABASE_URL: 'postgres://a/b',
};
const mustOf = (content: Content, env = set()) =>
  holesOf(content, env)
    .filter(({ weight }) => weight === 'must')
    .map(({ what }) => what);

/** The shipped content as a department that has done its work leaves it. */
function filled(): Content {
  const way = (type: string, value: string) => ({ type, value });
  const writtenContacts = shipped.writtenContacts.map((contact) =>
    Contact.parse({
      ...contact,
      details: [
        way('phone', '0255 000 0001'),
        way('email', 'a@b.gov.vn'),
        way('address', '1 Đường Thử'),
        way('hours', 'Giờ hành chính'),
      ],
      focalPersons: contact.focalPersons.map((person) => ({ ...person, name: 'Nguyễn Văn Thử' })),
    }),
  );
  return {
    ...shipped,
    writtenContacts,
    department: {
      ...shipped.department,
      address: '1 Đường Thử',
      phone: '0255 000 0001',
      email: 'a@b.gov.vn',
      officeHours: 'Giờ hành chính',
    },
    units: shipped.units.map((unit) => ({ ...unit, confirmed: true })),
    posts: [],
    procedures: new Map(),
  };
}

describe('the must-have list', () => {
  test('as shipped, on nothing but defaults', () => {
    expect(mustOf(shipped)).toEqual([
      'địa chỉ công khai của cổng',
      'máy chủ gửi thư',
      'địa chỉ thư của người gửi',
      'tài khoản thử và cơ sở dữ liệu đi kèm',
      'số điện thoại đường dây nóng của Sở',
      'địa chỉ của Sở',
      'số điện thoại chuyên dùng của Văn phòng Ủy ban nhân dân tỉnh',
      'địa chỉ nơi nộp hồ sơ',
      'người được giao làm đầu mối của Sở',
      'địa chỉ, liên hệ của Sở ở chân trang và thư',
      'các đơn vị trả lời, theo cơ cấu hiện nay',
      expect.stringMatching(/^số quyết định công bố của \d+ thủ tục$/),
      expect.stringMatching(/^xác nhận nội dung của \d+ thủ tục$/),
      'người duyệt 3 bài của chuyên mục',
    ]);
  });

  test('is empty once everything is filled in and set', () => {
    expect(mustOf(filled(), set(whole))).toEqual([]);
  });

  test.each([
    [{ PUBLIC_ORIGIN: 'https://tthc.example.vn' }, ['tên miền .gov.vn']],
    [{ PUBLIC_ORIGIN: 'http://tthc.quangngai.gov.vn' }, ['kết nối mã hóa (https)']],
    [{ PUBLIC_ORIGIN: 'http://localhost:4321' }, ['địa chỉ công khai của cổng']],
    [{ CLOCK: '2026-11-20T08:30:00+07:00' }, ['đồng hồ của cổng (đang đứng ở một ngày)']],
    [{ MAIL_FROM: '' }, ['địa chỉ thư của người gửi']],
  ])('%o is told', (change, told) => {
    expect(mustOf(filled(), set({ ...whole, ...change }))).toEqual(told);
  });

  test('a telephone that nobody has verified is still a hole', () => {
    const content = filled();
    content.writtenContacts = content.writtenContacts.map((contact) => ({
      ...contact,
      details: contact.details.map((detail) => ({ ...detail, checked: detail.type !== 'phone' })),
    }));
    expect(mustOf(content, set(whole))).toEqual([
      'số điện thoại đường dây nóng của Sở',
      'số điện thoại chuyên dùng của Văn phòng Ủy ban nhân dân tỉnh',
    ]);
  });
});

test('what is held back stands with its reason', () => {
  const waiting = holesOf(shipped, set()).find(({ where }) => where === 'content/documents/');
  expect(waiting?.items).toContainEqual(
    expect.stringMatching(/^Hiến pháp .*: Tên văn bản ghi theo hiểu biết chung/),
  );
  expect(waiting?.items).toHaveLength(shipped.heldBackDocuments.length);
});

test('whose competence nobody has looked up is told, the other bodies with a law are not', () => {
  const unsure = holesOf(shipped, set()).find(({ where }) => where === 'content/search/elsewhere.yaml');
  expect(unsure?.items).toContain('Lý lịch tư pháp: Cơ quan Công an');
  expect(unsure?.items.some((item) => item.includes('Cục Sở hữu trí tuệ'))).toBe(false);
});

test('a start with a public origin says in one sentence what lacks; one without says nothing', () => {
  expect(openWithHoles(shipped, set())).toBeNull();
  expect(openWithHoles(filled(), set(whole))).toBeNull();
  expect(openWithHoles(shipped, set({ ...whole, SMTP_URL: '' }))).toBe(
    'Cổng mở cho người dân mà còn thiếu: máy chủ gửi thư; số điện thoại đường dây nóng của Sở; địa chỉ của Sở và 8 việc khác. Xem /can-bo/san-sang hoặc npm run golive.',
  );
});

test('the lines number what must be done, and cut long lists', () => {
  const lines = holeLines(holesOf(shipped, set()));
  expect(lines[0]).toBe('PHẢI XONG TRƯỚC KHI MỞ CHO NGƯỜI DÂN (14)');
  expect(lines).toContainEqual(expect.stringMatching(/^ {5}- … và \d+ mục khác$/));
});
