// Mail to officers on a real PostgreSQL and a real SMTP server: what happens to a case, the morning, who above is told, what one
// turns off, and that nothing of it names a sender or says a word of a case.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, reply, type Crew } from '../support/portal/crew.ts';
import type { Who } from '../support/portal/officers.ts';
import { forgetJobs, plan, runJobs } from '../support/portal/jobs.ts';
import { openMailing, type Mailing } from '../support/portal/mailing.ts';

let mailing: Mailing;
let at: Mailing['at'];
let mailbox: Mailing['mailbox'];
let crew: Crew;
// Friday; Tuesday 24/11 is a holiday.
const start = '2026-11-20T08:30:00+07:00';

beforeAll(async () => {
  mailing = await openMailing(start);
  ({ at, mailbox } = mailing);
  crew = await openCrew(at);
  await setSince(start);
});
/** As if the office had switched its letters on at a moment. */
const setSince = (moment: string) =>
  at.owner
    .updateTable('officeMail')
    .set({ changedAt: new Date(moment) })
    .execute();
afterAll(() => mailing.close());
beforeEach(async () => {
  at.clock.set(start);
  await forgetJobs(at.portal);
  for (const table of ['officerHappenings', 'officerLetters', 'officerMail'] as const)
    await at.portal.db.deleteFrom(table).execute();
  mailbox.letters.length = 0;
});

/** Makes and sends what is due, this many seconds after the start. */
async function deliver(seconds = 181) {
  at.clock.set(new Date(Date.parse(start) + seconds * 1_000).toISOString());
  await plan(at.portal, 'officer-letters');
  return await runJobs(at.portal);
}
/** The letters to officers about what happened, of whatever else the box holds. */
const officers = () =>
  mailbox.letters.filter(({ text }) => text.startsWith('Kính gửi Ông/Bà,\n\nViệc vừa xảy ra'));
const to = (who: Who) => officers().filter((letter) => letter.to[0] === crew.officers[who].email);
const supplyFor = (receipt: { number: string; secret: string }, step: string, text: string) =>
  post(at, '/api/cases/steps', { step, number: receipt.number, secret: receipt.secret, text });

