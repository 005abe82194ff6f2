// Letters that a sender asks for, on a real PostgreSQL and a real SMTP server: a lost code, proof of an address, a receipt.
import fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { erasePersonalData } from '../../api/cases/privacy/erase-service.ts';
import { tidyAskedLetters } from '../../api/notices/asked-letter-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { forgetJobs, runJobs } from '../support/portal/jobs.ts';
import { openMailing, type Mailing } from '../support/portal/mailing.ts';
import { openTestPortal } from '../support/portal/portal.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';

const email = 'Nguoi.Thu@example.vn';
const typed = 'nguoi.thu@example.vn';
const start = '2026-11-20T08:30:00+07:00';
const key = 'mot-lan-tao-ma-moi-0001';
let mailing: Mailing;
let at: Mailing['at'];
let mailbox: Mailing['mailbox'];
let crew: Crew;

beforeAll(async () => {
  mailing = await openMailing(start);
  ({ at, mailbox } = mailing);
  crew = await openCrew(at);
});
afterAll(() => mailing.close());
beforeEach(async () => {
  at.clock.set(start);
  await forgetJobs(at.portal);
  await at.portal.db.deleteFrom('askedLetters').execute();
  mailbox.letters.length = 0;
});

type Key = { number: string; secret: string };
const call = (path: string, body: object) => post(at, `/api/cases/${path}`, body);
const lookUp = async ({ number, secret }: Key) => await call('lookup', { number, secret });
const tokenIn = (text = '', page = '') =>
  new RegExp(`/tra-cuu/${page}\\?ma=([\\w-]{48})`).exec(text)?.[1] ?? '';
const rowsOf = async () => {
  const { rows } = await sql<{ asked: number; links: number; addresses: number }>`
    select (select count(*)::int from asked_letters) as asked, (select count(*)::int from code_links) as links,
      (select count(*)::int from confirmed_addresses) as addresses`.execute(at.portal.db);
  return rows[0];
};

/** A case whose sender has confirmed the address. */
async function confirmed(change: object = {}): Promise<Key> {
  const { number, secret } = await submit(at, { email, ...change });
  await call('address-letter', { number, secret });
  await runJobs(at.portal);
  const token = tokenIn(mailbox.letters.at(-1)?.text, 'xac-nhan-thu');
  expect((await call('confirm-address', { number, secret, token })).status).toBe(204);
  mailbox.letters.length = 0;
  return { number, secret };
}

/** Asks for a new code and answers the token of the letter; '' when none went out. */
async function lose(number: string, address = typed): Promise<string> {
  expect(await call('lost-code', { number, email: address })).toMatchObject({ status: 202, body: undefined });
  expect(await runJobs(at.portal, { name: 'asked-letter' })).toEqual(['asked-letter done']);
  const letter = mailbox.letters.splice(0).at(-1);
  return tokenIn(letter?.text, 'cap-lai-ma');
}

const deadLink =
  'Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Hãy mở trang tra cứu, chọn “Quên mã tra cứu” để nhận thư mới.';
async function refused(token: string, otherKey = key) {
  const { status, body } = await call('renew-code', { token, key: otherKey });
  expect([status, body['detail']]).toEqual([404, deadLink]);
}

