// At the desk: who else has a case open, when an idle session ends, and what an inspector reads of all looks and files.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetPresence } from '../../api/cases/presence/presence-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00', env: { SESSION_IDLE_MINUTES: '30' } });
  crew = await openCrew(test);
});
afterAll(() => test.close());

type Who = keyof Crew['officers'];
const at = (time: string) => test.clock.set(`2026-11-20T${time}+07:00`);
const open = (who: Who, number: string) =>
  post(test, `/api/staff/cases/${number}/presence`, {}, crew.officers[who].headers);
const others = async (who: Who, number: string) => {
  const { body } = await open(who, number);
  return (body as { others?: { name: string; since: string }[] }).others;
};
const nameOf = (who: Who) => crew.officers[who].me.name;

describe('a case that somebody else has open', () => {
  it('says who and since when, for five minutes after they were last there', async () => {
    at('08:00:00');
    const { number } = await submit(test);
    expect(await others('TN', number)).toEqual([]);
    at('08:02:00');
    expect(await others('CVP', number)).toEqual([{ name: nameOf('TN'), since: '2026-11-20T01:00:00.000Z' }]);
    at('08:04:00');
    expect(await others('TN', number)).toEqual([{ name: nameOf('CVP'), since: '2026-11-20T01:02:00.000Z' }]);
    at('08:08:59');
    expect((await others('CVP', number))?.map(({ name }) => name)).toEqual([nameOf('TN')]);
    at('08:09:00');
    expect(await others('CVP', number)).toEqual([]);
  });

  it('is left at once by who goes, and nothing of it is kept', async () => {
    at('09:00:00');
    const { number } = await submit(test);
    const leave = (instant: unknown) =>
      post(test, `/api/staff/cases/${number}/presence/leave`, { at: instant }, crew.officers.TN.headers);
    const { body: first } = await open('TN', number);
    at('09:00:01');
    const { body: next } = await open('TN', number);
    // The page before is left after the next one is there.
    await leave(first['at']);
    expect((await others('CVP', number))?.map(({ name }) => name)).toEqual([nameOf('TN')]);
    expect((await leave(next['at'])).status).toBe(204);
    expect(await others('CVP', number)).toEqual([]);
    expect((await leave('hôm qua')).status).toBe(422);
    at('09:05:01');
    await forgetPresence(test.portal);
    const { rows } = await sql`select from case_presence`.execute(test.owner);
    expect(rows).toHaveLength(0);
  });

  it('tells nothing to who may not open it, and notes nobody there', async () => {
    const { number } = await submit(test);
    for (const who of ['XL', 'TP', 'MC', 'QT'] as const) expect((await open(who, number)).status).toBe(404);
    expect(await others('TN', number)).toEqual([]);
  });
});

describe('a session', () => {
  const left = async (userId: string) => {
    const { rows } = await sql<{ minutes: number }>`
      select round(extract(epoch from expires_at - now()) / 60)::int as minutes from staff_sessions where user_id = ${userId}`.execute(
      test.owner,
    );
    return rows[0]?.minutes;
  };
  const leave = (userId: string, minutes: number) =>
    sql`update staff_sessions set expires_at = now() + make_interval(mins => ${minutes}) where user_id = ${userId}`.execute(
      test.owner,
    );

  it('ends thirty minutes after its officer was last at work; an open page is no work', async () => {
    const { id, cookie, headers } = await signedInAs(test, 'TN', 'van-phong', 'idle');
    const me = async () => (await test.clientWith({ cookie }).api.staff.me.$get()).status;
    expect(await left(id)).toBe(30);
    await leave(id, 10);
    const { number } = await submit(test);
    expect((await post(test, `/api/staff/cases/${number}/presence`, {}, headers)).status).toBe(200);
    expect(await left(id)).toBe(10);
    expect([await me(), await left(id)]).toEqual([200, 30]);
    await leave(id, -1);
    expect(await me()).toBe(401);
  });
});