describe('what happens to a case', () => {
  test('is told to its handler in one letter, by number, kind and date, and in no word of the case', async () => {
    const receipt = await crew.caseIn('assigned');
    const again = await crew.caseIn('assigned');
    await deliver();
    expect(officers().map((letter) => letter.to)).toEqual([[crew.officers.XL.email]]);
    const [letter] = to('XL');
    expect(letter?.subject).toBe('02 việc mới trong sổ tiếp nhận');
    for (const { number } of [receipt, again])
      expect(letter?.text).toContain(
        `- Được giao xử lý: hồ sơ ${number} (quy định hành chính), hạn 14/12/2026\n  https://coquan.example/can-bo/ho-so/${number}`,
      );
    for (const hidden of ['Người Thử', '0900', 'Thôn Thử', 'bản giấy', receipt.secret])
      expect(JSON.stringify(letter)).not.toContain(hidden);
    expect(letter?.headers).toMatch(
      /^List-Unsubscribe: <https:\/\/coquan\.example\/can-bo\/thoi-thu-bao\?ma=[\w-]{48}>$/m,
    );

    // Made again, sent again: nobody gets a second one.
    mailbox.letters.length = 0;
    expect(await deliver(600)).toEqual(['officer-letters done']);
    expect(mailbox.letters).toEqual([]);
  });

  test('waits for what can still be undone, and for more to be gathered', async () => {
    await crew.caseIn('assigned');
    await deliver(179);
    expect(officers()).toEqual([]);
    await crew.caseIn('assigned');
    // The second one is seconds old: it goes into the next letter.
    await deliver(185);
    expect(to('XL').map(({ subject }) => subject.replace(/\d{6}/, '…'))).toEqual([
      'Được giao xử lý: hồ sơ PAKN-2026-…, hạn 14/12/2026',
    ]);
    await deliver(400);
    expect(to('XL')).toHaveLength(2);
  });

  test('is not told when it is so no longer', async () => {
    const { number } = await crew.caseIn('assigned');
    await crew.take('CVP', number, 'take-back', { reason: 'Giao nhầm (dữ liệu thử).' });
    await deliver();
    expect(to('XL')).toEqual([]);
    expect(to('TN').map(({ subject }) => subject)).toEqual([
      `Bị trả lại để làm lại: hồ sơ ${number}, hạn 25/11/2026`,
    ]);
  });

  test('a return goes to who must do it again, never to who returned it', async () => {
    const { number } = await crew.caseIn('approving');
    await deliver();
    mailbox.letters.length = 0;
    await crew.take('LD', number, 'return-reply', { reason: 'Bổ sung căn cứ (dữ liệu thử).' });
    await deliver(400);
    expect(officers().map((letter) => letter.to)).toEqual([[crew.officers.TP.email]]);
    expect(to('TP')[0]?.text).toContain(`- Bị trả lại để làm lại: hồ sơ ${number}`);
    expect(to('TP')[0]?.text).not.toContain('Bổ sung căn cứ');
  });

  test('a remark, a supplement, a letter that comes back are for whom the news is, until they have looked', async () => {
    const agreed = { email: 'nguoi.thu@example.vn', consentsToNotices: true };
    const receipt = await crew.caseIn('assigned', agreed);
    await deliver();
    mailbox.letters.length = 0;
    expect((await supplyFor(receipt, 'remark', 'Tôi nói thêm một điều (dữ liệu thử).')).status).toBe(200);
    await deliver(400);
    expect(officers().map((letter) => letter.to)).toEqual([[crew.officers.XL.email]]);
    expect(to('XL')[0]?.subject).toBe(`Người gửi có ý kiến thêm: hồ sơ ${receipt.number}, hạn 14/12/2026`);
    mailbox.letters.length = 0;
    await post(at, `/api/staff/cases/${receipt.number}/refused-mail`, {}, crew.officers.TN.headers);
    await deliver(800);
    expect(to('XL')[0]?.subject).toBe(
      `Thư báo cho người gửi bị trả lại: hồ sơ ${receipt.number}, hạn 14/12/2026`,
    );
    mailbox.letters.length = 0;
    await supplyFor(receipt, 'remark', 'Tôi nói thêm điều nữa (dữ liệu thử).');
    await crew.seen('XL', receipt.number);
    await deliver(1_200);
    expect(officers()).toEqual([]);
  });

  test('of a restricted case nothing but its number is told', async () => {
    const { number } = await submit(at, { contentCode: '5.1' });
    await crew.take('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Thái độ phục vụ (dữ liệu thử).',
    });
    await crew.take('TN', number, 'refer-conduct');
    await crew.take('LD', number, 'assign-conduct', { handlerId: crew.officers.XL.id });
    await deliver();
    const [letter] = to('XL');
    expect(letter?.subject).toBe(`Có việc mới: hồ sơ ${number}`);
    expect(letter?.text).toContain(`- Có việc mới: hồ sơ ${number}\n`);
    for (const hidden of ['hành vi', 'hạn 1', 'Được giao', 'Thái độ'])
      expect(letter?.text).not.toContain(hidden);
  });

  test('goes to the deputy in force too, and to nobody whose account is closed', async () => {
    const term = { fromOn: '20/11/2026', untilOn: '27/11/2026', reason: 'Giấy ủy quyền số 01 (dữ liệu thử)' };
    const made = await post(
      at,
      `/api/staff/accounts/${crew.officers.XL.id}/steps`,
      { step: 'deputise', deputyId: crew.officers.otherXL.id, ...term },
      crew.officers.QT.headers,
    );
    expect(made.status).toBe(200);
    const { number } = await crew.caseIn('assigned');
    await deliver();
    expect(to('XL')).toHaveLength(1);
    expect(to('otherXL')[0]?.text).toMatch(new RegExp(`hồ sơ ${number} .*hạn 14/12/2026 – thay xl-`));
    mailbox.letters.length = 0;
    await at.portal.db
      .updateTable('staffUsers')
      .set({ active: false })
      .where('id', '=', crew.officers.otherXL.id)
      .execute();
    await crew.caseIn('assigned');
    await deliver(400);
    expect([to('XL').length, to('otherXL').length]).toEqual([1, 0]);
    await at.portal.db
      .updateTable('staffUsers')
      .set({ active: true })
      .where('id', '=', crew.officers.otherXL.id)
      .execute();
    await at.owner
      .updateTable('staffMandates')
      .set({ endedAt: new Date(start) })
      .execute();
  });

  test('survives a mail server that is away: tried again, under the same name, once', async () => {
    mailbox.refuse(true);
    await crew.caseIn('assigned');
    expect(await deliver()).toContain('officer-letter EENVELOPE 451');
    mailbox.refuse(false);
    await runJobs(at.portal, { evenLater: true });
    expect(to('XL')).toHaveLength(1);
    await runJobs(at.portal, { evenLater: true });
    expect(to('XL')).toHaveLength(1);
  });

  test('a box that takes no letters is shown to the administrator until one goes through', async () => {
    const refusedAt = async () => {
      const answer = await crew.officers.QT.client.api.staff.accounts.$get();
      const { accounts } = (await answer.json()) as {
        accounts: { id: string; mailRefusedAt: string | null }[];
      };
      return accounts.find(({ id }) => id === crew.officers.XL.id)?.mailRefusedAt ?? null;
    };
    mailbox.refuse(550);
    await crew.caseIn('assigned');
    expect(await deliver()).toContain('officer-letter done');
    mailbox.refuse(false);
    expect(await refusedAt()).toBe('2026-11-20T01:33:01.000Z');
    await crew.caseIn('assigned');
    await deliver(600);
    expect(to('XL')).toHaveLength(1);
    expect(await refusedAt()).toBeNull();
  });
});