describe('an address', () => {
  test('is confirmed by the link of its letter and the code of the case together; each alone does nothing', async () => {
    const { number, secret } = await submit(at, { email, consentsToNotices: true });
    const other = await submit(at, { email: 'nguoi.khac@example.vn' });
    await runJobs(at.portal);
    // The first letter carries the link already.
    const token = tokenIn(mailbox.letters.at(-1)?.text, 'xac-nhan-thu');
    expect(token).toHaveLength(48);
    const tries = [
      [{ number, secret: other.secret, token }, 404],
      [{ number: other.number, secret: other.secret, token }, 409],
      [{ number, secret, token: token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) }, 409],
    ] as const;
    for (const [body, status] of tries) expect((await call('confirm-address', body)).status).toBe(status);
    expect((await lookUp({ number, secret })).body).toMatchObject({ emailConfirmed: false });
    expect((await call('confirm-address', { number, secret, token })).status).toBe(204);
    expect((await call('confirm-address', { number, secret, token })).status).toBe(204);
    expect((await lookUp({ number, secret })).body).toMatchObject({ emailConfirmed: true });
    // From now on letters carry none, and an address that is given anew is another one.
    mailbox.letters.length = 0;
    await crew.take('TN', number, 'ask-supplement', { question: 'Xin cho biết ngày nộp (dữ liệu thử).' });
    await runJobs(at.portal);
    expect(mailbox.letters.map(({ text }) => text.includes('xac-nhan-thu'))).toEqual([false]);
    await call('steps', {
      step: 'correct-contact',
      number,
      secret,
      address: 'Số 1, xã Thử, tỉnh Thử',
      email: 'dia-chi-moi@example.vn',
    });
    expect((await lookUp({ number, secret })).body).toMatchObject({ emailConfirmed: false });
    expect((await call('confirm-address', { number, secret, token })).status).toBe(409);
  });

  test('that is not there, or is asked for the fourth time a day, is refused in a sentence', async () => {
    const silent = await submit(at, { email: undefined, phone: '0905 123 456' });
    const { number, secret } = silent;
    expect((await call('address-letter', { number, secret })).body['detail']).toBe(
      'Hồ sơ này không có thư điện tử. Hãy sửa thông tin liên hệ trước.',
    );
    expect((await lookUp(silent)).body).toMatchObject({ emailConfirmed: null });
    const mine = await submit(at, { email });
    const ask = async () =>
      (await call('address-letter', { number: mine.number, secret: mine.secret })).status;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([202, 202, 202, 429]);
  });
});

