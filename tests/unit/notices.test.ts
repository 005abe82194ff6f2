// Notices and reminders without I/O: what letters say, what they never say, whom mornings remind of what.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import { readCalendar } from '../../api/calendar/load.ts';
import { catalogue, JobName, kindOf } from '../../api/jobs/catalogue.ts';
import { errorClass } from '../../api/text/error-class.ts';
import { failureWords } from '../../api/jobs/labels.ts';
import { readEnvironment } from '../../api/portal/env.ts';
import { StepName } from '../../api/cases/lifecycle.ts';
import { caseLetter, caseSms, obligationLetter, reminderLetter } from '../../api/notices/letter.ts';
import { readNotices } from '../../api/notices/load.ts';
import { addressOf, senderDomain } from '../../api/notify/portal-address.ts';
import { isTold } from '../../api/cases/dates/turn.ts';
import { reminderLine, remindersFor, type Owed } from '../../api/officer-mail/reminders.ts';
import { Notices } from '../../api/notices/schema.ts';

const notices = await readNotices(contentDir);
const calendar = buildCalendar((await readCalendar(contentDir)).days);
const facts = {
  number: 'PAKN-2026-000123',
  due: '14/12/2026',
  by: '07/12/2026',
  event: 'Cơ quan đã trả lời',
  status: 'Đã trả lời',
  portal: 'https://coquan.example/tra-cuu',
  department: 'Sở Thử nghiệm',
  words: 'Đề nghị cho biết ngày nộp.',
  reply: 'Biểu mẫu sẽ được sửa.',
};
const letter = (step: StepName, restricted = false, change: Partial<typeof facts> = {}) =>
  caseLetter(notices, { step, restricted, facts: { ...facts, ...change } });

