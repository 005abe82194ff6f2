// Who sends in English is written to in English, and officers know it; nothing else of the case changes.
import fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { readEnglishNotices, readNotices } from '../../api/notices/load.ts';
import { withoutTwin } from '../../api/notices/letter.ts';
import { post, submission, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { runJobs } from '../support/portal/jobs.ts';
import { openMailing, type Mailing } from '../support/portal/mailing.ts';

const agreed = { email: 'nguoi.thu@example.vn', consentsToNotices: true, language: 'en' };
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

const letters = async () => {
  mailbox.letters.length = 0;
  await runJobs(at.portal);
  return mailbox.letters;
};
const languageOf = async (number: string) =>
  (
    await sql<{ language: string }>`select s.language from case_senders s join cases c on c.id = s.case_id
      where c.number = ${number}`.execute(at.portal.db)
  ).rows[0]?.language;

test('a sender in English gets English letters with English dates, leading to English pages', async () => {
  const { number, secret } = await submit(at, agreed);
  const [receipt] = await letters();
  expect(receipt?.subject).toBe(`Your feedback has been received and registered as ${number}`);
  expect(receipt?.text).toContain('Answer by: 14 December 2026.');
  expect(receipt?.text).toContain('at https://coquan.example/en/cases, with the case number');
  expect(receipt?.text).toMatch(
    /Stop e-mails about this case: https:\/\/coquan\.example\/en\/cases\/stop\?ma=/,
  );
  expect(receipt?.headers).toMatch(/List-Unsubscribe: <https:\/\/coquan\.example\/en\/cases\/stop\?ma=/i);
  expect(receipt?.text).not.toContain(secret);
  expect(receipt?.text).not.toMatch(/[\u1ea0-\u1ef9đĐ]/u);
  expect(receipt?.calendar).toMatch(new RegExp(`^SUMMARY:Answer to case ${number} due$`, 'm'));

  await crew.take('TN', number, 'ask-supplement', { question: 'Xin cho biết ngày nộp (dữ liệu thử).' });
  const [asked] = await letters();
  expect(asked?.subject).toBe(`Information needed at the latest on 7 December 2026: case ${number}`);
  expect(asked?.text).toContain('What is asked for (in Vietnamese): Xin cho biết ngày nộp (dữ liệu thử).');
});

test('letters that a sender asks for are English too: the address, the lost code, the receipt', async () => {
  const { number, secret } = await submit(at, agreed);
  await letters();
  const call = (name: string, body: object) => post(at, `/api/cases/${name}`, body);
  await call('address-letter', { number, secret });
  const [address] = await letters();
  expect(address?.subject).toBe('Confirm your e-mail address');
  const linkIn = (text = '') => /https:\/\/coquan\.example(\S+?)\?ma=([\w-]{48})/.exec(text) ?? [];
  const [, confirmPage, token] = linkIn(address?.text);
  expect(confirmPage).toBe('/en/cases/confirm-address');
  expect((await call('confirm-address', { number, secret, token })).status).toBe(204);

  await call('lost-code', { number, email: agreed.email });
  const [code] = await letters();
  expect(code?.subject).toBe('Make a new look-up code before 09:30 (Vietnam time) on 20 November 2026');
  expect(linkIn(code?.text)[1]).toBe('/en/cases/renew-code');

  await call('mail-receipt', { number, secret, email: 'elsewhere@thu.example' });
  const [receipt] = await letters();
  expect(receipt?.subject).toBe(
    `Receipt ${number}: received at 08:30 (Vietnam time) on 20 November 2026, answer by 14 December 2026`,
  );
  expect(receipt?.text).toContain('Attached files: none\nAnswer by: 14 December 2026\n');
  expect(receipt?.text).toContain('You can follow it at https://coquan.example/en/cases, with');
  expect(receipt?.text).toContain('(checked in Vietnamese at https://coquan.example/xac-minh):');
  expect(receipt?.calendar).toMatch(new RegExp(`^SUMMARY:Answer to case ${number} due$`, 'm'));
  for (const letter of [address, code, receipt]) {
    expect(letter?.text).not.toMatch(/[\u1ea0-\u1ef9đĐ]/u);
    expect(letter?.text).not.toContain(secret);
  }
});

test('a refusal is told in English to a program that asks for English and for nothing else', async () => {
  const refused = async (language: string) => {
    const { headers, body } = await post(
      at,
      '/api/cases',
      { ...submission, phone: 'x' },
      { 'idempotency-key': 'english-test-key-0002', 'accept-language': language },
    );
    return [headers.get('content-language'), body.title, body.errors?.[0]?.detail.slice(0, 33)];
  };
  expect(await refused('en')).toEqual(
    ['en', 'Some answers are not right yet', 'The telephone number is not right.'].map((words) =>
      words.slice(0, 33),
    ),
  );
  for (const language of ['vi', '*', 'en-GB,en;q=0.9'])
    expect((await refused(language)).slice(0, 2)).toEqual(['vi', 'Một số ô chưa điền đúng']);
});

test('officers are told; who writes in Vietnamese, or by way of an officer, is written to as ever', async () => {
  const english = await submit(at, agreed);
  const vietnamese = await submit(at, { ...agreed, language: undefined });
  expect(await languageOf(english.number)).toBe('en');
  expect(await languageOf(vietnamese.number)).toBe('vi');
  const seen = async (number: string) => (await crew.seen('TN', number)).body['language'] as unknown;
  expect(await seen(english.number)).toBe('en');
  expect(await seen(vietnamese.number)).toBe('vi');
  const subjects = (await letters()).map(({ subject }) => subject);
  expect(subjects).toContain(`Đã nhận và vào sổ phản ánh, kiến nghị ${vietnamese.number}`);
});

test("a restricted case says in English what happened and by when, and nobody's words", async () => {
  const { number } = await submit(at, { ...agreed, contentCode: '5.1' });
  const [receipt] = await letters();
  expect(receipt?.subject).toBe('News from Department of Science and Technology, Quang Ngai Province');
  expect(receipt?.text).toContain(`your case ${number}: Your feedback has been entered in the register.`);
});

test('a language that the portal does not speak is refused at its field', async () => {
  const { status, body } = await post(
    at,
    '/api/cases',
    { ...submission, language: 'fr' },
    { 'idempotency-key': 'english-test-key-0001' },
  );
  expect(status).toBe(422);
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/language']);
});

test('every letter to a sender stands in both languages with the same facts', async () => {
  const notices = await readNotices(contentDir);
  const english = await readEnglishNotices(contentDir, notices);
  expect(withoutTwin(notices, english)).toEqual([]);
  const { receipt, lostCode, ...others } = english;
  const without = (line: string) => (one: string) => !one.includes(line);
  expect(
    withoutTwin(notices, {
      ...others,
      receipt: { ...receipt, body: receipt.body.filter(without('{files}')) },
      lostCode: { ...lostCode, foot: lostCode.foot.filter(without('{department}')) },
    }),
  ).toEqual(['lostCode', 'receipt']);
  const { accept, ...rest } = english.steps;
  expect(withoutTwin(notices, { ...english, steps: rest })).toEqual(['accept']);
  expect(
    accept && withoutTwin(notices, { ...english, steps: { ...rest, accept: { ...accept, body: ['Yes.'] } } }),
  ).toEqual(['accept']);
  const text = await fs.readFile(path.resolve(import.meta.dirname, '../../content/notices.en.yaml'), 'utf8');
  expect(text.replaceAll(/^#.*$/gm, '')).not.toMatch(/[\u1ea0-\u1ef9đĐ]/u);
});