describe('a lost code', () => {
  test('is given anew by the link of one letter: the old one is dead, the step told, the log kept', async () => {
    const mine = await confirmed({ consentsToNotices: true });
    const before = await at.portal.db.selectFrom('securityEvents').select('id').execute();
    expect(await call('lost-code', { number: mine.number.toLowerCase(), email: typed })).toMatchObject({
      status: 202,
    });
    await runJobs(at.portal, { name: 'asked-letter' });
    const letter = mailbox.letters.splice(0).at(-1);
    expect(letter).toMatchObject({ to: [email], subject: 'Tạo mã tra cứu mới, trước 09:30 ngày 20/11/2026' });
    expect(letter?.text).toContain('Đường dẫn dùng được một lần, đến 09:30 ngày 20/11/2026.');
    expect(letter?.text).not.toContain(mine.secret);
    const token = tokenIn(letter?.text, 'cap-lai-ma');
    const { status, body } = await call('renew-code', { token, key });
    expect([status, Object.keys(body).toSorted(), body['number']]).toEqual([
      200,
      ['number', 'secret'],
      mine.number,
    ]);
    const secret = String(body['secret']);
    expect((await lookUp(mine)).status).toBe(404);
    const seen = (await lookUp({ number: mine.number, secret })).body;
    expect((seen['timeline'] as { text: string }[]).at(-1)?.text).toBe(
      'Đã cấp lại mã tra cứu theo đề nghị báo mất mã; mã cũ không còn tác dụng.',
    );
    await runJobs(at.portal, { name: 'notice' });
    expect(mailbox.letters.map(({ subject }) => subject)).toEqual([
      `Mã tra cứu của hồ sơ ${mine.number} đã được cấp lại`,
    ]);
    const log = await at.portal.db.selectFrom('securityEvents').selectAll().orderBy('id', 'desc').execute();
    expect(log.length).toBe(before.length + 1);
    expect(log[0]).toMatchObject({
      kind: 'code-renewed',
      actorId: null,
      subjectId: null,
      account: null,
      network: null,
    });
    // The same form again, over a line that broke, is told the same code; the link opened anew gives none.
    expect((await call('renew-code', { token, key })).body).toEqual(body);
    await refused(token, 'mot-lan-tao-ma-moi-0002');
    expect((await lookUp({ number: mine.number, secret })).status).toBe(200);
    at.clock.set('2026-11-20T09:30:00+07:00');
    await refused(token);
  });

  test('is answered alike whatever was typed, and a letter goes to the confirmed address of that case alone', async () => {
    const mine = await confirmed();
    const other = await submit(at, { email });
    const asked: [string, string][] = [
      ['PAKN-2026-999999', typed],
      [mine.number, 'nguoi.khac@example.vn'],
      [other.number, typed],
      [mine.number, typed],
    ];
    const answers = [];
    for (const [number, address] of asked) answers.push(await call('lost-code', { number, email: address }));
    for (const { status, body } of answers) expect([status, body]).toEqual([202, undefined]);
    expect((await rowsOf())?.asked).toBe(4);
    // What waits tells nobody for whom it is.
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(a) - 'asked_at' || jsonb_build_object('job', (select jsonb_agg(data) from jobs.job)) as row
      from asked_letters a`.execute(at.portal.db);
    expect(JSON.stringify(rows)).not.toMatch(/example\.vn|PAKN-/i);
    await runJobs(at.portal);
    expect(mailbox.letters.map(({ to }) => to)).toEqual([[email]]);
    expect(await rowsOf()).toMatchObject({ asked: 0 });
  });

  test('is written about three times a day and no more, without a word of it', async () => {
    const mine = await confirmed();
    for (let time = 0; time < 5; time += 1)
      expect((await call('lost-code', { number: mine.number, email: typed })).status).toBe(202);
    await runJobs(at.portal);
    expect(mailbox.letters).toHaveLength(3);
  });

  test('is not to be had by a link that is forged, late, or older than the code or the address', async () => {
    const mine = await confirmed();
    await refused('A'.repeat(48));
    await refused('không phải đường dẫn');
    const [late, beforeChange] = [await lose(mine.number), await lose(mine.number)];
    const { secret } = (await call('steps', { step: 'rotate-secret', ...mine })).body as Key;
    await refused(beforeChange);
    const beforeAddress = await lose(mine.number);
    at.clock.set('2026-11-20T09:30:00+07:00');
    await refused(late);
    at.clock.set('2026-11-20T09:00:00+07:00');
    await call('steps', {
      step: 'correct-contact',
      number: mine.number,
      secret,
      address: 'Số 1, xã Thử, tỉnh Thử',
      email: 'dia-chi-moi@example.vn',
    });
    await refused(beforeAddress);
    expect((await lookUp({ number: mine.number, secret })).status).toBe(200);
    at.clock.set('2026-11-20T10:30:00+07:00');
    await tidyAskedLetters(at.portal);
    expect(await rowsOf()).toMatchObject({ links: 0 });
  });

  test('asked for twice is given by one of two links that are used at the same moment; the other is dead', async () => {
    const mine = await confirmed();
    const links = [await lose(mine.number), await lose(mine.number)];
    const answers = await Promise.all(links.map((token) => call('renew-code', { token, key })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  });

  test('of a restricted case is told by number and event only; of a locked one nobody is written to', async () => {
    const mine = await confirmed({ contentCode: '5.1' });
    const token = await lose(mine.number);
    expect(token).toHaveLength(48);
    await crew.take('TN', mine.number, 'lock', { reason: 'Có dấu hiệu tố cáo (dữ liệu thử).' });
    expect(await lose(mine.number)).toBe('');
    await refused(token);
  });

  test('is lost for good once the data is erased: no letter, no link, no row', async () => {
    const mine = await confirmed();
    const token = await lose(mine.number);
    await call('mail-receipt', { ...mine, email: 'noi-khac@example.vn' });
    await call('steps', { step: 'withdraw', ...mine });
    const id = sql`(select id from cases where number = ${mine.number})`;
    await erasePersonalData(
      at.portal,
      mine.number,
      { role: 'CVP', id: crew.officers.CVP.id },
      'Theo yêu cầu của người gửi.',
    );
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from asked_letters where case_id = ${id})::int
        + (select count(*) from code_links where case_id = ${id})::int
        + (select count(*) from confirmed_addresses where case_id = ${id})::int as left`.execute(
      at.portal.db,
    );
    expect(rows[0]?.left).toBe(0);
    await refused(token);
    mailbox.letters.length = 0;
    await call('lost-code', { number: mine.number, email: typed });
    await runJobs(at.portal);
    expect(mailbox.letters).toEqual([]);
  });
});

