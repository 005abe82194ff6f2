// Notices to senders and reminders to officers, on a real PostgreSQL, a real SMTP server and real files.
import fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { sendNotice } from '../../api/notices/notice-service.ts';
import { claimNotice } from '../../api/notify/sent-repository.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { forgetJobs, plan, runJobs } from '../support/portal/jobs.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';
import { openMailing, type Mailing } from '../support/portal/mailing.ts';
import { openTestPortal } from '../support/portal/portal.ts';

const agreed = { email: 'nguoi.thu@example.vn', consentsToNotices: true };
let mailing: Mailing;
let at: Mailing['at'];
let mailbox: Mailing['mailbox'];
let crew: Crew;

beforeAll(async () => {
  mailing = await openMailing('2026-11-20T08:30:00+07:00');
  ({ at, mailbox } = mailing);
  crew = await openCrew(at);
});
afterAll(() => mailing.close());
beforeEach(async () => {
  at.clock.set('2026-11-20T08:30:00+07:00');
  await forgetJobs(at.portal);
  mailbox.letters.length = 0;
});

const idOf = async (number: string) =>
  (await at.portal.db.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirstOrThrow())
    .id;

describe('a sender who agreed', () => {
  test('gets a receipt by mail: number and date due, in Vietnamese, without the secret', async () => {
    const { number, secret } = await submit(at, agreed);
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toHaveLength(1);
    const [letter] = mailbox.letters;
    expect(letter).toMatchObject({
      from: 'thu@coquan.example',
      to: ['nguoi.thu@example.vn'],
      subject: `Đã nhận và vào sổ phản ánh, kiến nghị ${number}`,
    });
    expect(letter?.text).toContain(`vào sổ tiếp nhận với mã hồ sơ ${number}.\nHạn trả lời: 14/12/2026.\n`);
    expect(letter?.text).toContain('tại https://coquan.example/tra-cuu, bằng mã hồ sơ');
    expect(letter?.text).not.toContain(secret);
    expect(letter?.calendar).toMatch(/^DTSTART;VALUE=DATE:20261214$/m);
    expect(letter?.calendar).toMatch(new RegExp(`^SUMMARY:Hạn trả lời hồ sơ ${number}$`, 'm'));
    expect(letter?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(letter?.headers).toMatch(/^Date: Fri, 20 Nov 2026 01:30:00 \+0000$/m);
  });

  test('is told of each public step of the way, and of no internal one', async () => {
    await crew.caseIn('published', agreed);
    await runJobs(at.portal);
    expect(mailbox.letters.map(({ subject }) => subject.replace(/PAKN-\d+-\d+/, '…')).sort()).toEqual([
      'Hồ sơ … thuộc thẩm quyền và đang được xử lý',
      'Kết quả hồ sơ … đã được công khai',
      'Trả lời phản ánh, kiến nghị …',
      'Đã nhận và vào sổ phản ánh, kiến nghị …',
    ]);
    const answer = mailbox.letters.find(({ subject }) => subject.startsWith('Trả lời'));
    expect(answer?.text).toContain(`như sau.\n\n${reply.body}\n\n`);
  });

  test('reads in the letter what is asked of them', async () => {
    const { number } = await submit(at, agreed);
    await crew.take('TN', number, 'ask-supplement', {
      question: 'Xin cho biết ngày nộp hồ sơ (dữ liệu thử).',
    });
    await runJobs(at.portal);
    const asked = mailbox.letters.find(({ subject }) => subject.startsWith('Cần bổ sung'));
    expect(asked?.subject).toBe(`Cần bổ sung chậm nhất ngày 07/12/2026: hồ sơ ${number}`);
    expect(asked?.calendar).toMatch(/^DTSTART;VALUE=DATE:20261207$/m);
    expect(asked?.text).toContain('Nội dung đề nghị bổ sung: Xin cho biết ngày nộp hồ sơ (dữ liệu thử).\n');
  });

  test('is told that the case stands alone again when the common one ends without an answer, with the day of the answer', async () => {
    const [main, second] = [await submit(at), await submit(at, agreed)];
    await crew.take('TN', second.number, 'merge', {
      contentCode: '5.2',
      into: main.number,
      reason: 'Cùng phản ánh một biểu mẫu (dữ liệu thử).',
    });
    await runJobs(at.portal);
    mailbox.letters.length = 0;
    const { number, secret } = main;
    await post(at, '/api/cases/steps', { step: 'withdraw', number, secret });
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toHaveLength(1);
    const [letter] = mailbox.letters;
    expect(letter?.subject).toBe(`Hồ sơ ${second.number} được xem xét riêng, hạn trả lời 14/12/2026`);
    expect(letter?.text).toContain('Hạn trả lời: 14/12/2026, tính từ ngày nhận');
    expect(letter?.calendar).toMatch(/^DTSTART;VALUE=DATE:20261214$/m);
    // Of the other case, which is somebody else's, it says nothing.
    expect(letter?.text).not.toContain(main.number);
  });

  test('whose box is refused for good is not written to again; the officer and the look-up tell it until it is corrected', async () => {
    const { number, secret } = await submit(at, agreed);
    mailbox.refuse(550);
    try {
      expect(await runJobs(at.portal)).toEqual(['notice done']);
    } finally {
      mailbox.refuse(false);
    }
    const lookUp = async () => (await post(at, '/api/cases/lookup', { number, secret })).body;
    const sender = async () => (await crew.seen('TN', number)).body['sender'];
    const refusedAt = '2026-11-20T01:30:00.000Z';
    expect(await lookUp()).toMatchObject({ emailRefusedAt: refusedAt });
    expect(await sender()).toMatchObject({ email: agreed.email, emailRefusedAt: refusedAt });
    await crew.take('TN', number, 'ask-supplement', {
      question: 'Xin cho biết ngày nộp hồ sơ (dữ liệu thử).',
    });
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toEqual([]);
    const address = { address: 'Số 1, xã Thử, tỉnh Thử', email: 'dia-chi-moi@example.vn' };
    await post(at, '/api/cases/steps', { step: 'correct-contact', number, secret, ...address });
    expect(await lookUp()).toMatchObject({ emailRefusedAt: null });
    expect(await sender()).toMatchObject({ email: address.email, emailRefusedAt: null });
  });

  test('whose letter an officer has back is not written to again; who does not see the sender cannot say so', async () => {
    const { number } = await submit(at, agreed);
    await forgetJobs(at.portal);
    const note = async (who: 'TN' | 'BT') =>
      (await post(at, `/api/staff/cases/${number}/refused-mail`, {}, crew.officers[who].headers)).status;
    expect([await note('BT'), await note('TN')]).toEqual([404, 204]);
    await crew.take('TN', number, 'ask-supplement', {
      question: 'Xin cho biết ngày nộp hồ sơ (dữ liệu thử).',
    });
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toEqual([]);
  });

  test('stops the letters by the link in any of them, once, and the case goes on', async () => {
    const { number, secret } = await submit(at, agreed);
    await runJobs(at.portal);
    const [letter] = mailbox.letters;
    const token = /thoi-nhan-thu\?ma=([\w-]{48})$/m.exec(letter?.text ?? '')?.[1] ?? '';
    expect(letter?.headers).toContain(
      `List-Unsubscribe: <https://coquan.example/tra-cuu/thoi-nhan-thu?ma=${token}>`,
    );
    expect(letter?.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const stop = async (body: object) => (await post(at, '/api/cases/stop-notices', body)).status;
    const wrong = `${token.slice(0, -2)}AA`;
    expect([await stop({ token: wrong }), await stop({ token }), await stop({ token })]).toEqual([
      404, 204, 204,
    ]);
    mailbox.letters.length = 0;
    await crew.take('TN', number, 'ask-supplement', { question: 'Xin cho biết ngày nộp (dữ liệu thử).' });
    await runJobs(at.portal);
    expect(mailbox.letters).toEqual([]);
    const { body } = await post(at, '/api/cases/lookup', { number, secret });
    const told = (body as any).timeline.map(({ text }: { text: string }) => text);
    expect(
      told.filter((text: string) => text === 'Đã thôi gửi thư về hồ sơ này, theo đường dẫn trong thư.'),
    ).toHaveLength(1);
    await sequenceLedger(at.portal);
    expect(await verifyLedger(at.owner, { key: at.portal.signer })).toMatchObject({ fits: true });
  });

  test('gets one letter though the job is done twice', async () => {
    const { number } = await submit(at, agreed);
    const event = { caseId: await idOf(number), seq: 1 };
    await sendNotice(at.portal, event);
    await sendNotice(at.portal, event);
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toHaveLength(1);
    expect(
      await at.portal.db.selectFrom('sentNotices').selectAll().where('caseId', '=', event.caseId).execute(),
    ).toEqual([
      {
        caseId: event.caseId,
        seq: 1,
        channel: 'email',
        claimedAt: new Date('2026-11-20T01:30:00Z'),
        sentAt: new Date('2026-11-20T01:30:00Z'),
      },
    ]);
  });

  test('gets one letter though two workers do the job at the same moment', async () => {
    const { number } = await submit(at, agreed);
    const event = { caseId: await idOf(number), seq: 1 };
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => sendNotice(at.portal, event)));
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await sendNotice(at.portal, event);
    expect(mailbox.letters).toHaveLength(1);
  });

  test('gets the letter again, under the same Message-ID, only after a worker died while sending', async () => {
    const { number } = await submit(at, agreed);
    const event = { caseId: await idOf(number), seq: 1 };
    await sendNotice(at.portal, event);
    await at.portal.db
      .updateTable('sentNotices')
      .set({ sentAt: null })
      .where('caseId', '=', event.caseId)
      .execute();
    await expect(sendNotice(at.portal, event)).rejects.toThrow('in hand elsewhere');
    at.clock.set('2026-11-20T08:40:00+07:00');
    await sendNotice(at.portal, event);
    expect(mailbox.letters).toHaveLength(2);
    expect(mailbox.letters[0]?.messageId).toMatch(/^<[\w-]{43}@coquan\.example>$/);
    expect(mailbox.letters[1]?.messageId).toBe(mailbox.letters[0]?.messageId);
  });

  test('and changed their mind, or whose data was erased, gets nothing more', async () => {
    const { number } = await submit(at, agreed);
    const caseId = await idOf(number);
    await at.portal.db
      .updateTable('caseSenders')
      .set({ consentsToNotices: false })
      .where('caseId', '=', caseId)
      .execute();
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toEqual([]);
    expect(await claimNotice(at.portal.db, { caseId, seq: 1, channel: 'email' }, at.portal.now())).toBe(
      'claimed',
    );
  });
});

