// The public figures: kept behind the ledger, equal to a recount, adding up, and blind where too few have spoken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followLedger } from '../../api/figures/follow-service.ts';
import type { Figures } from '../../api/figures/schema.ts';
import { sequenceLedger } from '../../api/ledger/sequence-service.ts';
import { differences, numbersOf } from '../compare.ts';
import { recompute } from '../recompute.ts';
import { submit } from '../support/portal/case.ts';
import { catchUp, figuresOf, keptFigures, rebuildFigures } from '../support/portal/figures.ts';
import { lost } from '../support/reading/lines.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { scriptRegister } from '../support/worlds/scripted-register.ts';

let test: TestPortal;
let register: Awaited<ReturnType<typeof scriptRegister>>;
beforeAll(async () => {
  test = await openTestPortal();
  register = await scriptRegister(test);
  await catchUp(test);
});
afterAll(() => test.close());

const openFile = async () => await (await test.request('/api/statistics/events')).text();
const periods = ['2026-01', '2026-02', '2026-03'];

describe('a scripted register of every kind of case', () => {
  it('has the figures of January that were counted by hand', async () => {
    const january = await figuresOf(test, '?from=2026-01&to=2026-01');
    expect(january.period).toEqual({ from: '2026-01', to: '2026-01', name: 'tháng 1/2026', key: '2026-01' });
    expect(january.openAtStart).toBe(0);
    expect(january.total).toEqual({
      received: 25,
      continued: 0,
      returned: 2,
      answered: 16,
      answeredOnTime: 12,
      answeredLate: 4,
      answeredExtended: 0,
      transferred: 4,
      transferredOnTime: 3,
      transferredLate: 1,
      refused: 2,
      refusedOnTime: 1,
      refusedLate: 1,
      guided: 0,
      guidedOnTime: 0,
      guidedLate: 0,
      withdrawn: 1,
      lapsed: 0,
      merged: 0,
      pausedRounds: 0,
      pausedDays: 0,
      publishedOnTime: 9,
      publishedLate: 2,
      keptPrivate: 1,
      notYetPublished: 4,
      median: 11,
      p90: 18,
    } satisfies Figures);
    expect(january.openAtEnd).toBe(4);
    expect(january.satisfaction).toEqual({ n: 8, satisfied: 6, acceptable: 1, dissatisfied: 1 });
  });

  it('has those of February and March', async () => {
    const [february, march] = [
      await figuresOf(test, '?from=2026-02&to=2026-02'),
      await figuresOf(test, '?from=2026-03&to=2026-03'),
    ];
    expect([february.openAtStart, february.openAtEnd, march.openAtEnd]).toEqual([4, 10, 12]);
    expect(february.total).toMatchObject({
      received: 9,
      continued: 1,
      answered: 0,
      guided: 2,
      guidedOnTime: 2,
      lapsed: 1,
      merged: 1,
      pausedRounds: 1,
      pausedDays: 14,
      median: null,
    });
    expect(march.total).toMatchObject({ received: 3, answered: 1, answeredOnTime: 1, median: 10 });
    expect(march.satisfaction).toEqual({ n: 0, satisfied: 0, acceptable: 0, dissatisfied: 0 });
    expect(march.today).toMatchObject({ on: '2026-03-20', open: 12, awaitingSupplement: 0, unpublished: 5 });
  });

  it('has the groups and the indices of the year, each with its denominator', async () => {
    const year = await figuresOf(test);
    expect(year.period.name).toBe('năm 2026');
    const received = (groups: { key: string; figures: Figures }[]) =>
      Object.fromEntries(groups.map(({ key, figures }) => [key, figures.received]));
    // What is open (10) and what was guided elsewhere (2) stand together: nothing tells one from the other.
    expect(received(year.tracks)).toEqual({ conduct: 4, rule: 19, unclassified: 2, pending: 12 });
    expect(received(year.channels)).toEqual({ web: 25, pending: 12 });
    expect(received(year.units)).toEqual({ none: 9, 'quan-ly-cong-nghe': 12, 'chi-cuc-tdc': 4, pending: 12 });
    const index = Object.fromEntries(
      year.indices.map(({ code, numerator, denominator }) => [code, [numerator, denominator]]),
    );
    expect(index).toMatchObject({
      '1.2': [0, 0],
      '5.1a': [4, 25],
      '5.1b': [19, 25],
      '5.2': [19, 25],
      '5.3': [11, 17],
      '5.4': [null, null],
    });
    expect(year.indices.find(({ code }) => code === '5.2')?.value).toBeCloseTo(0.76);
    // Three letters about 2.000058 are open, one was never answered: it is not named before five are settled.
    expect(year.procedures?.map(({ slug, received: n }) => [slug, n])).toEqual([
      ['1.003633', 6],
      ['1.014445', 6],
    ]);
    // Each of 37 letters once; three were taken up again after an end, one of them a late one. No late answer was published.
    expect(year.whole).toEqual({
      handled: 25,
      toHandle: 37,
      value: 25 / 37,
      open: 12,
      late: 5,
      lateAnswers: [],
    });
  });

  it('adds up in every period, and says so', async () => {
    for (const query of ['', ...periods.map((month) => `?from=${month}&to=${month}&by=quarter`)]) {
      const { identities } = await figuresOf(test, query);
      expect(identities.length).toBeGreaterThanOrEqual(11);
      expect(identities.filter(({ holds }) => !holds)).toEqual([]);
    }
  });

  it('is the same when everything is counted anew', async () => {
    const kept = await keptFigures(test);
    expect(kept.facts).toHaveLength(40);
    await rebuildFigures(test.portal);
    expect(await keptFigures(test)).toEqual(kept);
  });

  it('is recomputed from the open file by a script that knows nothing of the portal', async () => {
    const text = await openFile();
    for (const [from, to] of [
      ...periods.map((month) => [month, month] as const),
      ['2026-01', '2026-03'],
      ['2026-01', '2026-02'],
      ['2026-01', '2026-12'],
      ['2025-01', '2025-12'],
    ] as const) {
      const shown = await figuresOf(test, `?from=${from}&to=${to}`);
      const { surveys: _, ...again } = recompute(text, from, to);
      expect([from, to, differences(shown, again)]).toEqual([from, to, []]);
      expect(numbersOf(again).length).toBeGreaterThan(from === '2025-01' ? 300 : 100);
    }
    const year = await figuresOf(test, '?from=2026-01&to=2026-12');
    const again = recompute(text, '2026-01', '2026-12');
    expect(differences({ ...year, openAtEnd: year.openAtEnd + 1 }, { ...again, surveys: null })).toEqual([
      `/openAtEnd: ${year.openAtEnd + 1}, recomputed ${year.openAtEnd}`,
    ]);
  });

  it('shows no satisfaction that could point at a person, and none by subtraction', async () => {
    const year = await figuresOf(test);
    expect(year.satisfaction?.n).toBe(8);
    // Six who rated in one field and two in the other: both are hidden, for the first would give the second away.
    const rated = year.fields.map(({ satisfaction }) => satisfaction?.n ?? null);
    expect(rated.filter((n) => n !== null && n > 0)).toEqual([]);
    const text = await openFile();
    expect(text).not.toMatch(/"event":"ratings".*"n":[1-4],/);
  });
});

