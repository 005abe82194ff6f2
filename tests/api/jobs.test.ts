// Background work: asked for in the transaction of a step, done at least once, and waiting for a person when it cannot be.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepWorker } from '../../api/jobs/keep-service.ts';
import { heartbeat, standingNow } from '../../api/jobs/standing-service.ts';
import { startWorker } from '../../api/jobs/worker-service.ts';
import type { JobName } from '../../api/jobs/catalogue.ts';
import { handlers } from '../../api/programs/worker.ts';
import { submit } from '../support/portal/case.ts';
import { startChild } from '../support/process/child.ts';
import { eventually } from '../support/run/eventually.ts';
import { temporaryFolder } from '../support/run/folder.ts';
import { forgetJobs, runJobs } from '../support/portal/jobs.ts';
import { openMailbox } from '../support/stand-ins/mailbox.ts';
import { openTestPortal, testSecret, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

const agreed = { email: 'nguoi.thu@example.vn', consentsToNotices: true };
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let at: TestPortal;

beforeAll(async () => {
  mailbox = await openMailbox();
  at = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: { SMTP_URL: mailbox.url, DATA_DIR: await temporaryFolder() },
  });
});
afterAll(async () => {
  await at.close();
  await mailbox.close();
});
beforeEach(async () => {
  mailbox.refuse(false);
  mailbox.letters.length = 0;
  await forgetJobs(at.portal);
});

const jobsOf = async (name: JobName) => {
  const { rows } = await sql<{ data: object; state: string }>`
    select data, state from jobs.job where name = ${name} order by created_on`.execute(at.portal.db);
  return rows;
};
const aCase = '01900000-0000-7000-8000-000000000001';

describe('asking for a job', () => {
  test('commits with the step that asks', async () => {
    await submit(at, agreed);
    expect(await jobsOf('notice')).toEqual([
      { data: { caseId: expect.any(String), seq: 1 }, state: 'created' },
    ]);
  });

  test('is undone with the step that asks', async () => {
    const { jobs, db } = at.portal;
    const step = db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, 'notice', { caseId: aCase, seq: 1 });
      throw new Error('the step is refused');
    });
    await expect(step).rejects.toThrow('the step is refused');
    expect(await jobsOf('notice')).toEqual([]);
  });

  test('twice under one key is one job', async () => {
    const { jobs, db } = at.portal;
    for (const _ of [1, 2])
      await jobs.enqueue(db, 'notice', { caseId: aCase, seq: 2 }, { key: `${aCase}/2` });
    expect(await jobsOf('notice')).toHaveLength(1);
    await runJobs(at.portal);
    await jobs.enqueue(db, 'notice', { caseId: aCase, seq: 2 }, { key: `${aCase}/2` });
    expect((await jobsOf('notice')).map(({ state }) => state)).toEqual(['completed']);
  });

  test('for later waits for its time', async () => {
    await at.portal.jobs.enqueue(
      at.portal.db,
      'notice',
      { caseId: aCase, seq: 3 },
      { startAfter: new Date(Date.now() + 3_600_000) },
    );
    expect(await runJobs(at.portal)).toEqual([]);
    expect(await runJobs(at.portal, { evenLater: true })).toEqual(['notice done']);
  });

  test('with anything but ids is refused', async () => {
    const data = { caseId: aCase, seq: 1, name: 'Người Thử Nghiệm' };
    await expect(at.portal.jobs.enqueue(at.portal.db, 'notice', data)).rejects.toThrow(/unrecognized_keys/);
    expect(await jobsOf('notice')).toEqual([]);
  });
});

