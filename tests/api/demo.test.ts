// The demonstration: a living register out of the portal's own services, whose ledger holds, and nobody real in it.
import { senderColumns } from '../../api/cases/columns-repository.ts';
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Status, type StepName } from '../../api/cases/lifecycle.ts';
import { fillOnce } from '../../api/demo/service.ts';
import { keepApart } from '../../api/demo/tools/folder.ts';
import { makeLetter } from '../../api/letters/letter-service.ts';
import { letterDocx } from '../../api/letters/tools/docx.ts';
import { openMailer } from '../../api/notify/tools/mailer/mailer.ts';
import { draftFile } from '../../api/reports/service.ts';
import { verifyLedger } from '../../api/ledger/verify-service.ts';
import { createDemoAccounts } from '../../api/staff/demo-service.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { wordText } from '../support/reading/word.ts';
import { readLetter } from '../support/stand-ins/mailbox.ts';
import { temporaryFolder } from '../support/run/folder.ts';

let test: TestPortal;
let folder: string;
const said: string[] = [];
beforeAll(async () => {
  folder = path.join(await temporaryFolder(), 'minh-hoa');
  await keepApart({ DATA_DIR: folder, DEMO: true });
  test = await openTestPortal({ now: '2026-11-25T07:30:00+07:00', env: { DATA_DIR: folder } });
  await createDemoAccounts(test.portal, folder);
  await fillOnce(test.portal, (sentence) => said.push(sentence));
});
afterAll(() => test.close());

const cases = () =>
  test.portal.db.selectFrom('cases').select(['number', 'status', 'receivedAt', 'dueOn', 'source']).execute();
const json = async (address: string) => (await (await test.request(address)).json()) as Record<string, any>;

it('has sixty-seven cases of three months, one at least in every state in which a case can stand', async () => {
  const all = await cases();
  expect(all.length).toBe(67);
  expect(all.filter(({ status }) => status === 'submitted').length).toBeGreaterThanOrEqual(10);
  // A draft is never stored; an extension and a letter that goes on are over as soon as they are written.
  const passing: Status[] = ['draft', 'extended', 'reopened'];
  const standing = Status.options.filter((status) => !passing.includes(status));
  expect(standing.filter((status) => all.every((row) => row.status !== status))).toEqual([]);
  const received = all.map(({ receivedAt }) => receivedAt.toISOString()).sort();
  expect(received[0]?.slice(0, 10)).toBe('2026-08-22');
  expect(received.at(-1)?.slice(0, 10)).toBe('2026-11-23');
  const months = new Set(received.map((at) => at.slice(0, 7)));
  expect([...months]).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
  const steps = await test.portal.db.selectFrom('caseEvents').select('step').distinct().execute();
  const taken = new Set(steps.map(({ step }) => step));
  for (const step of [
    'extend',
    'propose',
    'supply',
    'expire-supplement',
    'withdraw',
    'merge',
    'continue',
  ] satisfies StepName[])
    expect([step, taken.has(step)]).toEqual([step, true]);
});

it('holds to its ledger: every event has its place, and the register agrees with it', async () => {
  expect(await verifyLedger(test.owner, { key: test.portal.signer })).toMatchObject({ fits: true });
  const pending = await test.portal.db.selectFrom('ledgerPending').selectAll().execute();
  expect(pending).toEqual([]);
});

it('shows figures, answers, ratings and a round of the survey with its results', async () => {
  const figures = await json('/api/statistics?from=2026-08&to=2026-11');
  expect(figures['total']).toMatchObject({ received: 67, continued: 1, answered: 37, answeredLate: 2 });
  const answers = await json('/api/answers');
  expect(answers['answers'].length).toBe(20);
  const { rounds } = await json('/api/surveys');
  expect(rounds.map(({ state }: { state: string }) => state).sort()).toEqual(['closed', 'open']);
  const closed = rounds.find(({ state }: { state: string }) => state === 'closed');
  expect(await json(`/api/surveys/${closed.id}/results`)).toMatchObject({
    // 48 forms with thirteen answers each.
    overall: { n: 624 },
  });
});