describe('what an officer turns off', () => {
  const all = {
    assigned: true,
    returned: true,
    supplied: true,
    remarked: true,
    reopened: true,
    withdrawn: true,
    bounced: true,
    reminded: true,
    digest: true,
    digestAt: null,
  };
  const wish = (who: Who, change: object) =>
    crew.officers[who].client.api.staff.mail.own.$put({ json: { ...all, ...change } });

  test('is not sent to them, by page or by the link of a letter; others get theirs', async () => {
    expect((await wish('XL', { assigned: false })).status).toBe(204);
    await crew.caseIn('assigned');
    await deliver();
    expect(officers()).toEqual([]);
    expect((await wish('XL', {})).status).toBe(204);
    await crew.caseIn('assigned');
    await deliver(400);
    const token = /thoi-thu-bao\?ma=([\w-]{48})$/m.exec(to('XL')[0]?.text ?? '')?.[1] ?? '';
    const stop = (ma: string) => post(at, '/api/officer-mail/stop', { token: ma });
    expect((await stop(token)).body).toEqual({ kind: 'cases' });
    expect((await stop(`${token.slice(0, -1)}A`)).status).toBe(404);
    const own = await crew.officers.XL.client.api.staff.mail.own.$get();
    expect(await own.json()).toEqual({
      settings: {
        off: ['assigned', 'returned', 'supplied', 'remarked', 'reopened', 'withdrawn', 'bounced', 'reminded'],
        digest: true,
        digestAt: null,
      },
      email: crew.officers.XL.email,
      officeDigestAt: '07:30',
      refusedAt: null,
    });
    mailbox.letters.length = 0;
    await crew.caseIn('assigned');
    await deliver(800);
    expect(officers()).toEqual([]);
  });

  test('is refused where it makes no sense, and nothing is written', async () => {
    const answer = await wish('XL', { digestAt: '03:00' });
    expect(answer.status).toBe(422);
    expect(await at.portal.db.selectFrom('officerMail').select('staffId').execute()).toEqual([]);
  });
});

