// Who sends in English is written to in English, and officers know it; nothing else of the case changes.
import fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnglishNotices, readNotices } from '../../api/notices/load.ts';
import { withoutTwin } from '../../api/notices/letter.ts';
import { post, submission, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';

const agreed = { email: 'nguoi.thu@example.vn', consentsToNotices: true, language: 'en' };
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let at: TestPortal;
let crew: Crew;
beforeAll(async () => {
  mailbox = await openMailbox();
  at = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: {
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Sở Thử nghiệm <thu@coquan.example>',
      PUBLIC_ORIGIN: 'https://coquan.example',
      DATA_DIR: await temporaryFolder(),
    },
  });
  crew = await openCrew(at);
});
afterAll(async () => {
  await at.close();
  await mailbox.close();
});

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
  const notices = await readNotices();
  const english = await readEnglishNotices(notices);
  expect(withoutTwin(notices, english)).toEqual([]);
  const { accept, ...rest } = english.steps;
  expect(withoutTwin(notices, { ...english, steps: rest })).toEqual(['accept']);
  expect(
    accept && withoutTwin(notices, { ...english, steps: { ...rest, accept: { ...accept, body: ['Yes.'] } } }),
  ).toEqual(['accept']);
  const text = await fs.readFile(path.resolve(import.meta.dirname, '../../content/notices.en.yaml'), 'utf8');
  expect(text.replaceAll(/^#.*$/gm, '')).not.toMatch(/[\u1ea0-\u1ef9đĐ]/u);
});