describe('a letter to a sender', () => {
  test('says the step, the date and the way to the case', () => {
    expect(letter('accept')).toEqual({
      subject: 'Hồ sơ PAKN-2026-000123 thuộc thẩm quyền và đang được xử lý',
      text: `Kính gửi Ông/Bà,

Phản ánh, kiến nghị PAKN-2026-000123 thuộc thẩm quyền giải quyết của cơ quan và đang được xử lý.
Hạn trả lời: 14/12/2026.
Theo dõi tại: https://coquan.example/tra-cuu

Trân trọng.
Sở Thử nghiệm

Thư điện tử không được niêm phong nên thư này không nhắc lại nội dung Ông/Bà đã gửi.
Thư này được gửi tự động vì Ông/Bà đã đồng ý nhận thông báo khi gửi phản ánh, kiến nghị. Xin không trả lời thư này.
Cơ quan không hỏi mã tra cứu qua thư, tin nhắn hoặc điện thoại. Xin không gửi mã đó cho bất kỳ ai.
`,
    });
  });

  test('carries the question that was asked and the reply that was approved', () => {
    expect(letter('ask-supplement')?.text).toContain('Nội dung đề nghị bổ sung: Đề nghị cho biết ngày nộp.');
    expect(letter('approve')?.text).toContain('\n\nBiểu mẫu sẽ được sửa.\n\n');
  });

  test('leaves out a line whose fact is missing, without a hole', () => {
    const text = letter('reject', false, { words: '' })?.text ?? '';
    expect(text).not.toContain('Lý do');
    expect(text).not.toMatch(/\n\n\n|[{}]/);
  });

  test('does not exist for guided-out cases, internal steps and steps without a text', () => {
    for (const step of [
      'guide-out',
      'classify',
      'note',
      'return-draft',
      'propose',
      'rate',
      'archive',
    ] as const)
      expect(letter(step)).toBeUndefined();
  });

  test('of a restricted case is the same for every step: only the event and its dates, no status, no words, no reply', () => {
    const told = StepName.options.filter((step) => letter(step));
    expect(told.length).toBeGreaterThan(15);
    for (const step of told) {
      const restricted = letter(step, true);
      expect(restricted?.subject).toBe('Thông báo từ Sở Thử nghiệm');
      expect(restricted?.text).toContain('có thông tin mới: Cơ quan đã trả lời.\n');
      expect(restricted?.text.includes(facts.due)).toBe(letter(step)?.text.includes(facts.due));
      for (const secret of [facts.status, facts.words, facts.reply])
        expect(restricted?.text).not.toContain(secret);
    }
  });

  test('has a subject of one line whatever is filled in', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (number) => {
        expect(letter('accept', false, { number })?.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('does not fill in what a fact itself contains', () => {
    expect(letter('approve', false, { reply: 'Xem {number} và $& ở đây.' })?.text).toContain(
      'Xem {number} và $& ở đây.',
    );
  });
});

test('a text message names the case and the portal, nothing else', () => {
  expect(caseSms(notices, facts)).toBe(
    'Sở Thử nghiệm: hồ sơ PAKN-2026-000123 có thông tin mới. Xin tra cứu tại https://coquan.example/tra-cuu',
  );
});

describe('the wording file', () => {
  test('refuses a place to fill in that does not exist', () => {
    const wrong = { ...notices, greeting: 'Kính gửi {name},' };
    expect(Notices.safeParse(wrong).error?.issues[0]?.message).toMatch(/^Chỗ điền chỉ được là \{number\}/);
  });

  test.each(['{words}', '{reply}', '{status}'])('refuses %s in the letter of a restricted case', (place) => {
    const restricted = { subject: 'Thông báo', body: [`Nội dung: ${place}`] };
    expect(Notices.safeParse({ ...notices, restricted }).success).toBe(false);
    expect(Notices.safeParse({ ...notices, sms: `Báo ${place}` }).success).toBe(false);
  });
});

const owed = (change: Partial<Owed> = {}): Owed => ({
  number: 'PAKN-2026-000001',
  status: 'assigned',
  handlerId: 'xl-1',
  unit: 'phong-a',
  locked: false,
  keeperId: null,
  proposal: null,
  dueOn: '2026-11-30',
  isGuarded: false,
  ...change,
});
const warned = { first: 3, again: 1 };
const handler = { id: 'xl-1', role: 'XL', unit: 'phong-a' } as const;
const head = { id: 'tp-1', role: 'TP', unit: 'phong-a' } as const;
const officer = (role: 'TN' | 'CVP' | 'LD' | 'BT' | 'TP', unit = 'van-phong') => ({
  id: `${role}-1`,
  role,
  unit,
});

describe('the morning reminder', () => {
  // 24/11/2026 is a holiday: Thursday 26/11 and Wednesday 25/11 are 1 and 2 working days before Friday 27/11.
  test.each([
    ['2026-11-23', '2026-11-27', 3],
    ['2026-11-25', '2026-11-27', undefined],
    ['2026-11-26', '2026-11-27', 1],
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-20', '2026-11-27', undefined],
    ['2026-11-30', '2026-11-27', -1],
    ['2026-12-11', '2026-11-27', -10],
  ])('on %s a case due on %s is told with %s working days left', (today, dueOn, daysLeft) => {
    const lines = remindersFor(calendar, today, handler, [owed({ dueOn })], warned);
    expect(lines).toEqual(
      daysLeft === undefined ? [] : [{ number: 'PAKN-2026-000001', dueOn, isGuarded: false, daysLeft }],
    );
  });

  test('goes to who must act: by role, as handler, as head of the unit', () => {
    expect(isTold(officer('TN'), owed({ status: 'submitted' }), false)).toBe(true);
    expect(isTold(officer('CVP'), owed({ status: 'submitted' }), false)).toBe(false);
    expect(isTold(officer('CVP'), owed({ status: 'accepted' }), false)).toBe(true);
    expect(isTold(officer('LD'), owed({ status: 'approving' }), false)).toBe(true);
    expect(isTold(officer('BT'), owed({ status: 'answered' }), false)).toBe(true);
    expect(isTold(handler, owed(), false)).toBe(true);
    expect(isTold({ ...handler, id: 'xl-2' }, owed(), false)).toBe(false);
    expect(isTold(head, owed({ status: 'reply_draft' }), false)).toBe(true);
    expect(isTold(officer('TP', 'phong-b'), owed({ status: 'reply_draft' }), false)).toBe(false);
  });

  test('tells the head of the unit too once the handler is late', () => {
    expect(isTold(head, owed(), false)).toBe(false);
    expect(isTold(head, owed(), true)).toBe(true);
    expect(isTold(officer('TP', 'phong-b'), owed(), true)).toBe(false);
  });

  test('of a proposal goes to who must sign it, not to who made it', () => {
    const waiting = owed({ status: 'submitted', proposal: { step: 'reject', proposedBy: 'another' } });
    expect(isTold(officer('CVP'), waiting, false)).toBe(true);
    expect(isTold(officer('TN'), waiting, false)).toBe(false);
  });

  test('tells nobody of what waits for the sender', () => {
    for (const viewer of [handler, head, officer('TN'), officer('CVP'), officer('LD'), officer('BT')])
      expect(isTold(viewer, owed({ status: 'need_info' }), true)).toBe(false);
  });

  test('lists the latest first, each with its date and the days', () => {
    const open = [
      owed({ number: 'PAKN-2026-000003', dueOn: '2026-11-27' }),
      owed({ number: 'PAKN-2026-000001', dueOn: '2026-11-30' }),
      owed({ number: 'PAKN-2026-000002', dueOn: '2026-11-25' }),
    ];
    expect(remindersFor(calendar, '2026-11-27', handler, open, warned).map(reminderLine)).toEqual([
      '- PAKN-2026-000002: hạn 25/11/2026, quá hạn 02 ngày làm việc',
      '- PAKN-2026-000003: hạn 27/11/2026, hạn là hôm nay',
      '- PAKN-2026-000001: hạn 30/11/2026, còn 01 ngày làm việc',
    ]);
  });

  test('says nothing of a restricted case but its number', () => {
    const [line] = remindersFor(calendar, '2026-11-27', handler, [owed({ isGuarded: true })], warned);
    expect(line && reminderLine(line)).toBe('- PAKN-2026-000001');
  });

  test('is a letter in Vietnamese that names cases and dates only', () => {
    const { subject, text } = reminderLetter(notices, {
      due: '27/11/2026',
      count: '2',
      cases:
        '- PAKN-2026-000002: hạn 25/11/2026, quá hạn 02 ngày làm việc\n- PAKN-2026-000003: hạn 27/11/2026, hạn là hôm nay',
      views: '- Chờ tôi xử lý: 2',
      portal: 'https://coquan.example/can-bo',
      department: 'Sở Thử nghiệm',
    });
    expect(subject).toBe('Việc ngày 27/11/2026. Số hồ sơ chờ Ông/Bà xử lý là 2');
    expect(text).toContain(
      'quá hạn 02 ngày làm việc\n- PAKN-2026-000003: hạn 27/11/2026, hạn là hôm nay\n\nXin đăng nhập',
    );
    expect(text).not.toContain('đồng ý nhận thông báo');
    expect(text).not.toContain('Báo cáo, kế hoạch');
  });

  test('has what is owed to others under the cases, and is a letter of its own where there is no case', () => {
    const facts = {
      due: '27/11/2026',
      count: '1',
      cases: '- PAKN-2026-000003: hạn 27/11/2026, hạn là hôm nay',
      obligations: '- Báo cáo thử, năm 2026: hạn 04/12/2026, còn 05 ngày làm việc',
      portal: 'https://coquan.example/can-bo',
      department: 'Sở Thử nghiệm',
      views: '- Chờ tôi xử lý: 1',
    };
    expect(reminderLetter(notices, facts).text).toContain(
      'hạn là hôm nay\n\nBáo cáo, kế hoạch sắp đến hạn hoặc quá hạn:\n\n- Báo cáo thử, năm 2026: hạn 04/12/2026, còn 05 ngày làm việc\n\nXin đăng nhập',
    );
    const alone = obligationLetter(notices, { ...facts, cases: '' });
    expect(alone.subject).toBe('Nhắc việc 27/11/2026. Số báo cáo, kế hoạch sắp đến hạn hoặc quá hạn là 1');
    expect(alone.text).toContain('- Báo cáo thử, năm 2026');
    expect(alone.text).not.toContain('hồ sơ');
  });
});

describe('the catalogue of jobs', () => {
  test('lets data hold ids, days and the name of a letter only', () => {
    const fields = JobName.options.flatMap((name) => Object.keys(kindOf(name).data.shape));
    expect(new Set(fields)).toEqual(
      new Set([
        'batchId',
        'caseId',
        'letterId',
        'requestId',
        'seq',
        'staffId',
        'day',
        'subscriptionId',
        'round',
        'decision',
        'letter',
        'about',
      ]),
    );
    expect(
      catalogue.notice.data.safeParse({ caseId: crypto.randomUUID(), seq: 1, email: 'a@b.c' }).success,
    ).toBe(false);
    expect(catalogue.reminder.data.safeParse({ staffId: 'Nguyễn Văn A', day: '2026-11-27' }).success).toBe(
      false,
    );
  });
});

describe('what is kept of a failure', () => {
  test('is its class, never its message', () => {
    const refused = Object.assign(new Error('550 no such user nguoi.thu@example.vn'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(errorClass(refused)).toBe('EENVELOPE 550');
    expect(errorClass(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(errorClass(new TypeError('nguoi.thu@example.vn'))).toBe('TypeError');
    expect(errorClass(Object.assign(new Error('x'), { code: 'nguoi.thu@example.vn' }))).toBe('Error');
    expect(errorClass('nguoi.thu@example.vn')).toBe('unknown');
  });
});

test.each([
  ['EAUTH 535', 'Máy chủ thư không nhận tài khoản của cổng. Kiểm tra SMTP_URL.'],
  ['EENVELOPE 451', 'Máy chủ thư tạm thời không nhận thư gửi tới địa chỉ này.'],
  ['EENVELOPE 550', 'Máy chủ thư từ chối địa chỉ nhận. Địa chỉ có thể đã sai hoặc không còn dùng.'],
  ['ECONNREFUSED', 'Không nối được tới máy chủ bên ngoài (thư, kho tệp hoặc quét vi-rút).'],
  ['57P01', 'Cơ sở dữ liệu tạm ngừng.'],
  ['TypeError', 'Lỗi của hệ thống. Xem nhật ký của máy chủ.'],
])('the failure %s is told to staff in words', (error, words) => {
  expect(failureWords(error)).toBe(words);
});

describe('addresses and settings', () => {
  test('name the portal by its public origin, else as it is reached on this machine', () => {
    expect(addressOf({ PUBLIC_ORIGIN: 'https://coquan.example', PORT: 4321 }, '/tra-cuu')).toBe(
      'https://coquan.example/tra-cuu',
    );
    expect(addressOf({ PORT: 4321 }, '/tra-cuu')).toBe('http://localhost:4321/tra-cuu');
    expect(senderDomain({ MAIL_FROM: 'Sở Thử nghiệm <thu@coquan.example>' })).toBe('coquan.example');
    expect(senderDomain({ MAIL_FROM: 'thu@coquan.example' })).toBe('coquan.example');
  });

  test.each([
    [{ SMTP_URL: 'http://mail.example' }, /SMTP_URL: viết dạng smtp:/],
    [{ MAIL_FROM: 'không phải địa chỉ' }, /MAIL_FROM: viết một địa chỉ thư/],
    [{ MAIL_FROM: 'thu@coquan.example\r\nBcc: khac@example.vn' }, /MAIL_FROM/],
    [{ WORKER: 'outside' }, /WORKER/],
  ])('%j is refused with a sentence', (env, sentence) => {
    expect(() => readEnvironment(env)).toThrow(sentence);
  });
});
