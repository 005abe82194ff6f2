// A letter that waits in a browser: the same body as the server makes of the same form, and true words on where it stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import { bodyOf } from '../../site/lib/form/body.ts';
import { kindOf, shapeOf } from '../../site/lib/form/shape.ts';
import { bodyFrom, type Fields, missingIn } from '../../site/scripts/offline/body.ts';
import { standingWords } from '../../site/scripts/offline/words.ts';

const fields: Fields = Object.fromEntries(
  Object.entries(shapeOf(SubmitCase))
    .map(([name, field]) => [name, kindOf(field)] as const)
    .filter(([, { type }]) => type !== 'other')
    .map(([name, { type, isNullable }]) => [name, { type, isNullable, missing: `Thiếu ${name}.` }]),
);
const names = Object.keys(fields);

test('every field of the form but its files is known to the browser', () => {
  expect(Object.keys(shapeOf(SubmitCase)).filter((name) => !names.includes(name))).toEqual(['attachments']);
  expect([...new Set(Object.values(fields).map(({ type }) => type))].toSorted()).toEqual(['boolean', 'text']);
});

test('the browser makes the same body of a form as the server', () => {
  const typed = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.string(), fc.constantFrom('yes', '', ' ')),
  );
  fc.assert(
    fc.property(typed, (values) => {
      const body = JSON.parse(JSON.stringify(bodyOf(SubmitCase, values))) as object;
      expect(JSON.parse(JSON.stringify(bodyFrom(fields, values)))).toEqual(body);
    }),
  );
});

test('what is missing is named; a telephone or an address for mail is enough', () => {
  const some: Fields = {
    body: { type: 'text', isNullable: false, missing: 'Kể việc đã xảy ra.' },
    phone: { type: 'text', isNullable: false, missing: 'Cần một cách liên hệ.' },
    email: { type: 'text', isNullable: false },
  };
  expect(missingIn(some, { body: ' ', email: 'a@thu.example' })).toEqual([['body', 'Kể việc đã xảy ra.']]);
  expect(missingIn(some, { body: 'Có.' })).toEqual([['phone', 'Cần một cách liên hệ.']]);
});

test('where a letter stands is said as it is known', () => {
  const writtenAt = Date.parse('2026-11-30T03:05:00Z');
  expect(standingWords({ writtenAt }, 'vi')).toBe(
    'Chưa gửi: phiếu viết lúc 10:05 ngày 30/11/2026 đang chờ mạng trên máy này.',
  );
  expect(standingWords({ writtenAt, isUnsure: true }, 'vi')).toContain('chưa rõ Sở đã nhận hay chưa');
  expect(standingWords({ writtenAt, isUnsure: true, refused: ['Nhập họ và tên.'] }, 'vi')).toBe(
    'Sở chưa nhận phiếu viết lúc 10:05 ngày 30/11/2026: ',
  );
  expect(standingWords({ writtenAt, isTaken: true }, 'vi')).toBe(
    'Sở đã nhận phiếu viết lúc 10:05 ngày 30/11/2026 từ trước; mã tra cứu lúc đó không xem lại được ở đây. Không còn mã thì mở “Tra cứu”, chọn “Quên mã tra cứu”.',
  );
  const receipt = { number: 'PAKN-2026-000001', receivedAt: '2026-11-30T17:30:00Z' };
  expect(standingWords({ writtenAt, isUnsure: true, receipt }, 'vi')).toBe(
    'Sở đã nhận lúc 00:30 ngày 01/12/2026, mã hồ sơ PAKN-2026-000001.',
  );
  expect(standingWords({ writtenAt }, 'en')).toBe(
    'Not sent: what you wrote at 10:05 (Vietnam time) on 30 November 2026 waits on this device for a connection.',
  );
  expect(standingWords({ writtenAt, receipt }, 'en')).toBe(
    'Received at 00:30 (Vietnam time) on 1 December 2026, case number PAKN-2026-000001.',
  );
});