describe('the open file', () => {
  const linesOf = async () =>
    (await openFile())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('names no case number, no secret, no moment; of what came in and of what was guided elsewhere the month only', async () => {
    const lines = await linesOf();
    expect(lines[0]).toMatchObject({ event: 'file', schema: 'minh-bach/ho-so/v2', on: '2026-03-20' });
    expect(JSON.stringify(lines)).not.toMatch(/PAKN-2026|T\d\d:\d\d/);
    const only = (event: string) => lines.filter((line) => line['event'] === event);
    expect(only('guided')).toEqual([
      { event: 'guided', month: '2026-02', onTime: true },
      { event: 'guided', month: '2026-02', onTime: true },
    ]);
    expect(only('received')).toHaveLength(37);
    expect([...new Set(only('received').map((line) => JSON.stringify(line)))]).toEqual([
      '{"event":"received","month":"2026-01"}',
      '{"event":"received","month":"2026-02"}',
      '{"event":"received","month":"2026-03"}',
    ]);
    expect(only('open')).toEqual([]);
  });

  it('has one line for each end, without a name that would join it to another', async () => {
    const late = (await linesOf()).filter(
      ({ event, unit }) => event === 'answered' && unit === 'chi-cuc-tdc',
    );
    expect(late).toHaveLength(4);
    expect(late[0]).toEqual({
      event: 'answered',
      month: '2026-01',
      start: 'received',
      begun: '2026-01',
      track: 'conduct',
      content: '5.1',
      channel: 'web',
      field: 'none',
      unit: 'chi-cuc-tdc',
      aboutProcedure: false,
      clock: '2026-01-07',
      on: '2026-01-30',
    });
  });
});