describe('the log of looks', () => {
  type Read = { at: string; name: string; via: string; number: string | null; path: string | null };
  async function log(who: Who, query: Record<string, string> = {}) {
    const answer = await test.request(`/api/staff/reads?${new URLSearchParams(query)}`, {
      headers: crew.officers[who].headers,
    });
    const body = (await answer.json()) as { reads: Read[]; next: string | null; withDownloads: boolean };
    return { status: answer.status, ...body };
  }
  const denunciation = { body: 'Ông Nguyễn Văn Thử nhận tiền của tôi rồi mới cấp giấy (dữ liệu thử).' };

  it('has every look at a restricted case and every file taken along, and nothing of others', async () => {
    at('10:00:00');
    const [plain, { number }] = [await submit(test), await submit(test, denunciation)];
    await crew.seen('TN', plain.number);
    await crew.seen('TN', number);
    at('10:01:00');
    const register = 'form=so-tiep-nhan&from=2026-11-20&to=2026-11-20';
    await test.request(`/api/staff/reports/preview?${register}`, { headers: crew.officers.CVP.headers });
    at('10:02:00');
    await test.request('/api/staff/security-log/nhat-ky-an-ninh.csv', { headers: crew.officers.QT.headers });
    const { reads, withDownloads } = await log('LD', { from: '2026-11-20', to: '2026-11-20' });
    expect(withDownloads).toBe(true);
    expect(reads.slice(0, 2)).toMatchObject([
      { name: nameOf('QT'), via: 'download', number: null, path: expect.stringContaining('security-log') },
      { name: nameOf('TN'), via: 'page', number, at: '2026-11-20T03:00:00.000Z' },
    ]);
    expect(reads.filter((read) => read.number === plain.number)).toEqual([]);
    expect((await log('LD', { number: number.toLowerCase() })).reads.map(({ name }) => name)).toEqual([
      nameOf('TN'),
    ]);
    expect((await log('LD', { person: crew.officers.QT.id })).reads.map(({ via }) => via)).toEqual([
      'download',
    ]);
    expect((await log('LD', { from: '2026-11-21' })).reads).toEqual([]);
    expect((await log('LD', { what: 'reads', person: crew.officers.QT.id })).reads).toEqual([]);
  });

  it('shows the chief of office no files and nothing of what is locked; others none of it', async () => {
    at('11:00:00');
    const { number } = await submit(test, denunciation);
    await crew.seen('TN', number);
    expect((await log('CVP', { number })).reads).toHaveLength(1);
    await crew.take('LD', number, 'lock', { reason: 'Nội dung là tố cáo (dữ liệu thử).' });
    const { reads, withDownloads } = await log('CVP');
    expect([
      withDownloads,
      reads.filter((read) => read.number === number || read.via === 'download'),
    ]).toEqual([false, []]);
    expect((await log('LD', { number })).reads.length).toBeGreaterThan(0);
    for (const who of ['TN', 'MC', 'XL', 'TP', 'BT', 'QT'] as const)
      expect((await log(who)).status).toBe(403);
  });

  it('is read page by page without a gap or a repetition, also within one instant', async () => {
    at('12:00:00');
    const { number } = await submit(test, denunciation);
    for (let look = 0; look < 150; look += 1) await crew.seen('TN', number);
    const first = await log('LD', { number });
    const second = await log('LD', { number, before: first.next ?? '' });
    expect([first.reads.length, second.reads.length, second.next]).toEqual([100, 50, null]);
    for (const before of ['x', '2026-11-20T05:00:00.000Z_read_', "2026-13-45T05:00:00.000Z_read_1' or 1=1"])
      expect((await log('LD', { before })).status).toBe(422);
    expect((await log('LD', { from: '2026-02-31' })).status).toBe(422);
    expect((await log('LD', { number: 'không có' })).reads).toEqual([]);
  });
});
