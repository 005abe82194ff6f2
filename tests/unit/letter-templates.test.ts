// Templates: fields are read and filled once, unknown ones are refused by name, the closest one fits.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { fieldNames, fieldOf, fields } from '../../api/letters/fields.ts';
import { blank, fillTemplate, readTemplate } from '../../api/letters/filling.ts';
import { readLetters } from '../../api/letters/load.ts';
import { DocumentNumber } from '../../api/letters/schema.ts';
import { fitting, Purpose, purposeLabel, TemplateWords } from '../../api/letters/template.ts';
import { wordingFaults } from '../../api/start/check/wording.ts';

const { templates, types } = await readLetters(contentDir);

describe('a text with fields', () => {
  it('is filled from the case, a missing one with dots', () => {
    expect(fillTemplate('Mã {{mã hồ sơ}}, hạn {{ Hạn  trả lời }}.', { 'mã hồ sơ': 'PAKN-2026-000123' })).toBe(
      `Mã PAKN-2026-000123, hạn ${blank}.`,
    );
  });

  it('never reads what a value holds for fields again', () => {
    expect(fillTemplate('{{lời của cán bộ}}', { 'lời của cán bộ': '{{người gửi}} {{không có}}' })).toBe(
      '{{người gửi}} {{không có}}',
    );
  });

  it.each([
    ['Kính gửi {{tên người}}', 'Không có trường “tên người”. Chọn trong danh sách trường.'],
    ['Kính gửi {{người gửi', 'Dấu {{ chưa có dấu đóng }}: “{{người gửi”.'],
    ['Kính gửi người gửi}}', 'Dấu }} chưa có dấu mở {{: “Kính gửi người gửi}}”.'],
    ['{{}}', 'Không có trường “”. Chọn trong danh sách trường.'],
  ])('%s is refused with a sentence', (text, wrong) => {
    expect(readTemplate(text)).toEqual({ wrong });
  });

  it('names nobody where it is kept after erasure', () => {
    expect(readTemplate('trả lời {{người gửi}}', { kept: true })).toMatchObject({
      wrong: expect.stringContaining('“người gửi” có thể nêu tên'),
    });
    expect(readTemplate('trả lời {{mã hồ sơ}}', { kept: true })).toHaveProperty('parts');
  });

  test('any text without braces stays as it is, and every field stands where it was put', () => {
    const plain = fc.string().map((text) => text.replaceAll(/[{}]/g, ''));
    fc.assert(fc.property(plain, (text) => fillTemplate(text, {}) === text));
    fc.assert(
      fc.property(
        plain,
        fc.constantFrom(...fieldNames),
        plain,
        fc.string(),
        (before, field, after, value) => {
          const filled = fillTemplate(`${before}{{${field}}}${after}`, { [field]: value });
          return filled === `${before}${value || blank}${after}`;
        },
      ),
    );
  });
});

test('a name of a field is known in capitals, with wide spaces, and in either form of its accents', () => {
  for (const name of fieldNames) {
    expect(fieldOf(` ${name.normalize('NFD').toUpperCase().replaceAll(' ', '   ')} `)).toBe(name);
    expect(wordingFaults(fields[name].gives)).toEqual([]);
  }
});

describe('the templates that come along', () => {
  it.each(templates.map((one) => [one.code, one] as const))('%s can be read, with its ground', (_, one) => {
    const { code: _code, version, ...words } = one;
    expect(version).toBe(0);
    expect(TemplateWords.safeParse(words).error).toBeUndefined();
    expect(wordingFaults(one.source)).toEqual([]);
  });

  it('have one for every kind of letter, on whatever matter, in whatever state', () => {
    for (const purpose of Purpose.options.filter((one) => one.startsWith('letter-')))
      expect([purpose, fitting(templates, purpose, { track: null, status: 'submitted' }).length > 0]).toEqual(
        [purpose, true],
      );
    expect(Object.keys(types)).toHaveLength(4);
  });
});

test('the template that is bound most closely comes first; one bound to another matter or state is not offered', () => {
  const of = (track: 'rule' | 'conduct' | null, status: 'submitted' | 'assigned') =>
    fitting(templates, 'words-ask-supplement', { track, status }).map(({ code }) => code);
  expect(of(null, 'submitted')).toEqual(['lay-y-kien-ro-noi-dung', 'thieu-ten-dia-chi']);
  expect(of(null, 'assigned')).toEqual(['thieu-ten-dia-chi']);
  const replies = (track: 'rule' | 'conduct') =>
    fitting(templates, 'letter-reply', { track, status: 'approving' }).map(({ code }) => code);
  expect(replies('conduct')).toEqual(['tra-loi-hanh-vi', 'tra-loi']);
  expect(replies('rule')).toEqual(['tra-loi']);
});

test('every purpose is called by the letter or the step', () => {
  expect(purposeLabel('letter-transfer')).toBe('Văn bản: Phiếu chuyển cơ quan có thẩm quyền');
  expect(purposeLabel('words-reject')).toBe('Chèn vào bước: Không tiếp nhận');
});

test.each([
  ['05/TB-SKHCN', '05/TB-SKHCN'],
  [' 1234 / SKHCN - VP ', '1234/SKHCN-VP'],
  ['12/UBND-ĐĐ1', '12/UBND-ĐĐ1'],
  ['123', '123'],
])('the number %j is taken as %s', (typed, number) => {
  expect(DocumentNumber.parse(typed)).toBe(number);
});

test.each(['', 'abc', '12/Nguyễn Văn A', '12/skhcn', '1234567/TB', '12//VP', '5/TB-', 'x'.repeat(5_000)])(
  'the number %j is refused',
  (typed) => {
    expect(DocumentNumber.safeParse(typed).success).toBe(false);
  },
);