describe('a letter that the mail server does not take', () => {
  test('is tried again with growing waits, then waits for a person, who has it sent', async () => {
    const [CVP, QT] = [await signedInAs(at, 'CVP'), await signedInAs(at, 'QT')];
    const { number } = await submit(at, agreed);
    mailbox.refuse(true);
    expect(await runJobs(at.portal)).toEqual(['notice EENVELOPE 451']);
    expect((await jobsOf('notice'))[0]?.state).toBe('retry');
    expect(await runJobs(at.portal)).toEqual([]);

    const dead = async (client = CVP.client) => {
      const response = await client.api.staff.jobs.dead.$get();
      return response.status === 200 ? (await response.json()).jobs : [];
    };
    expect(await dead()).toEqual([]);
    expect(await runJobs(at.portal, { evenLater: true })).toEqual(Array(8).fill('notice EENVELOPE 451'));
    const [job] = await dead();
    expect(job).toEqual({
      id: expect.any(String),
      name: 'notice',
      label: 'Báo cho người gửi',
      askedAt: expect.any(String),
      failedAt: expect.any(String),
      tries: 9,
      error: 'EENVELOPE 451',
      number,
    });
    // The administrator sees the work and the failure, not whose case it is.
    expect(await dead(QT.client)).toEqual([{ ...job, number: null }]);

    mailbox.refuse(false);
    const id = job?.id ?? '';
    const again = () => QT.client.api.staff.jobs.dead[':id'].retry.$post({ param: { id } });
    expect((await again()).status).toBe(204);
    expect((await again()).status).toBe(404);
    expect(await dead()).toEqual([]);
    expect(mailbox.letters).toEqual([]);
    expect(await runJobs(at.portal)).toEqual(['notice done']);
    expect(mailbox.letters.map(({ subject }) => subject)).toEqual([
      `Đã nhận và vào sổ phản ánh, kiến nghị ${number}`,
    ]);
  });

  test('waits at first a minute or two, then longer', async () => {
    await submit(at, agreed);
    mailbox.refuse(true);
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const [job] = await at.portal.jobs.boss.fetch('notice', { ignoreStartAfter: true });
      await at.portal.jobs.boss.fail('notice', job?.id ?? '');
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from start_after - now())::float as seconds from jobs.job where name = 'notice'`.execute(
        at.portal.db,
      );
      waits.push(rows[0]?.seconds ?? 0);
    }
    expect(waits[0]).toBeGreaterThan(59);
    expect(waits[0]).toBeLessThan(121);
    expect(waits[3]).toBeGreaterThan(479);
    for (const wait of waits) expect(wait).toBeLessThan(7_201);
  });
});

describe('the list of what failed', () => {
  test.each(['TN', 'CVP', 'QT'] as const)('is open to %s', async (role) => {
    const { client } = await signedInAs(at, role);
    expect((await client.api.staff.jobs.dead.$get()).status).toBe(200);
  });

  test.each(['MC', 'XL', 'TP', 'LD', 'BT'] as const)('is closed to %s', async (role) => {
    const { client } = await signedInAs(at, role);
    expect((await client.api.staff.jobs.dead.$get()).status).toBe(403);
    const retry = await client.api.staff.jobs.dead[':id'].retry.$post({ param: { id: aCase } });
    expect(retry.status).toBe(403);
  });

  test('asks for a session and for the form token', async () => {
    expect((await at.client.api.staff.jobs.dead.$get()).status).toBe(401);
    const { cookie } = await signedInAs(at, 'QT');
    const retry = at.clientWith({ cookie }).api.staff.jobs.dead[':id'].retry;
    expect((await retry.$post({ param: { id: aCase } })).status).toBe(403);
  });

  test('refuses to try again what is not in it', async () => {
    const { client } = await signedInAs(at, 'QT');
    const retry = (id: string) => client.api.staff.jobs.dead[':id'].retry.$post({ param: { id } });
    expect((await retry(aCase)).status).toBe(404);
    expect((await retry('không phải mã')).status).toBe(404);
  });

  test('tells the office nothing of a locked case', async () => {
    const CVP = await signedInAs(at, 'CVP');
    const { number } = await submit(at, agreed);
    mailbox.refuse(true);
    await runJobs(at.portal, { evenLater: true });
    await at.portal.db.updateTable('cases').set({ locked: true }).where('number', '=', number).execute();
    const { jobs } = (await (await CVP.client.api.staff.jobs.dead.$get()).json()) as {
      jobs: { number: string | null }[];
    };
    expect(jobs).toEqual([]);
  });
});

describe('the worker', () => {
  test('plans the periodic work in the time of Việt Nam, once however often it starts', async () => {
    for (const _ of [1, 2]) await (await startWorker(at.portal, handlers)).stop();
    const plans = await at.portal.jobs.boss.getSchedules();
    expect(plans.find(({ name }) => name === 'reminders')).toMatchObject({
      cron: '*/15 * * * *',
      timezone: 'Asia/Ho_Chi_Minh',
    });
    expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
  });

  test('forgets the plan of work that nobody does any more', async () => {
    await (await startWorker(at.portal, handlers)).stop();
    await (await startWorker(at.portal, [])).stop();
    expect(await at.portal.jobs.boss.getSchedules()).toEqual([]);
  });

  test('keeps a ticker going through failures, one round at a time, and stops it', async () => {
    let [rounds, together, most] = [0, 0, 0];
    const tick = async () => {
      most = Math.max(most, (together += 1));
      rounds += 1;
      together -= 1;
      if (rounds === 2) throw new Error('once');
    };
    const worker = await startWorker(at.portal, [], [{ name: 'count', everyMs: 5, tick }]);
    await eventually('ten rounds', () => rounds >= 10);
    await worker.stop();
    const stopped = rounds;
    await new Promise((resolve) => setImmediate(resolve));
    expect([rounds, most]).toEqual([stopped, 1]);
  });

  test('that could not start is started again until it can, and shows that it lives', async () => {
    let tries = 0;
    const start = async () => {
      tries += 1;
      if (tries < 4) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
      return await startWorker(at.portal, [], [heartbeat]);
    };
    const worker = keepWorker(start, { firstMs: 1, longestMs: 5 });
    await eventually('a sign of life', async () => (await standingNow(at.portal)).workerSeenSeconds !== null);
    await worker.stop();
    expect(tries).toBe(4);
    const never = keepWorker(() => Promise.reject(new Error('away')), { firstMs: 60_000, longestMs: 60_000 });
    await never.stop();
  });

  test('sends many letters at the same time, each judged by itself', async () => {
    const { jobs, db } = at.portal;
    let [together, most] = [0, 0];
    const worker = await startWorker(at.portal, [
      {
        name: 'notice',
        async handle(_portal, { seq }) {
          most = Math.max(most, (together += 1));
          await new Promise((resolve) => setImmediate(resolve));
          together -= 1;
          if (seq % 5 === 0) throw new Error('not taken');
        },
      },
    ]);
    await db.transaction().execute(async (trx) => {
      for (let seq = 1; seq <= 40; seq += 1) await jobs.enqueue(trx, 'notice', { caseId: aCase, seq });
    });
    const states = async () => (await jobsOf('notice')).map(({ state }) => state);
    await eventually('all were tried', async () =>
      (await states()).every((state) => /completed|retry/.test(state)),
    );
    await worker.stop();
    expect((await states()).filter((state) => state === 'retry')).toHaveLength(8);
    expect(most).toBe(10);
  });

  test('alone, as a process of its own, sends the letter and stops when told', async () => {
    const { number } = await submit(at, agreed);
    const child = startChild('api/programs/worker.ts', [], {
      env: {
        DATABASE_URL: at.databaseUrl,
        MIGRATION_DATABASE_URL: at.ownerUrl,
        SECRET_KEY: testSecret,
        DATA_DIR: at.portal.env.DATA_DIR,
        SMTP_URL: mailbox.url,
        CLOCK: '2026-11-20T08:30:00+07:00',
      },
    });
    await child.tells(/Việc nền đang chạy/);
    await eventually('the letter', () => mailbox.letters.length > 0);
    expect(mailbox.letters.map(({ subject }) => subject)).toEqual([
      `Đã nhận và vào sổ phản ánh, kiến nghị ${number}`,
    ]);
    await eventually('the job is done', async () => (await jobsOf('notice'))[0]?.state === 'completed');
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  });
});
