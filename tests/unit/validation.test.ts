// What every text field promises: nothing unreadable gets in, nothing typed is misjudged, every refusal says what to do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import { typedDay } from '../../api/forms/typed-day.ts';
import { PostingMark, ReceivedDay } from '../../api/posting/schema.ts';
import { ObligationMark } from '../../api/obligations/views.ts';
import { ChangeRound } from '../../api/surveys/round.ts';
import { TakeStep } from '../../api/cases/steps/step-schema.ts';
import { TakeRequestStep } from '../../api/requests/schema.ts';
import { fieldErrors, line, paragraphs, visible } from '../../api/forms/validation.ts';

const missing = 'Nhập ô này.';
const name = line({ min: 2, max: 5, missing });
const body = paragraphs({ min: 3, max: 10, missing });
const unreadable = 'Có ký tự không đọc được (ký tự điều khiển). Hãy xóa và gõ lại đoạn này.';

const errorsOf = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldErrors(parsed.error);
};

describe('text', () => {
  test.each(['ab\u0000', 'ab\u001b', 'ab\u0085', 'ab\ud800', '\udc00ab'])(
    'control characters and lone surrogates are refused, once, with a sentence: %j',
    (text) => {
      expect(errorsOf(name, text)).toEqual([{ pointer: '', detail: unreadable }]);
      expect(errorsOf(body, text)).toEqual([{ pointer: '', detail: unreadable }]);
    },
  );

  test('text is kept in NFC, also when an invisible mark stood between letter and accent', () => {
    expect(name.parse('Ha\u0300')).toBe('H\u00e0');
    expect(name.parse('e\u200b\u0301x')).toBe('\u00e9x');
    expect(body.parse('Ha\u0300 No\u0323\u0302i')).toBe('H\u00e0 N\u1ed9i');
  });

  test('direction and zero-width marks leave one-line fields, and stay in paragraphs where they are shown', () => {
    expect(name.parse('\u202eab\u200b\ufeff')).toBe('ab');
    expect(body.parse('ab\u202ec')).toBe('ab\u202ec');
    expect(visible('ab\u202ec\u200b')).toBe('ab⟨U+202E⟩c⟨U+200B⟩');
    expect(visible('a\u{e0041}')).toBe('a⟨U+E0041⟩');
  });

  test('a text of nothing visible is a missing text', () => {
    expect(errorsOf(name, ' \u3164\u200b ')).toEqual([{ pointer: '', detail: missing }]);
    expect(errorsOf(body, '\u200b\u200b\u2060\u200b')).toEqual([{ pointer: '', detail: missing }]);
    expect(errorsOf(body, undefined)).toEqual([{ pointer: '', detail: missing }]);
  });

  test('lengths are counted in characters, not in code units or bytes', () => {
    expect(name.parse('😀😀😀😀😀')).toBe('😀😀😀😀😀');
    expect(name.parse('ắắắắắ'.normalize('NFD'))).toBe('ắắắắắ');
    expect(errorsOf(name, '😀')).toEqual([{ pointer: '', detail: missing }]);
    expect(errorsOf(name, 'abcdef')).toEqual([
      { pointer: '', detail: 'Dài quá 5 ký tự. Hãy viết ngắn lại.' },
    ]);
  });

  test('one-line text has single spaces, paragraphs keep their lines', () => {
    expect(name.parse('  a\t\n b ')).toBe('a b');
    expect(body.parse(' a\r\nb\rc\n\nd ')).toBe('a\nb\nc\n\nd');
  });

  test('whatever is accepted is well formed, in NFC, within its bounds, and accepted again unchanged', () => {
    const wide = line({ max: 40, missing });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = wide.safeParse(text);
        if (!parsed.success) return;
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(parsed.data.normalize('NFC')).toBe(parsed.data);
        expect([...parsed.data].length).toBeLessThanOrEqual(40);
        expect(wide.parse(parsed.data)).toBe(parsed.data);
        expect(visible(parsed.data)).toBe(parsed.data);
      }),
    );
  });
});

