// Whatever the citizens' way refuses is said in English too.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CaseKey } from '../../api/cases/case-key.ts';
import { SubmitCase } from '../../api/cases/intake/intake-schema.ts';
import {
  AskForCode,
  ConfirmAddress,
  MailReceipt,
  RenewCode,
} from '../../api/cases/sender/own-mail-schema.ts';
import { RateCase } from '../../api/cases/schema.ts';
import { SenderStep } from '../../api/cases/sender/sender-schema.ts';
import { fieldErrors } from '../../api/forms/validation.ts';
import { awayProblem } from '../../api/problems/away.ts';
import { englishOf, inEnglish, sentences } from '../../api/problems/english/in-english.ts';

const vietnamese = /[À-ỹĐđ]/u;
const key = { number: 'PAKN-2026-000123', secret: 'ABCDEFGHJKLMNPQRSTUV' };
const whole = {
  contentCode: '5.1',
  body: 'Việc đã xảy ra ở quầy số một (dữ liệu thử).',
  kind: 'person',
  name: 'Thử Nghiệm',
  address: 'Thôn Thử Một',
  phone: '0900000000',
  readPrivacyNotice: true,
};
const odd: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  7,
  true,
  [],
  {},
  '\u0000',
  'a'.repeat(20_000),
  'a'.repeat(400),
  'a@b',
  'a@b.example, c@d.example',
  'ten@gmail.con',
  '09',
  '0900000000; 0911111111',
  '2026-02-31',
];

test('every wrong value of every field of the forms has its English sentence', () => {
  const bodies = [
    ...Object.keys(SubmitCase.shape).flatMap((name) =>
      odd.map((value) => SubmitCase.safeParse({ ...whole, [name]: value })),
    ),
    SubmitCase.safeParse({}),
    SubmitCase.safeParse({ ...whole, phone: '', email: '' }),
    SubmitCase.safeParse({ ...whole, consentsToNotices: true }),
    SubmitCase.safeParse({ ...whole, 'ô lạ': 1 }),
    ...['number', 'secret'].flatMap((name) =>
      odd.map((value) => CaseKey.safeParse({ ...key, [name]: value })),
    ),
    ...[AskForCode, RenewCode, ConfirmAddress, MailReceipt].flatMap((schema) =>
      ['number', 'secret', 'email', 'token', 'key'].flatMap((name) =>
        odd.map((value) => schema.safeParse({ ...key, [name]: value })),
      ),
    ),
    ...['score', 'reason', 'comment'].flatMap((name) =>
      odd.map((value) => RateCase.safeParse({ ...key, score: 'satisfied', [name]: value })),
    ),
    ...[
      'supply',
      'remark',
      'continue',
      'correct-contact',
      'choose-name',
      'rotate-secret',
      'withdraw',
      'none',
    ].flatMap((step) =>
      ['text', 'attachments', 'address', 'phone', 'email', 'name', 'key'].flatMap((name) =>
        odd.map((value) => SenderStep.safeParse({ ...key, step, [name]: value })),
      ),
    ),
  ];
  const refused = bodies.flatMap(({ error }) => (error ? fieldErrors(error) : []));
  expect(refused.length).toBeGreaterThan(400);
  const untold = new Set(
    refused.map(({ detail }) => detail).filter((detail) => englishOf(detail) === undefined),
  );
  expect([...untold]).toEqual([]);
});