test('letters that lie as files go with the data of their case, whenever they were asked for, and no other', async () => {
  const DATA_DIR = await temporaryFolder();
  const own = await openTestPortal({ now: start, env: { DATA_DIR } });
  try {
    const [mine, other] = [await submit(own, { email }), await submit(own, { email })];
    for (const { number, secret } of [mine, other]) {
      await post(own, '/api/cases/mail-receipt', { number, secret, email: typed });
      await post(own, '/api/cases/address-letter', { number, secret });
    }
    await runJobs(own.portal);
    const folder = path.join(DATA_DIR, 'mail');
    const left = async () => {
      const files = await fs.readdir(folder);
      const texts = files.map(
        async (file) => readLetter(await fs.readFile(path.join(folder, file), 'latin1')).text,
      );
      return (await Promise.all(texts)).map((text) =>
        [mine, other].findIndex(({ number }) => text.includes(number)),
      );
    };
    expect((await left()).toSorted()).toEqual([0, 0, 1, 1]);
    const { number, secret } = mine;
    await post(own, '/api/cases/steps', { step: 'withdraw', number, secret });
    await erasePersonalData(own.portal, number, { role: 'CVP', id: null }, 'Theo yêu cầu của người gửi.');
    expect(await left()).toEqual([1, 1]);
  } finally {
    await own.close();
  }
});

describe('a receipt by mail', () => {
  test('says what was received when, until when it is answered and how to look it up, never the code', async () => {
    const mine = await submit(at, { email: undefined, phone: '0905 123 456' });
    const { number, secret } = mine;
    expect((await call('mail-receipt', { number, secret, email: typed })).status).toBe(202);
    expect(await runJobs(at.portal)).toEqual(['asked-letter done']);
    const [letter] = mailbox.letters;
    expect(letter).toMatchObject({
      to: [typed],
      subject: `Giấy biên nhận ${number}: nhận lúc 08:30 ngày 20/11/2026, hạn trả lời 14/12/2026`,
    });
    const { body: receipt } = await call('receipt', { number, secret });
    for (const line of [
      `Mã hồ sơ: ${number}`,
      'Vào sổ lúc: 08:30 ngày 20/11/2026',
      'Tệp gửi kèm: không có',
      'Hạn trả lời: 14/12/2026',
      String(receipt['text']),
    ])
      expect(letter?.text).toContain(line);
    expect(letter?.text).not.toContain(secret);
    expect(letter?.calendar).toMatch(/^DTSTART;VALUE=DATE:20261214$/m);
    // The address was for this letter: it stands nowhere any more.
    expect(await rowsOf()).toMatchObject({ asked: 0 });
    expect((await lookUp(mine)).body).toMatchObject({ emailConfirmed: null });
  });

  test('of a restricted case names no content; a wrong code, a bad address and a fourth wish are refused in a sentence', async () => {
    const { number, secret } = await submit(at, { contentCode: '5.1' });
    const ask = (change: object = {}) => call('mail-receipt', { number, secret, email: typed, ...change });
    expect((await ask({ email: 'khong-phai-thu' })).body.errors?.[0]).toEqual({
      pointer: '/email',
      detail: 'Địa chỉ thư điện tử chưa đúng. Viết dạng ten@vidu.vn.',
    });
    const other = await submit(at);
    expect((await ask({ secret: other.secret })).status).toBe(404);
    expect((await rowsOf())?.asked).toBe(0);
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([202, 202, 202]);
    const { status, body } = await ask();
    expect([status, body['detail']]).toEqual([429, expect.stringMatching(/^Hãy thử lại sau \d+ phút/)]);
    await runJobs(at.portal);
    expect(mailbox.letters).toHaveLength(3);
    expect(mailbox.letters[0]?.text).not.toContain('Nội dung:');
  });

  test('goes once its server is back, and to an address that takes none it is not tried again', async () => {
    const { number, secret } = await submit(at, { email: undefined, phone: '0905 123 456' });
    await call('mail-receipt', { number, secret, email: typed });
    mailbox.refuse(true);
    expect(await runJobs(at.portal)).toEqual(['asked-letter EENVELOPE 451']);
    mailbox.refuse(false);
    expect(await runJobs(at.portal, { evenLater: true })).toEqual(['asked-letter done']);
    expect(mailbox.letters.splice(0)).toHaveLength(1);
    await call('mail-receipt', { number, secret, email: typed });
    mailbox.refuse(550);
    try {
      expect(await runJobs(at.portal)).toEqual(['asked-letter done']);
    } finally {
      mailbox.refuse(false);
    }
    expect([mailbox.letters, (await rowsOf())?.asked]).toEqual([[], 0]);
  });
});
