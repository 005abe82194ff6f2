// Print sheets: what stands on them, how they are cut into pages, and what became of one.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import type { Content } from '../../api/portal/gather.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { Contact } from '../../api/contacts/schema.ts';
import type { Sheet } from '../../api/sheets/block.ts';
import { layOut } from '../../api/sheets/layout.ts';
import { breakLines } from '../../api/sheets/lines.ts';
import { allSheets, sheetOf } from '../../api/sheets/sheet.ts';
import { sheetHash } from '../../api/sheets/tools/sheet-hash.ts';
import { paginate, type Slab } from '../../api/sheets/slab.ts';
import { standingOf } from '../../api/sheets/standing.ts';

let content: Content;
beforeAll(async () => {
  content = await loadContent(contentDir, new Date('2026-11-20T08:30:00+07:00'));
});

const textOf = (sheet: Sheet | undefined) => JSON.stringify(sheet);

describe('the guidance notice', () => {
  test('has the statutory wording, the province first, and no word of a complaint taken in', () => {
    const text = textOf(sheetOf(content, 'pakn'));
    for (const words of [
      'Nội dung hướng dẫn thực hiện phản ánh, kiến nghị về quy định hành chính',
      'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi mong nhận được ý kiến phản ánh, kiến nghị',
      'do hành vi chậm trễ, gây phiền hà hoặc không thực hiện',
      'Không tiếp nhận phản ánh, kiến nghị liên quan đến khiếu nại, tố cáo',
      'Chung tay cải cách thủ tục hành chính',
      'Mẫu số 04, Phụ lục II ban hành kèm theo Thông tư số 05/2014/TT-BTP (Điều 12)',
    ])
      expect(text).toContain(words);
    expect(text.indexOf('1. Văn phòng Ủy ban nhân dân tỉnh')).toBeLessThan(text.indexOf('3. Sở Khoa học'));
    expect(text).not.toContain('{{');
  });

  test('leaves a line to fill in by hand for what nobody has given', () => {
    const box = sheetOf(content, 'pakn')?.blocks.find(({ kind }) => kind === 'box');
    expect(textOf(box as never)).toContain(
      '{"label":"Số điện thoại chuyên dùng","lines":["(Sở chưa công bố)"],"state":"fill"}',
    );
  });
});

describe('the sheet of a procedure', () => {
  test('has every part of Điều 8, its forms after it, then where to complain', () => {
    const sheet = sheetOf(content, 'thu-tuc-1.014445');
    const headings = sheet?.blocks.map((block) =>
      block.kind === 'heading' ? block.text : block.kind === 'box' ? block.title : undefined,
    );
    expect(headings?.filter(Boolean)).toEqual([
      'Lưu ý',
      'a) Thông tin chung',
      'b) Trình tự thực hiện',
      'c) Cách thức thực hiện',
      'd) Thành phần, số lượng hồ sơ',
      'đ) Thời hạn giải quyết',
      'e) Đối tượng thực hiện',
      'g) Cơ quan giải quyết',
      'h) Kết quả, yêu cầu, điều kiện, phí, lệ phí',
      'Căn cứ pháp lý',
      'Mẫu đơn, tờ khai kèm theo thủ tục này',
      'Phản ánh, kiến nghị về thủ tục này xin gửi theo địa chỉ',
    ]);
  });

  test('says in one sentence whom to ask about what the department has not confirmed', () => {
    expect(textOf(sheetOf(content, 'thu-tuc-1.014445'))).toContain(
      'Sở chưa xác nhận nội dung này: hỏi lại Trung tâm Phục vụ hành chính công tỉnh Quảng Ngãi trước khi nộp hồ sơ.',
    );
    expect(textOf(sheetOf(content, 'linh-vuc-buu-chinh'))).toMatch(
      /Sở chưa xác nhận \d+ trên \d+ thủ tục \(có dấu \*\): hỏi lại Trung tâm/,
    );
  });

  test('says where a form lies, and that forms hang right after it', () => {
    const procedure = content.procedures.get('1.014445');
    if (!procedure) throw new Error('no procedure');
    const dossier = [
      { name: null, papers: [{ name: 'Đơn', form: 'Mẫu 01', formFile: '/mau/01.docx', copies: 'unknown' }] },
    ] as never;
    const procedures = new Map(content.procedures).set('1.014445', { ...procedure, dossier });
    const text = textOf(sheetOf({ ...content, procedures }, 'thu-tuc-1.014445'));
    expect(text).toContain('Đơn: Mẫu 01, tải tại {origin}/mau/01.docx');
    expect(text).toContain('Bản in của các mẫu trên đính kèm ngay sau tờ này.');
  });

  test('is not made for a superseded procedure, nor for an id of another shape', () => {
    for (const id of ['thu-tuc-2.002131', '1.014445', 'linh-vuc-khong-co', ''])
      expect(sheetOf(content, id)).toBeUndefined();
  });
});