describe('refusals', () => {
  const schema = z.strictObject({
    days: z.int(),
    kind: z.enum(['person', 'organisation']),
    sender: z.strictObject({ phones: z.array(z.string().max(3)).min(1) }),
  });

  test('every refusal points to its field in Vietnamese', () => {
    expect(errorsOf(schema, { days: 1.5, kind: 'x', sender: { phones: ['0912'] } })).toEqual([
      { pointer: '/days', detail: 'Giá trị không đúng kiểu.' },
      { pointer: '/kind', detail: 'Chỉ nhận một trong các giá trị: person, organisation.' },
      { pointer: '/sender/phones/0', detail: 'Giá trị quá lớn hoặc quá dài (nhiều nhất 3).' },
    ]);
    expect(errorsOf(schema, { days: '1', kind: 'person' })).toEqual([
      { pointer: '/days', detail: 'Giá trị không đúng kiểu.' },
      { pointer: '/sender', detail: 'Cần điền ô này.' },
    ]);
    expect(errorsOf(schema, null)).toEqual([{ pointer: '', detail: 'Giá trị không đúng kiểu.' }]);
  });

  test('unknown fields are refused one by one, with valid JSON pointers', () => {
    const sent = { days: 1, kind: 'person', sender: { phones: ['1'], x: 1 }, 'a/b~c': 1, zz: 2 };
    expect(errorsOf(schema, sent)).toEqual([
      { pointer: '/sender/x', detail: 'Không có ô nào tên là “x”. Hãy bỏ ô này.' },
      { pointer: '/a~1b~0c', detail: 'Không có ô nào tên là “a/b~c”. Hãy bỏ ô này.' },
      { pointer: '/zz', detail: 'Không có ô nào tên là “zz”. Hãy bỏ ô này.' },
    ]);
  });
});

test('a form sent empty is told everything that it lacks at once, the rule over two fields with it', () => {
  for (const typed of ['', 'x'.repeat(60_000)])
    expect(
      errorsOf(SubmitCase, { body: typed, name: typed, address: typed, phone: '', email: '' }).map(
        ({ pointer }) => pointer,
      ),
    ).toEqual(['/contentCode', '/body', '/kind', '/name', '/address', '/readPrivacyNotice', '/phone']);
});

describe('a day in a form of officers', () => {
  const day = typedDay('Ghi ngày văn bản.');
  const wrong = 'Ghi đủ ngày, tháng, năm của một ngày có thật, ví dụ 05/01/2026.';
  test.each(['2026-01-05', '5/1/2026', '05/01/2026', '05-01-2026', '5.1.2026', ' 5/1/2026 '])(
    'is taken as it is typed: %j',
    (typed) => {
      expect(day.parse(typed)).toBe('2026-01-05');
    },
  );
  test.each(['5/1', '5/1/26', '31/2/2026', '2026-02-31', '29/2/2027', 'mai', `5/1/2026${' '.repeat(50)}x`])(
    'is refused with what to do where it is none, or its year is not said: %j',
    (typed) => {
      expect(errorsOf(day, typed)).toEqual([{ pointer: '', detail: wrong }]);
    },
  );
  test('says what is missing where nothing is typed', () => {
    expect(errorsOf(day, '')).toEqual([{ pointer: '', detail: 'Ghi ngày văn bản.' }]);
    expect(errorsOf(day, undefined)).toEqual([{ pointer: '', detail: 'Ghi ngày văn bản.' }]);
  });
  test('is read so in every form: steps, requests, posting, obligations, rounds', () => {
    const typed = '5/1/2026';
    expect(ReceivedDay.parse({ on: typed, after: null }).on).toBe('2026-01-05');
    expect(ChangeRound.parse({ closesOn: typed }).closesOn).toBe('2026-01-05');
    expect(
      PostingMark.options[0].omit({ place: true }).parse({ done: true, on: typed, after: null }).on,
    ).toBe('2026-01-05');
    const marks = ObligationMark.options.filter((one) => 'on' in one.shape);
    expect(marks).toHaveLength(2);
    for (const { shape } of marks) expect('on' in shape && shape.on.parse(typed)).toBe('2026-01-05');
    const paper = { agency: 'Sở Thử', documentNumber: '12/CV', documentOn: typed };
    expect(TakeStep.parse({ step: 'transfer', version: 1, ...paper })).toMatchObject({
      documentOn: '2026-01-05',
    });
    const answer = { step: 'answer', version: 1, text: 'Đã xem xét (dữ liệu thử).', letterOn: typed };
    expect(TakeRequestStep.parse(answer)).toMatchObject({ letterOn: '2026-01-05' });
  });
});