describe('the letter of the morning', () => {
  test('has exactly the counts of the desk, goes once, and not where there is nothing', async () => {
    await crew.caseIn('assigned');
    await submit(at);
    at.clock.set('2026-11-23T07:30:00+07:00');
    await plan(at.portal, 'reminders');
    await runJobs(at.portal);
    const labels = [
      ['waiting', 'Chờ tôi xử lý'],
      ['due-today', 'Đến hạn hôm nay'],
      ['soon', 'Sắp đến hạn'],
      ['overdue', 'Quá hạn'],
      ['new', 'Mới từ người gửi'],
    ] as const;
    for (const who of ['TN', 'XL', 'otherXL', 'TP', 'CVP', 'LD', 'BT'] as const) {
      const counts = await (await crew.officers[who].client.api.staff.cases.counts.$get()).json();
      const shown = labels.flatMap(([view, label]) => {
        const count = (counts as Record<string, number>)[view] ?? 0;
        return count > 0 ? [`- ${label}: ${count}`] : [];
      });
      const letter = mailbox.letters.find((one) => one.to[0] === crew.officers[who].email);
      expect([who, letter?.text.match(/^- [^:\n]+: \d+$/gm) ?? []]).toEqual([who, shown]);
    }
    mailbox.letters.length = 0;
    await plan(at.portal, 'reminders');
    expect(await runJobs(at.portal)).toEqual(['reminders done']);
  });

  test('waits for one’s own time, and does not go to who does not want it', async () => {
    await submit(at);
    const json = {
      assigned: true,
      returned: true,
      supplied: true,
      remarked: true,
      reopened: true,
      withdrawn: true,
      bounced: true,
      reminded: true,
      digest: true,
      digestAt: '09:00',
    };
    await crew.officers.TN.client.api.staff.mail.own.$put({ json });
    await crew.officers.CVP.client.api.staff.mail.own.$put({ json: { ...json, digest: false } });
    const reached = async (clock: string) => {
      at.clock.set(clock);
      await plan(at.portal, 'reminders');
      await runJobs(at.portal);
      return mailbox.letters.map((letter) => letter.to[0]);
    };
    const early = await reached('2026-11-25T07:45:00+07:00');
    expect(early).toContain(crew.officers.LD.email);
    expect(early).not.toContain(crew.officers.TN.email);
    const later = await reached('2026-11-25T09:00:00+07:00');
    expect(later).toContain(crew.officers.TN.email);
    expect(later).not.toContain(crew.officers.CVP.email);
  });
});

test.each([
  ['a Saturday that is worked', '2026-08-22T07:30:00+07:00', true],
  ['the Monday that it makes up for', '2026-08-31T07:30:00+07:00', false],
])('the letter of the morning on %s', async (_, clock, goes) => {
  await submit(at);
  at.clock.set(clock);
  await plan(at.portal, 'reminders');
  await runJobs(at.portal);
  expect(mailbox.letters.length > 0).toBe(goes);
});