it('names nobody: every sender is marked', async () => {
  const senders = await test.portal.db.selectFrom('caseSenders').select(senderColumns()).execute();
  expect(
    senders.filter(
      ({ name, address }) => !`${name}`.endsWith('(minh họa)') || !`${address}`.endsWith('(minh họa)'),
    ),
  ).toEqual([]);
  expect(senders.filter(({ email }) => email !== null)).toEqual([]);
});

it('marks every paper, file and letter that leaves it; a real portal marks none', async () => {
  const mark = 'BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ';
  const { portal } = test;
  const demo = { ...portal, env: { ...portal.env, DEMO: true } };
  const officer = await portal.db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'role', 'unit'])
    .where('role', '=', 'CVP')
    .executeTakeFirstOrThrow();
  const { number } = await portal.db
    .selectFrom('cases')
    .select('number')
    .where('status', '=', 'published')
    .where('restricted', '=', false)
    .executeTakeFirstOrThrow();
  const letterIn = async (where: typeof portal) =>
    wordText(await letterDocx((await makeLetter(where, officer, { number, kind: 'reply' })).letter));
  expect((await letterIn(demo)).split('\n')[0]).toBe(mark);
  expect(await letterIn(portal)).not.toContain('MINH HỌA');
  const september = { from: '2026-09-01', to: '2026-09-30' };
  const report = await draftFile(demo, officer, 'ii-05a.docx', september);
  expect(report.name).toBe('minh-hoa-xem-truoc-ii-05a-2026-09-01-2026-09-30.docx');
  expect(wordText(Buffer.from(report.bytes as Uint8Array))).toContain(`${mark}. Biểu tham khảo`);
  const real = await draftFile(portal, officer, 'ii-05a.docx', september);
  expect([real.name, wordText(Buffer.from(real.bytes as Uint8Array)).includes(mark)]).toEqual([
    'xem-truoc-ii-05a-2026-09-01-2026-09-30.docx',
    false,
  ]);
  const DATA_DIR = await temporaryFolder();
  const mail = {
    to: 'xem.thu@example.vn',
    subject: 'Đã nhận và vào sổ',
    text: 'Kính gửi Ông/Bà,\n',
    messageId: '<thu@example.vn>',
    at: portal.now(),
  };
  const written = async (DEMO: boolean) => {
    const where = path.join(DATA_DIR, String(DEMO));
    await openMailer({ ...portal.env, SMTP_URL: undefined, DATA_DIR: where, DEMO }).send(mail);
    const [file = ''] = await fs.readdir(path.join(where, 'mail'));
    return readLetter(await fs.readFile(path.join(where, 'mail', file), 'latin1'));
  };
  expect(await written(true)).toMatchObject({
    subject: `[${mark}] Đã nhận và vào sổ`,
    text: `${mark}\n\nKính gửi Ông/Bà,\n`,
  });
  expect(await written(false)).toMatchObject({ subject: mail.subject, text: mail.text });
});

it('is filled once; half a filling is refused, and a register in its place too', async () => {
  const before = (await cases()).length;
  await fillOnce(test.portal, (sentence) => said.push(sentence));
  expect(said).toEqual(['Đang dựng dữ liệu minh họa: 67 hồ sơ, đợt khảo sát, số liệu ba tháng…']);
  expect((await cases()).length).toBe(before);
  await fs.writeFile(path.join(folder, 'minh-hoa.json'), '{"filled":false}');
  await expect(fillOnce(test.portal, () => {})).rejects.toThrow('Lần dựng minh họa trước bị dở.');
  await expect(keepApart({ DATA_DIR: folder, DEMO: false })).rejects.toThrow('chứa dữ liệu minh họa');
  const real = await temporaryFolder();
  await fs.writeFile(path.join(real, 'secret.key'), 'x');
  await expect(keepApart({ DATA_DIR: real, DEMO: true })).rejects.toThrow(
    'đã có dữ liệu không phải minh họa',
  );
  await keepApart({ DATA_DIR: real, DEMO: false });
  expect(await fs.readdir(real)).toEqual(['secret.key']);
});