// Where sentences of refusals stand that the citizens' way can meet; what is said to programs and officers only is left out.
const sources = [
  'api/forms/validation.ts',
  'api/allowances/service.ts',
  'api/attachments/attach-service.ts',
  'api/attachments/ooxml.ts',
  'api/attachments/upload.ts',
  'api/attachments/tools/judging/content.ts',
  'api/attachments/tools/judging/image.ts',
  'api/cases/case-key.ts',
  'api/cases/sender/lookup-service.ts',
  'api/cases/sender/lost-code-service.ts',
  'api/cases/sender/mailed-receipt-service.ts',
  'api/cases/sender/own-address-service.ts',
  'api/cases/sender/own-mail-schema.ts',
  'api/drafts/hand-service.ts',
  'site/pages/phan-anh/gui/index.astro',
  'api/cases/sender/sender-service.ts',
  'api/cases/sender/stop-notices-service.ts',
  'api/cases/intake/submission-service.ts',
  'api/doors/body-limits.ts',
  'api/doors/body-sizes.ts',
  'api/doors/listener.ts',
  'api/doors/read-body.ts',
  'api/procedures/choosing.ts',
  'site/lib/form/uploads.ts',
];
const notRefusals = [
  // Put together of parts; the whole is asked below.
  'Hãy thử lại sau 7, hoặc gọi đường dây nóng.',
  '“7” không còn làm được ở trạng thái hiện tại của hồ sơ7. Hãy tải lại trang.',
  'Tệp đã gửi lên',
  // To officers, by their own door.
  'Tệp số liệu quá 500 kB. Chép số liệu vào tệp mẫu rồi gửi lại.',
  'Nội dung quá dài, không lưu nháp được. Hãy chép ra tệp khác rồi viết ngắn lại.',
];

test('no sentence of a refusal stands in the sources without its English twin', () => {
  const untold = sources.flatMap((file) => {
    const text = fs
      .readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')
      .replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    return [...text.matchAll(/'([^'\n]{12,})'|`([^`]{12,})`/g)]
      .map(
        ([, plain = '', filled = '']) =>
          plain || filled.replaceAll(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '7'),
      )
      .filter((sentence) => vietnamese.test(sentence) && /[.!?]$/.test(sentence.trim()))
      .filter((sentence) => !notRefusals.includes(sentence) && englishOf(sentence) === undefined)
      .map((sentence) => `${file}: ${sentence}`);
  });
  expect(untold).toEqual([]);
});

test('what is filled in is kept, a title stands before its detail, a file before its fault', () => {
  expect(inEnglish('Dài quá 3000 ký tự. Hãy viết ngắn lại.')).toBe(
    'Longer than 3000 characters. Please shorten it.',
  );
  expect(inEnglish('Không tìm thấy. Không có gì ở địa chỉ này.')).toBe(
    'Not found. There is nothing at this address.',
  );
  expect(inEnglish('“ảnh.png”: Tệp rỗng (0 byte). Hãy chọn lại tệp.')).toBe(
    '“ảnh.png”: The file is empty (0 bytes). Choose the file again.',
  );
  expect(inEnglish('Hãy thử lại sau 12 phút, hoặc gọi đường dây nóng.')).toBe(
    'Please try again in 12 minutes, or turn to the hotline.',
  );
  for (const end of ['', ' này'])
    expect(
      inEnglish(`“Bổ sung” không còn làm được ở trạng thái hiện tại của hồ sơ${end}. Hãy tải lại trang.`),
    ).toMatch(
      /^This can no longer be done in the present state of th(?:e|is) case\. Please reload the page\.$/,
    );
  for (const method of ['GET', 'POST'])
    for (const isKeyed of [true, false])
      for (const unknown of [true, false]) {
        const { detail = '' } = awayProblem({ method, isKeyed, outcome: { unknown, written: false } });
        expect(englishOf(detail)).not.toBe(undefined);
      }
  expect(
    inEnglish('Mã này không đúng, đã được dùng, hoặc đã quá 07 ngày. Hãy xem lại mã trên máy kia.'),
  ).toBe(
    'This code is not right, was used already, or its days are over (07). Look at the code on the other device again.',
  );
  expect(englishOf('Nhập mã viết tiếp gồm 20 ký tự, hiện trên máy kia.')).toBe(
    'Enter the code of 20 characters that is shown on the other device.',
  );
  expect(inEnglish('Một câu lạ.')).toBe('This was not accepted. In Vietnamese: Một câu lạ.');
});

test('the English twins speak no Vietnamese, and fill in nothing that the Vietnamese does not', () => {
  for (const [said, english] of Object.entries(sentences)) {
    expect(english).not.toMatch(vietnamese);
    const names = [...said.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [, name] of english.matchAll(/\{(\w+)\}/g)) expect(names).toContain(name);
  }
});