describe('nothing is written to', () => {
  test('a sender who did not agree: not even a job', async () => {
    await crew.caseIn('published', { email: 'khong.nhan@example.vn' });
    expect(await runJobs(at.portal)).toEqual([]);
    expect(mailbox.letters).toEqual([]);
  });

  test('a sender whose case turned out to be khiếu nại, tố cáo: not even the letters that were waiting', async () => {
    const { number } = await submit(at, agreed);
    await at.portal.db
      .updateTable('cases')
      .set({ locked: true, status: 'guided_out' })
      .where('number', '=', number)
      .execute();
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters).toEqual([]);
  });

  test('a telephone, while there is no gateway: the job ends and nothing counts as sent', async () => {
    const { number } = await submit(at, agreed);
    const caseId = await idOf(number);
    await at.portal.db.updateTable('caseSenders').set({ email: null }).where('caseId', '=', caseId).execute();
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(
      await at.portal.db.selectFrom('sentNotices').selectAll().where('caseId', '=', caseId).execute(),
    ).toEqual([]);
  });
});

test('the sender of a restricted case gets one neutral letter: the event, no status, no words', async () => {
  const { number } = await submit(at, { ...agreed, contentCode: '5.1' });
  await runJobs(at.portal);
  mailbox.letters.length = 0;
  await crew.take('TN', number, 'classify', {
    contentCode: '5.1',
    summary: 'Chậm trả kết quả (dữ liệu thử).',
  });
  expect((await crew.take('TN', number, 'refer-conduct')).status).toBe(200);
  await runJobs(at.portal);
  expect(
    mailbox.letters.map(({ subject, text }) => ({ subject, text: text.replace(/ma=[\w-]{48}/g, 'ma=…') })),
  ).toEqual([
    {
      subject: 'Thông báo từ Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
      text: `Kính gửi Ông/Bà,

Hồ sơ ${number} của Ông/Bà có thông tin mới: Đã trình lãnh đạo giao xử lý.
Hạn trả lời: 14/12/2026.

Để bảo đảm bí mật, thư này không nêu nội dung. Xin mở trang tra cứu, nhập mã hồ sơ và mã tra cứu đã ghi trên giấy biên nhận: https://coquan.example/tra-cuu

Trân trọng.
Sở Khoa học và Công nghệ tỉnh Quảng Ngãi

Thư điện tử không được niêm phong nên thư này không nhắc lại nội dung Ông/Bà đã gửi.
Thư này được gửi tự động vì Ông/Bà đã đồng ý nhận thông báo khi gửi phản ánh, kiến nghị. Xin không trả lời thư này.
Xác nhận địa chỉ thư này, để khi quên mã tra cứu Ông/Bà tự lấy lại được: https://coquan.example/tra-cuu/xac-nhan-thu?ma=…
Thôi nhận thư về hồ sơ này: https://coquan.example/tra-cuu/thoi-nhan-thu?ma=…
Cơ quan không hỏi mã tra cứu qua thư, tin nhắn hoặc điện thoại. Xin không gửi mã đó cho bất kỳ ai.
`,
    },
  ]);
});

