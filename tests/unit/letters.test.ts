// The letters of a case as they stand on paper: dates, number, whom they are for; the DOCX says the same.
import { describe, expect, it, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { writtenDate } from '../../api/dates/dates.ts';
import { letterDocx } from '../../api/letters/tools/docx.ts';
import type { LetterCase } from '../../api/letters/facts.ts';
import { readLetters } from '../../api/letters/load.ts';
import { letterOf, lettersOf, nextNumber, templatesOf } from '../../api/letters/letter.ts';
import { wordText, wordXml } from '../support/reading/word.ts';

test.each([
  ['2026-07-05', 'ngày 05 tháng 7 năm 2026'],
  ['2026-07-15', 'ngày 15 tháng 7 năm 2026'],
  ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
  ['2026-01-10', 'ngày 10 tháng 01 năm 2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ['2026-03-01', 'ngày 01 tháng 3 năm 2026'],
])('%s is written out as Nghị định 30/2020/NĐ-CP has it', (date, written) => {
  expect(writtenDate(date)).toBe(written);
});

const content = await readLetters(contentDir);
const department = {
  name: 'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
  parent: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  province: 'tỉnh Quảng Ngãi',
  letterSymbol: 'SKHCN',
  statutoryReceiver: 'Văn phòng Ủy ban nhân dân tỉnh Thử',
};
const found: LetterCase = {
  number: 'PAKN-2026-000001',
  source: 'vp-ubnd',
  status: 'answered',
  track: 'rule',
  endedBy: 'approve',
  procedure: null,
  origin: {
    agency: 'Văn phòng Ủy ban nhân dân tỉnh Thử',
    number: '88/VP-KSTT',
    on: '2026-06-30',
    nationalCode: null,
  },
  receivedAt: '2026-07-01T01:30:00.000Z',
  unit: 'Văn phòng',
  dueOn: '2026-08-05',
  stageDueOn: '2026-07-20',
  letterNumber: '12/SKHCN-VP',
  sender: { kind: 'person', name: 'Người Thử Nghiệm', address: 'Thôn Thử, xã Thử' },
  outside: { agency: 'Sở Thử Nghiệm', number: '15/SKHCN-VP', on: '2026-07-05' },
  reply: {
    body: 'Biểu mẫu sẽ được sửa (dữ liệu thử).',
    outcome: 'recommend',
    writtenAt: '2026-07-14T01:00:00.000Z',
  },
  events: [
    {
      step: 'ask-supplement',
      at: '2026-07-03T01:00:00.000Z',
      fromStatus: 'submitted',
      text: 'Ghi rõ tên biểu mẫu.',
    },
    { step: 'transfer', at: '2026-07-05T01:00:00.000Z', fromStatus: 'submitted', text: null },
    {
      step: 'guide-out',
      at: '2026-02-09T01:00:00.000Z',
      fromStatus: 'submitted',
      text: 'Gửi đơn đến cơ quan có thẩm quyền.',
    },
    { step: 'extend', at: '2026-07-10T01:00:00.000Z', fromStatus: 'assigned', text: 'Cần xác minh thêm.' },
    {
      step: 'reject',
      at: '2026-07-10T01:00:00.000Z',
      fromStatus: 'submitted',
      text: 'Nội dung là quảng cáo.',
    },
    { step: 'approve', at: '2026-07-15T01:00:00.000Z', fromStatus: 'approving', text: null },
  ],
};
const letter = (
  kind: Parameters<typeof letterOf>[0],
  change: Partial<LetterCase> = {},
  more: Partial<Parameters<typeof letterOf>[2]> = {},
) => {
  const one = { ...found, ...change };
  const [template] = templatesOf(kind, one, content.templates);
  if (!template) throw new Error(`no template for ${kind}`);
  return letterOf(kind, one, { office: department, content, template, today: '2026-07-16', ...more });
};

describe('a letter', () => {
  it('carries the number given, else the symbol of the department with dots to fill in', () => {
    expect(letter('reply')).toMatchObject({
      number: 'Số: 12/SKHCN-VP',
      placeAndDay: 'Quảng Ngãi, ngày 15 tháng 7 năm 2026',
      office: 'Sở Khoa học và Công nghệ',
      to: ['Ông/Bà Người Thử Nghiệm', '(địa chỉ: Thôn Thử, xã Thử)'],
      isDraft: false,
    });
    expect(letter('supplement')?.number).toBe('Số: ........./SKHCN-VP');
    expect(letter('refusal')?.number).toBe('Số: ........./TB-SKHCN');
    expect(letter('transfer')).toMatchObject({ number: 'Số: 15/SKHCN-VP', to: ['Sở Thử Nghiệm'] });
  });

  it('is a draft while its reply is not approved, also after an earlier approval', () => {
    expect(
      letter('reply', {
        reply: { body: 'Mới.', outcome: 'explain', writtenAt: '2026-07-16T01:00:00.000Z' },
      }),
    ).toMatchObject({
      isDraft: true,
      number: 'Số: ........./SKHCN-VP',
      placeAndDay: 'Quảng Ngãi, ngày ......... tháng ......... năm 2026',
    });
  });

  it.each([
    ['complaint', 'V/v hướng dẫn gửi đơn khiếu nại, mã hồ sơ PAKN-2026-000001'],
    ['denunciation', 'V/v hướng dẫn gửi đơn tố cáo, mã hồ sơ PAKN-2026-000001'],
    ['other', 'V/v hướng dẫn gửi đơn đến nơi có thẩm quyền, mã hồ sơ PAKN-2026-000001'],
  ])('of guidance names a %s', (kind, subject) => {
    expect(letter('guidance', {}, { guidedAs: kind })?.subject).toBe(subject);
  });

  it('says why and until when', () => {
    const words = (kind: 'extension' | 'refusal' | 'supplement') =>
      letter(kind)
        ?.body.map(({ text }) => text)
        .join('\n');
    expect(words('extension')).toContain('Cần xác minh thêm.\nThời hạn trả lời mới là ngày 05/8/2026.');
    expect(words('refusal')).toContain('Nội dung là quảng cáo.');
    expect(words('supplement')).toContain('Ghi rõ tên biểu mẫu.');
  });

  it('is there for the steps that were taken, and for nobody who may not know the sender', () => {
    expect(lettersOf(found)).toEqual([
      'reply',
      'transfer',
      'guidance',
      'extension',
      'refusal',
      'supplement',
      'report',
    ]);
    expect(lettersOf({ ...found, events: [], reply: null, source: 'web' })).toEqual([]);
    expect(lettersOf({ ...found, sender: null })).toEqual([]);
    expect(letter('refusal', { events: [] })).toBeUndefined();
    expect(lettersOf({ ...found, status: 'assigned' })).not.toContain('report');
  });

  it('goes out under its number, on its day, with room for who signs in which capacity', () => {
    const issue = {
      number: '05/TB-SKHCN',
      on: '2026-07-11',
      capacity: 'KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC',
      signer: 'Người Ký Thử',
    };
    expect(letter('extension', {}, { issue })).toMatchObject({
      number: 'Số: 05/TB-SKHCN',
      title: 'THÔNG BÁO',
      subject: 'Về việc gia hạn trả lời phản ánh, kiến nghị, mã hồ sơ PAKN-2026-000001',
      placeAndDay: 'Quảng Ngãi, ngày 11 tháng 7 năm 2026',
      signer: { capacity: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Người Ký Thử' },
      template: { code: 'gia-han', version: 0 },
    });
  });

  it('back to the authority that sent the case on names their number and day, and how it ended', () => {
    expect(letter('report')).toMatchObject({
      title: null,
      to: ['Văn phòng Ủy ban nhân dân tỉnh Thử'],
      copies: ['Như trên (b/c);', 'Lưu: VT, Văn phòng.'],
    });
    const words = letter('report')
      ?.body.map(({ text }) => text)
      .join('\n');
    expect(words).toContain(
      'do Văn phòng Ủy ban nhân dân tỉnh Thử chuyển tại Văn bản số 88/VP-KSTT ngày 30/6/2026',
    );
    expect(words).toContain('Nội dung trả lời người gửi:\nBiểu mẫu sẽ được sửa (dữ liệu thử).');
    const sentOn = letter('report', { status: 'transferred' })
      ?.body.map(({ text }) => text)
      .join('\n');
    expect(sentOn).toContain('Đã chuyển Sở Thử Nghiệm tại Văn bản số 15/SKHCN-VP ngày 05/7/2026.');
  });

  it.each([
    ['letter-reply', 1, '01/SKHCN-VP'],
    ['letter-reply', 9, '09/SKHCN-VP'],
    ['letter-refusal', 10, '10/TB-SKHCN'],
    ['letter-transfer', 123, '123/PC-SKHCN'],
  ])('of %s is numbered %i as %s', (purpose, serial, number) => {
    const template = content.templates.find((one) => one.purpose === purpose);
    if (!template) throw new Error('no template');
    expect(nextNumber(serial, { content, office: department }, template)).toBe(number);
  });
});

it('is a DOCX with the same words', async () => {
  const reply = letter('reply');
  if (!reply) throw new Error('no letter');
  const file = await letterDocx(reply);
  expect(file.subarray(0, 2).toString()).toBe('PK');
  const words = wordText(file);
  for (const part of ['12/SKHCN-VP', 'ngày 15 tháng 7 năm 2026', 'Người Thử Nghiệm', 'Biểu mẫu sẽ được sửa'])
    expect([part, words.includes(part)]).toEqual([part, true]);
});

it.each(lettersOf(found))(
  'of the kind %s stands on paper as Phụ lục I of Nghị định 30/2020/NĐ-CP has it',
  async (kind) => {
    const made = letter(kind);
    if (!made) throw new Error('no letter');
    const xml = wordXml(await letterDocx(made));
    // A4 upright; 20 mm above and below, 30 left, 15 right, in twentieths of a point.
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    /** How some words are set: size in points, and what else. */
    const look = (words: string) => {
      const set =
        [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].find(([, inner]) => inner?.includes(`>${words}`))?.[1] ?? '';
      return [
        Number(/<w:sz w:val="(\d+)"/.exec(set)?.[1]) / 2,
        ...['b', 'i', 'caps'].filter((name) => set.includes(`<w:${name}/>`)),
        /w:ascii="([^"]+)"/.exec(set)?.[1],
      ];
    };
    const times = 'Times New Roman';
    expect(look('UBND tỉnh Quảng Ngãi')).toEqual([12, 'caps', times]);
    expect(look('Sở Khoa học và Công nghệ')).toEqual([12, 'b', 'caps', times]);
    expect(look('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual([12, 'b', times]);
    expect(look('Độc lập - Tự do - Hạnh phúc')).toEqual([13, 'b', times]);
    expect(look('Số: ')).toEqual([13, times]);
    if (made.title === null) expect(look('V/v ')).toEqual([12, times]);
    else {
      expect(look(made.title)).toEqual([14, 'b', times]);
      expect(look('Về việc ')).toEqual([14, 'b', times]);
    }
    expect(look('Quảng Ngãi, ngày ')).toEqual([13, 'i', times]);
    expect(look('Kính gửi: ')).toEqual([14, times]);
    expect(look('Nơi nhận:')).toEqual([12, 'b', 'i', times]);
    expect(look('- Như trên')).toEqual([11, times]);
    expect(look('- Lưu: VT, Văn phòng.')).toEqual([11, times]);
    // The words themselves: justified, the first line drawn in by 10 mm, 6 points between paragraphs, "./." at their end.
    const body = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
      .map(([, inner]) => inner ?? '')
      .filter((inner) => inner.includes('<w:jc w:val="both"/>'));
    expect(body.length).toBeGreaterThan(1);
    for (const inner of body)
      expect(inner).toMatch(
        /<w:spacing w:before="60" w:after="60"\/><w:ind w:firstLine="567"\/>|<w:ind w:firstLine="567"\/>/,
      );
    expect(body.at(-1)).toContain('./.');
  },
);