describe('what changes later', () => {
  it('is followed entry by entry, and nothing shows of an open letter but that it came in', async () => {
    const before = await figuresOf(test, '?from=2026-03&to=2026-03');
    const { number } = await submit(test);
    await catchUp(test);
    await register.crew.take('TN', number, 'classify', {
      contentCode: '5.1',
      summary: 'Chậm trả kết quả (thử).',
    });
    expect(await sequenceLedger(test.portal)).toBe(1);
    expect(await followLedger(test.portal)).toBe(1);
    expect(await followLedger(test.portal)).toBe(0);
    const after = await figuresOf(test, '?from=2026-03&to=2026-03');
    expect(after.total.received - before.total.received).toBe(1);
    const pending = ({ tracks }: typeof after) =>
      tracks.find(({ key }) => key === 'pending')?.figures.received;
    expect([pending(before), pending(after)]).toEqual([3, 4]);
    expect(after.tracks.map(({ key }) => key).toSorted()).toEqual(
      before.tracks.map(({ key }) => key).toSorted(),
    );
    expect(after.upto).toBe((before.upto ?? 0) + 2);
  });

  it('a letter that turns out to be a denunciation adds one line without a day and moves no group', async () => {
    const { number } = await submit(test, { procedure: '1.014445', contentCode: '5.1' });
    await catchUp(test);
    const state = async () => ({
      lines: (await openFile()).trim().split('\n').slice(1),
      year: await figuresOf(test),
    });
    const before = await state();
    await register.crew.take('TN', number, 'guide-out', {
      kind: 'denunciation',
      guidance: 'Xin gửi theo Luật Tố cáo.',
      keeperId: register.crew.officers.CVP.id,
    });
    await catchUp(test);
    const after = await state();
    expect(lost(before.lines, after.lines)).toEqual([]);
    expect(lost(after.lines, before.lines)).toEqual(['{"event":"guided","month":"2026-03","onTime":true}']);
    const changed = differences(before.year, after.year).map((line) => line.split(':')[0]);
    const isCount =
      /^\/(total|cases|times\/2026-03\/(figures|cases)|(tracks|contents|channels|fields|units)\/pending\/figures)\/guided(OnTime)?$/;
    const isOpenCase = /^(\/times\/2026-\d\d)?\/cases\/(open|carried)$/;
    expect(changed.filter((way) => !isCount.test(way ?? '') && !isOpenCase.test(way ?? ''))).toEqual([
      '/openAtEnd',
      '/whole/handled',
      '/whole/value',
      '/whole/open',
      '/today/open',
      ...Array.from(
        { length: 10 },
        (_, index) => `/times/2026-${String(index + 3).padStart(2, '0')}/openAtEnd`,
      ),
      '/indices/5.2/numerator',
      '/indices/5.2/denominator',
      '/indices/5.2/value',
    ]);
  });

  it('an edited calendar counts the days anew', async () => {
    const kept = await keptFigures(test);
    const took = (facts: typeof kept.facts) =>
      facts
        .filter(({ track, ending }) => track === 'conduct' && ending === 'answered')
        .map((row) => row.workingDays);
    expect(took(kept.facts)).toEqual([18, 18, 18, 18]);
    await test.owner
      .insertInto('calendarDays')
      .values({
        date: '2026-01-28',
        kind: 'off',
        reason: 'Nghỉ đột xuất (dữ liệu thử)',
        decision: 'Thông báo thử nghiệm',
        certainty: 'decided',
        editedBy: 'thu',
        editedAt: new Date(),
      })
      .execute();
    await test.owner
      .insertInto('calendarChanges')
      .values({
        date: '2026-01-28',
        kindBefore: null,
        kind: 'off',
        reason: 'Nghỉ đột xuất (dữ liệu thử)',
        decision: 'Thông báo thử nghiệm',
        editedBy: 'thu',
        editedAt: new Date(),
      })
      .execute();
    const { loadCalendar } = await import('../../api/calendar/current-service.ts');
    await loadCalendar(test.portal);
    await followLedger(test.portal);
    const after = await keptFigures(test);
    expect(took(after.facts)).toEqual([17, 17, 17, 17]);
    await rebuildFigures(test.portal);
    expect(await keptFigures(test)).toEqual(after);
  });
});

describe('asking for a period', () => {
  it('refuses what is no period, each with a sentence at its field', async () => {
    for (const query of [
      '?from=2026-13&to=2026-12',
      '?from=2026-03',
      '?from=2026-03&to=2026-02',
      '?by=day',
      '?x=1',
    ])
      expect((await test.request(`/api/statistics${query}`)).status).toBe(422);
  });

  it('gives the same numbers as a table, with a mark that spreadsheets read', async () => {
    const response = await test.request('/api/statistics/csv?from=2026-01&to=2026-01');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain('\nToàn kỳ,2026-01,tháng 1/2026,Trả lời quá hạn,4\n');
  });
});