describe('who above is told', () => {
  const eventsOf = async (number: string) => {
    const { body } = await crew.seen('CVP', number);
    return (body['events'] as { step: string; text: string | null }[]).filter(
      ({ step }) => step === 'escalate',
    );
  };
  const escalateAt = async (clock: string) => {
    at.clock.set(clock);
    await plan(at.portal, 'escalations');
    await runJobs(at.portal);
    // Three minutes later the letters go.
    at.clock.set(new Date(Date.parse(clock) + 181_000).toISOString());
    await plan(at.portal, 'officer-letters');
    await runJobs(at.portal);
  };

  test('once for each rung, in the timeline, though it was turned off and the job runs again', async () => {
    const { number } = await crew.caseIn('assigned');
    await at.portal.db.deleteFrom('officerHappenings').execute();
    for (const who of ['TP', 'CVP'] as const)
      await at.portal.db
        .insertInto('officerMail')
        .values({
          staffId: crew.officers[who].id,
          off: ['assigned'],
          digestAt: null,
          refusedAt: null,
          digest: false,
        })
        .execute();
    // Due on Monday 14/12: on Friday one working day is left.
    await escalateAt('2026-12-10T07:30:00+07:00');
    expect(await eventsOf(number)).toEqual([]);
    await escalateAt('2026-12-11T07:30:00+07:00');
    const toHead = () =>
      mailbox.letters.filter((one) => one.to[0] === crew.officers.TP.email && one.text.includes(number));
    const toChief = () =>
      mailbox.letters.filter((one) => one.to[0] === crew.officers.CVP.email && one.text.includes(number));
    expect([toHead().length, toChief().length]).toEqual([1, 0]);
    expect(toHead()[0]?.text).toContain(`- Cần đôn đốc trong đơn vị: hồ sơ ${number}`);
    await escalateAt('2026-12-14T07:30:00+07:00');
    await escalateAt('2026-12-15T07:30:00+07:00');
    await escalateAt('2026-12-16T07:30:00+07:00');
    expect([toHead().length, toChief().length]).toEqual([1, 1]);
    expect((await eventsOf(number)).map(({ text }) => text)).toEqual([
      'Đã báo trưởng phòng, đơn vị: hạn 14/12/2026, còn 01 ngày làm việc.',
      'Đã báo Chánh Văn phòng: hạn 14/12/2026, quá hạn 01 ngày làm việc.',
    ]);
  });

  test('not of what was late when it was switched on: that stands in the counts of the morning', async () => {
    const { number } = await crew.caseIn('assigned');
    // Due on Monday 14/12. Switched on the day after: the head would have been told on Friday, the chief is told that day.
    await setSince('2026-12-15T06:00:00+07:00');
    await escalateAt('2026-12-15T07:30:00+07:00');
    const told = (await eventsOf(number)).map(({ text }) => text);
    expect(told).toEqual(['Đã báo Chánh Văn phòng: hạn 14/12/2026, quá hạn 01 ngày làm việc.']);
    at.clock.set(start);
    const { number: later } = await crew.caseIn('assigned');
    await setSince('2026-12-17T06:00:00+07:00');
    await escalateAt('2026-12-17T07:30:00+07:00');
    await escalateAt('2026-12-18T07:30:00+07:00');
    expect(await eventsOf(later)).toEqual([]);
    mailbox.letters.length = 0;
    at.clock.set('2026-12-18T08:00:00+07:00');
    await plan(at.portal, 'reminders');
    await runJobs(at.portal);
    const heads = mailbox.letters.filter((one) => one.to[0] === crew.officers.TP.email);
    expect(heads.map(({ text }) => /- Quá hạn: \d+/.test(text))).toEqual([true]);
    await setSince(start);
  });

  test('not on a day off, not before the time, not where the office has set none', async () => {
    const { number } = await crew.caseIn('assigned');
    await escalateAt('2026-12-12T09:00:00+07:00');
    await escalateAt('2026-12-14T07:15:00+07:00');
    await escalateAt('2026-12-14T22:45:00+07:00');
    expect(await eventsOf(number)).toEqual([]);
    const office = await (await crew.officers.CVP.client.api.staff.mail.office.$get()).json();
    const { id } = (office as { now: { id: string } }).now;
    const json = {
      digestAt: '08:00',
      headDays: null,
      chiefDays: 3,
      legalBasis: 'Quy chế làm việc số 12 (dữ liệu thử)',
      seen: id,
    };
    expect((await crew.officers.CVP.client.api.staff.mail.office.$put({ json })).status).toBe(204);
    // Who saved over an older state is told, and nothing is lost.
    const stale = await crew.officers.QT.client.api.staff.mail.office.$put({ json });
    expect(stale.status).toBe(409);
    await escalateAt('2026-12-16T08:00:00+07:00');
    expect(await eventsOf(number)).toEqual([]);
    await escalateAt('2026-12-17T08:00:00+07:00');
    expect((await eventsOf(number)).map(({ text }) => text)).toEqual([
      'Đã báo Chánh Văn phòng: hạn 14/12/2026, quá hạn 03 ngày làm việc.',
    ]);
  });
});

test('a reply that goes its way tells nobody of what they did themselves', async () => {
  const { number } = await crew.caseIn('assigned');
  await deliver();
  mailbox.letters.length = 0;
  await crew.take('XL', number, 'draft-reply', reply);
  await crew.take('TP', number, 'return-draft', { reason: 'Sửa lại câu cuối (dữ liệu thử).' });
  await deliver(400);
  expect(officers().map((letter) => letter.to)).toEqual([[crew.officers.XL.email]]);
});
