// What the procedures in content/ promise: strict files, three-way parts, all 81 there under their own names.
import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentDir } from '../../api/content/read.ts';
import { completeness, formsOf, statutoryParts } from '../../api/procedures/completeness.ts';
import { formWords, shortTimeLimit, timeLimitText } from '../../api/procedures/labels.ts';
import { readProcedures } from '../support/worlds/stored-procedures.ts';
import { isSuperseded } from '../../api/procedures/order.ts';
import { type Procedure, ProcedureFile, publicProcedure } from '../../api/procedures/schema.ts';

const folder = path.join(contentDir, 'procedures');
const read = async (slug: string) =>
  parse(await fs.readFile(path.join(folder, `${slug}.yaml`), 'utf8')) as object;
const good = await read('1.014431');
const procedures = await readProcedures([], '2026-11-21');
const all = [...procedures.values()];

const procedure = (slug: string): Procedure => {
  const found = procedures.get(slug);
  if (!found) throw new Error(`no procedure ${slug}`);
  return found;
};
const complaintsAbout = (change: object) => {
  const parsed = ProcedureFile.safeParse({ ...good, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

describe('a file of content/procedures', () => {
  test('is accepted as it stands', () => {
    expect(complaintsAbout({})).toEqual([]);
  });

  test('may not have an unknown key', () => {
    expect(complaintsAbout({ codeUnverified: '1.001770' })[0]).toContain('codeUnverified');
  });

  test.each([
    ['an empty text', '', 'Đang để trống. Ghi nội dung, hoặc ghi unknown nếu chưa có thông tin.'],
    ['white space', '  ', 'Đang để trống. Ghi nội dung, hoặc ghi unknown nếu chưa có thông tin.'],
    ['a filler', 'Đang cập nhật', 'Chữ điền cho có không phải nội dung. Ghi unknown nếu chưa có thông tin.'],
    ['a dash', '–', 'Chữ điền cho có không phải nội dung. Ghi unknown nếu chưa có thông tin.'],
    ['nothing', null, 'Ghi giá trị đúng khuôn, hoặc none: lời của nguồn'],
  ])('may not leave a part blank: %s', (_, conditions, says) => {
    const complaints = complaintsAbout({ conditions });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`conditions: ${says}`);
  });

  test('may not have an empty list of steps', () => {
    expect(complaintsAbout({ steps: [] })).toHaveLength(1);
  });

  test('tells "the source says none" from "not known" and from a value', () => {
    expect(complaintsAbout({ fee: 'unknown' })).toEqual([]);
    expect(complaintsAbout({ fee: { none: 'Không quy định' } })).toEqual([]);
    expect(complaintsAbout({ fee: { text: '500.000 đồng', amountVnd: 500000 } })).toEqual([]);
    expect(complaintsAbout({ fee: { none: '' } })).toHaveLength(1);
    expect(complaintsAbout({ fee: { none: 'Không', amountVnd: 0 } })).toHaveLength(1);
  });

  test('keeps its code in quotes, because 2.000058 is also a number', () => {
    expect(complaintsAbout({ code: 2.000058 })).toEqual([
      'code: Cần một đoạn chữ. Số có dấu chấm như 1.014446 phải đặt trong dấu nháy.',
    ]);
  });

  test('may not give an amount of time without its unit', () => {
    const timeLimit = { text: '10 ngày', amount: 10, unit: null, from: null };
    expect(complaintsAbout({ timeLimit })[0]).toContain('Có số thì phải có đơn vị');
  });

  test('is confirmed only with a day and a person', () => {
    expect(complaintsAbout({ review: { state: 'confirmed', on: null, by: null } })).toEqual([
      'review: Đã rà soát thì phải có ngày và người.',
    ]);
    expect(complaintsAbout({ review: { state: 'confirmed', on: '2026-11-20', by: 'Văn phòng Sở' } })).toEqual(
      [],
    );
  });

  test('gives its text in NFC whatever was typed', () => {
    const decomposed = 'Thu\u031b\u0309';
    expect(ProcedureFile.parse({ ...good, name: decomposed }).name).toBe('Thử');
  });
});

describe('the published procedures', () => {
  test('are 81, of which 30 have a code read in a source', () => {
    expect(all).toHaveLength(81);
    expect(all.filter(({ code }) => code !== null)).toHaveLength(30);
  });

  test('belong to five fields', () => {
    const counts = Map.groupBy(all, ({ field }) => field);
    expect(Object.fromEntries([...counts].map(([field, members]) => [field, members.length]))).toEqual({
      'Bưu chính': 7,
      'Hoạt động khoa học và công nghệ': 39,
      'Năng lượng nguyên tử, an toàn bức xạ và hạt nhân': 12,
      'Sở hữu trí tuệ': 5,
      'Tiêu chuẩn đo lường chất lượng': 18,
    });
  });

  test('stand in files named by their code', () => {
    for (const { slug, code } of all) if (code) expect(slug).toBe(code);
    expect(all.every(({ slug }) => /^[a-z0-9.-]{1,80}$/.test(slug))).toBe(true);
  });

  test.each([
    [
      '1.014446',
      'Thủ tục cấp thay đổi nội dung, cấp lại Giấy chứng nhận doanh nghiệp khoa học và công nghệ (Nghị định số 268/2025/NĐ-CP)',
    ],
    [
      '2.000058',
      'Thủ tục đặt và tặng giải thưởng về khoa học và công nghệ của tổ chức, cá nhân cư trú hoặc hoạt động hợp pháp tại Việt Nam',
    ],
    ['1.004379', 'Cấp lại giấy phép bưu chính khi bị mất hoặc hư hỏng không sử dụng được (cấp tỉnh)'],
    ['cap-giay-phep-buu-chinh-cap-tinh', 'Cấp giấy phép bưu chính (cấp tỉnh)'],
    [
      'khai-bao-thiet-bi-x-quang-chan-doan-trong-y-te',
      'Thủ tục khai báo thiết bị X-quang chẩn đoán trong y tế',
    ],
    ['cong-bo-su-dung-dau-dinh-luong', 'Thủ tục công bố sử dụng dấu định lượng'],
  ])('keep the literal name of %s', (slug, name) => {
    expect(procedure(slug).name).toBe(name);
  });

  test('are all waiting for review, eight of them superseded, and none has a decision of the province', () => {
    expect(all.every(({ review }) => review.state === 'needs-review')).toBe(true);
    expect(all.filter(isSuperseded).map(({ slug }) => slug)).toEqual([
      'cap-giay-chung-nhan-khi-thay-doi-ten-to-chuc-khoa-hoc-va-cong-nghe',
      'cap-thay-doi-noi-dung-cap-lai-giay-chung-nhan-doanh-nghiep-khoa-hoc-va-cong-nghe',
      'dang-ky-ket-qua-nhiem-vu-khoa-hoc-va-cong-nghe-khong-su-dung-ngan-sach',
      'quy-trinh-tuyen-chon-va-xet-duyet-sang-kien-cap-tinh',
      'cap-giay-chung-nhan-doanh-nghiep-khoa-hoc-va-cong-nghe',
      '1.000173',
      '2.002131',
      '1.003542',
    ]);
    expect(all.every(({ decisions }) => decisions.province === null)).toBe(true);
  });

  test("keep another province's decision as where it was seen, a ministry's as the ministry's", () => {
    expect(procedure('1.010902').decisions).toEqual({
      ministry: null,
      province: null,
      seenIn: [
        {
          number: '1220/QĐ-UBND',
          signedOn: '2022-05-24',
          authority: 'Chủ tịch UBND tỉnh Thừa Thiên Huế',
          note: null,
        },
      ],
    });
    expect(procedure('khai-bao-thiet-bi-x-quang-chan-doan-trong-y-te').decisions).toEqual({
      ministry: {
        number: '1915/QĐ-BKHCN',
        signedOn: '2023-08-28',
        authority: 'Bộ Khoa học và Công nghệ',
        note: null,
      },
      province: null,
      seenIn: [],
    });
  });

  test('never turn months into days', () => {
    const inMonths = all.flatMap(({ slug, timeLimit }) =>
      typeof timeLimit === 'object' && 'unit' in timeLimit && timeLimit.unit === 'months'
        ? [`${slug}: ${timeLimit.amount}`]
        : [],
    );
    expect(inMonths).toEqual([
      '1.011939: 3',
      'quy-trinh-tuyen-chon-va-xet-duyet-sang-kien-cap-tinh: 3',
      '1.003542: 1',
    ]);
  });

  test('are written in NFC', async () => {
    for (const file of await fs.readdir(folder)) {
      const text = await fs.readFile(path.join(folder, file), 'utf8');
      expect(text === text.normalize('NFC'), file).toBe(true);
    }
  });

  test('show no code that no source has confirmed', () => {
    const shown = JSON.stringify(all.map(publicProcedure));
    for (const code of ['1.001770', '1.001786', '2.002278', '2.001277', '2.002380', '1.003659', '1.002145'])
      expect(shown).not.toContain(code);
    expect(all.filter(({ provenance }) => provenance.unverifiedCode).length).toBe(28);
  });

  test('do not speak of the abolished levels 3 and 4', () => {
    expect(JSON.stringify(all.map(publicProcedure))).not.toMatch(/mức độ [34]/i);
  });
});

describe('what a reader is told', () => {
  test('a limit in the words of the source, nothing where nothing is known', () => {
    expect(timeLimitText(procedure('1.014444'))).toBe('28 ngày kể từ ngày nhận được hồ sơ hợp lệ');
    expect(timeLimitText(procedure('2.002711'))).toBe('Không quy định (thời hạn chung)');
    expect(timeLimitText(procedure('2.002724'))).toBeNull();
  });

  test('a limit in a few words', () => {
    expect(shortTimeLimit(procedure('1.014393'))).toBe('30 ngày làm việc');
    expect(shortTimeLimit(procedure('1.014446'))).toBe('10 ngày');
    expect(shortTimeLimit(procedure('1.011939'))).toBe('03 tháng');
    expect(shortTimeLimit(procedure('1.014431'))).toBe('15 ngày (có trường hợp khác)');
    expect(shortTimeLimit(procedure('2.000058'))).toBe('25 ngày làm việc');
    expect(shortTimeLimit(procedure('1.011814'))).toBe('Nhiều mốc, xem trong thủ tục');
    expect(shortTimeLimit(procedure('2.002724'))).toBeNull();
  });

  test('a form by its own name, a file elsewhere as a form', () => {
    expect(formWords('Mẫu số 10 Phụ lục Nghị định số 74/2018/NĐ-CP')).toBe(
      'Mẫu số 10 Phụ lục Nghị định số 74/2018/NĐ-CP',
    );
    expect(formWords('Mẫu 1.doc')).toBe('Theo mẫu');
  });
});

describe('the eight parts of Điều 8', () => {
  test('stand in the order of the law', () => {
    expect(statutoryParts.map(({ letter }) => letter).join(' ')).toBe('a b c d đ e g h');
  });

  test('are counted as done only when nothing in them is unknown', () => {
    expect(completeness(procedure('1.014392'))).toEqual({
      done: 6,
      of: 8,
      lacking: ['Thành phần, số lượng hồ sơ', 'Mẫu đơn, tờ khai; kết quả; yêu cầu, điều kiện; phí, lệ phí'],
    });
    expect(completeness(procedure('cap-lai-giay-phep-van-chuyen-hang-nguy-hiem-loai-5-va-loai-8')).done).toBe(
      1,
    );
  });

  test('count "none" as known', () => {
    const known = completeness({ ...procedure('1.014392'), sets: { none: 'Không quy định' } });
    expect(known.done).toBe(7);
  });

  test('name the forms of the papers', () => {
    expect(formsOf(procedure('1.000449'))).toEqual([
      {
        paper: 'Bản công bố sử dụng dấu định lượng trên nhãn hàng đóng gói sẵn',
        form: 'Bản công bố sử dụng dấu định lượng trên nhãn hàng đóng gói sẵn.docx',
      },
    ]);
    expect(formsOf(procedure('1.014393'))).toBe('unknown');
  });
});