test('without a mail server letters become files that only the portal may read', async () => {
  const dataDir = await temporaryFolder();
  const own = await openTestPortal({ now: '2026-11-20T08:30:00+07:00', env: { DATA_DIR: dataDir } });
  try {
    const { number } = await submit(own, agreed);
    expect(await runJobs(own.portal)).toEqual(['notice done']);
    const folder = path.join(dataDir, 'mail');
    const files = await fs.readdir(folder);
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.eml$/)]);
    const file = path.join(folder, files[0] ?? '');
    expect(((await fs.stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(((await fs.stat(folder)).mode & 0o777).toString(8)).toBe('700');
    const letter = readLetter(await fs.readFile(file, 'latin1'));
    expect(letter.subject).toBe(`Đã nhận và vào sổ phản ánh, kiến nghị ${number}`);
    expect(letter.headers).toMatch(/^To: nguoi\.thu@example\.vn$/m);
  } finally {
    await own.close();
  }
});

describe('the morning reminder', () => {
  test('is one letter per officer who must act, with numbers and dates and nothing else', async () => {
    const own = await openTestPortal({
      now: '2026-11-20T08:30:00+07:00',
      env: { SMTP_URL: mailbox.url, PUBLIC_ORIGIN: 'https://coquan.example' },
      content: { obligations: { trackedFrom: '2026-11-20', obligations: [] } },
    });
    try {
      const team = await openCrew(own);
      // Triage due on Wednesday 25/11: Tuesday 24/11 is a holiday.
      const waiting = await submit(own);
      const assigned = await team.caseIn('assigned');
      // Monday: one working day before.
      own.clock.set('2026-11-23T07:30:00+07:00');
      await plan(own.portal, 'reminders');
      await runJobs(own.portal);
      // Who sees the whole register has it in the counts of the desk; who must act has its number and date.
      expect(mailbox.letters.map(({ to }) => to[0]).sort()).toEqual(
        (['CVP', 'LD', 'TN', 'XL'] as const).map((who) => team.officers[who].email).sort(),
      );
      const letter = mailbox.letters.find(({ to }) => to[0] === team.officers.TN.email);
      expect(letter?.subject).toBe('Việc ngày 23/11/2026. Số hồ sơ chờ Ông/Bà xử lý là 1');
      expect(letter?.text).toContain(
        `lúc gửi thư:\n\n- Chờ tôi xử lý: 1\n- Sắp đến hạn: 1\n\nSắp đến hạn hoặc quá hạn, đang chờ`,
      );
      expect(letter?.text).toContain(
        `\n- ${waiting.number}: hạn 25/11/2026, còn 01 ngày làm việc\n\nXin đăng nhập để xem và xử lý: https://coquan.example/can-bo\n`,
      );
      for (const hidden of [assigned.number, 'Người Thử Nghiệm', 'bản giấy'])
        expect(letter?.text).not.toContain(hidden);

      // The whole handling is due on Monday 14/12; on Tuesday 15/12 it is late, and the head of the unit learns it too.
      mailbox.letters.length = 0;
      own.clock.set('2026-12-15T07:30:00+07:00');
      await plan(own.portal, 'reminders');
      await runJobs(own.portal);
      const told = mailbox.letters.filter(({ text }) => text.includes(assigned.number));
      expect(told.map(({ to }) => to[0]).sort()).toEqual(
        [team.officers.TP.email, team.officers.XL.email].sort(),
      );
      expect(told[0]?.text).toContain(`- ${assigned.number}: hạn 14/12/2026, quá hạn 01 ngày làm việc\n`);

      // Asked for again on the same day, nobody gets a second one.
      mailbox.letters.length = 0;
      await plan(own.portal, 'reminders');
      expect(await runJobs(own.portal)).toEqual(['reminders done']);
      expect(mailbox.letters).toEqual([]);
    } finally {
      await own.close();
    }
  });

  test.each([
    ['a Saturday', '2026-11-21T07:30:00+07:00'],
    ['a holiday', '2026-11-24T07:30:00+07:00'],
  ])('does not go out on %s', async (_, day) => {
    at.clock.set(day);
    await plan(at.portal, 'reminders');
    expect(await runJobs(at.portal)).toEqual(['reminders done']);
    expect(mailbox.letters).toEqual([]);
  });

  test('never names a case to the person it complains of', async () => {
    const { number } = await submit(at, { contentCode: '5.1' });
    const caseId = await idOf(number);
    await at.portal.db
      .updateTable('cases')
      .set({
        status: 'assigned',
        handlerId: crew.officers.XL.id,
        unit: 'quan-ly-cong-nghe',
        stageDueOn: null,
        dueOn: '2026-11-20',
      })
      .where('id', '=', caseId)
      .execute();
    await at.portal.db
      .insertInto('caseSubjects')
      .values({ caseId, unit: 'quan-ly-cong-nghe', staffId: crew.officers.XL.id })
      .execute();
    await plan(at.portal, 'reminders');
    await runJobs(at.portal);
    expect(mailbox.letters.filter(({ text }) => text.includes(number))).toEqual([]);
  });
});

test('no row of the queue holds a name, an address, a telephone number, a text or a secret', async () => {
  mailbox.refuse(true);
  const { secret } = await submit(at, agreed);
  await crew.caseIn('published', agreed);
  await plan(at.portal, 'reminders');
  await runJobs(at.portal, { evenLater: true });
  mailbox.refuse(false);
  const { rows } = await sql<{ row: string }>`select to_jsonb(j)::text as row from jobs.job j`.execute(
    at.portal.db,
  );
  expect(rows.length).toBeGreaterThan(5);
  const all = rows.map(({ row }) => row).join('\n');
  for (const personal of [
    'Người Thử',
    'nguoi.thu',
    '@',
    '0900',
    'Thôn Thử',
    'bản giấy',
    'mailbox of',
    'stack',
    secret,
  ])
    expect(all).not.toContain(personal);
});