test('a list of a field numbers its procedures and leads to each', () => {
  const table = sheetOf(content, 'linh-vuc-buu-chinh')?.blocks.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.columns.map(({ label }) => label)).toEqual([
    'STT',
    'Mã thủ tục',
    'Tên thủ tục',
    'Thời hạn giải quyết',
    'Cách thức, địa điểm',
    'Phí, lệ phí',
    'Căn cứ pháp lý',
    'Xem toàn văn',
  ]);
  expect(table.columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(table.rows.map(([number]) => number)).toEqual(table.rows.map((_, index) => String(index + 1)));
});

test('every sheet has an id and a hash of its own; a changed number changes the hash, the day of printing cannot', () => {
  const sheets = [...allSheets(content)];
  expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
  expect(new Set(sheets.map(sheetHash)).size).toBe(sheets.length);
  const contacts = content.contacts.map((contact) =>
    contact.id === 'van-phong-ubnd-tinh'
      ? Contact.parse({ ...contact, details: [{ type: 'phone', value: '0255 000 0001' }] })
      : contact,
  );
  const before = sheets[0] && sheetHash(sheets[0]);
  const after = sheetOf({ ...content, contacts }, 'pakn');
  expect(after && sheetHash(after)).not.toBe(before);
  expect(textOf(after)).toContain('0255 000 0001');
});

const measure = (text: string) => text.length * 5;

test('no line is wider than its place, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const lines = breakLines(text, width, measure);
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

const slab = (height: number, keeps: boolean, before: number): Slab => ({
  height,
  keeps,
  before,
  ink: [],
  frame: null,
  head: [],
});

test('pages hold every slab once, in order, and nothing runs over', () => {
  const any = fc.record({ height: fc.integer({ min: 1, max: 90 }), keeps: fc.boolean(), before: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (wanted) => {
      const slabs = wanted.map(({ height, keeps, before }) => slab(height, keeps, before));
      const pages = paginate(slabs, 100);
      expect(pages.flat().map((placed) => placed.slab)).toEqual(slabs);
      for (const page of pages) {
        let end = 0;
        for (const placed of page) {
          expect(placed.y).toBeGreaterThanOrEqual(end);
          end = placed.y + placed.slab.height;
          expect(end).toBeLessThanOrEqual(100);
        }
      }
    }),
  );
});

test('a heading goes to the page of what follows it; a table repeats its head', () => {
  const lone = paginate([slab(70, false, 0), slab(20, true, 0), slab(30, false, 0)], 100);
  expect(lone.map((page) => page.length)).toEqual([1, 2]);
  const head = slab(10, true, 0);
  const rows = Array.from({ length: 5 }, () => ({ ...slab(40, false, 0), head: [head] }));
  const pages = paginate([head, ...rows], 100);
  expect(pages.map((page) => page.map(({ repeated }) => repeated))).toEqual([
    [false, false, false],
    [true, false, false],
    [true, false],
  ]);
});

test('every real sheet fits its pages on A4, whichever way it stands', () => {
  for (const sheet of allSheets(content)) {
    const { slabs } = layOut(sheet, { width: 480, base: 10, measure });
    for (const { slab: one } of paginate(slabs, 640).flat()) {
      expect(one.height).toBeLessThan(640);
      for (const ink of one.ink)
        if (ink.kind === 'words') expect(ink.x + measure(ink.text), ink.text).toBeLessThanOrEqual(480.01);
    }
  }
});

describe('a sheet on the wall', () => {
  const state = (hash: string | null, on: string) => ({
    key: 'pakn',
    hash,
    publishedAt: new Date(`${on}T08:00:00+07:00`),
    snapshot: hash && { title: 'Tờ thử' },
  });
  const [a, b, c] = ['a'.repeat(12), 'b'.repeat(12), 'c'.repeat(12)];
  const named = { id: 'pakn', title: 'Tờ thử' };

  test('holds until another is published, and was replaced on the day of the next one', () => {
    expect(standingOf([state(a, '2026-03-02')], a, [])).toEqual({
      state: 'current',
      ...named,
      since: '2026-03-02',
      expired: [],
    });
    expect(
      standingOf([state(c, '2026-05-04'), state(b, '2026-04-03'), state(a, '2026-03-02')], a, []),
    ).toEqual({
      state: 'replaced',
      ...named,
      since: '2026-03-02',
      replacedOn: '2026-04-03',
    });
  });

  test('holds again when its content comes back, is gone when it was taken away, unknown when never made', () => {
    const back = [state(a, '2026-05-04'), state(b, '2026-04-03'), state(a, '2026-03-02')];
    expect(standingOf(back, a, [])).toMatchObject({ state: 'current', since: '2026-05-04' });
    expect(standingOf([state(null, '2026-04-03'), state(a, '2026-03-02')], a, [])).toMatchObject({
      state: 'withdrawn',
      withdrawnOn: '2026-04-03',
    });
    expect(standingOf(back, c, [])).toEqual({ state: 'unknown' });
  });
});
