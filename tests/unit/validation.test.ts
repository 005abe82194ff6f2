// What every text field promises: nothing unreadable gets in, nothing typed is misjudged, every refusal says what to do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
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
