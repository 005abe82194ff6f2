// Rounds of a survey: opened and closed by date, one answer per token, nobody to be found in them.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFrozenSurveys } from '../../api/surveys/version-service.ts';
import { freshKey, post, submit } from '../support/portal/case.ts';
import { openCrew } from '../support/portal/crew.ts';
import { forgetJobs, plan, runJobs } from '../support/portal/jobs.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';
import { formOf, openRound, procedures, receipt, roundFields } from '../support/portal/survey.ts';

let test: TestPortal;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
});
afterAll(() => test.close());

const rows = async (table: 'surveyPending' | 'surveyAnswers' | 'surveyTokensBurnt', roundId: string) =>
  (await test.portal.db.selectFrom(table).selectAll().where('roundId', '=', roundId).execute()) as any[];

describe('a round', () => {
  it('is made by the chief of office and editors, and a refusal writes nothing', async () => {
    for (const role of ['TN', 'MC', 'XL', 'LD', 'QT'] as const) {
      const { headers } = await signedInAs(test, role);
      expect((await post(test, '/api/staff/surveys', roundFields, headers)).status).toBe(403);
    }
    const { headers } = await signedInAs(test, 'BT');
    for (const [change, pointer] of [
      [{ closesOn: '2026-11-19' }, '/closesOn'],
      [{ opensOn: '2026-10-01', closesOn: '2026-10-31' }, '/closesOn'],
      [{ procedures: [] }, '/procedures'],
      [{ procedures: ['9.999999'] }, '/procedures'],
      [{ surveyId: 'danh-gia-pakn' }, '/surveyId'],
      [{ target: 0 }, '/target'],
      [{ channels: [] }, '/channels'],
      [{ papersUntil: '2026-11-20' }, '/papersUntil'],
      [{ opensOn: 'mai' }, '/opensOn'],
    ] as const) {
      const { status, body } = await post(test, '/api/staff/surveys', { ...roundFields, ...change }, headers);
      expect([status, body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
    expect(await test.portal.db.selectFrom('surveyRounds').selectAll().execute()).toEqual([]);
    expect((await post(test, '/api/staff/surveys', roundFields, headers)).body).toEqual({
      id: 'muc-do-hai-long-2026-1',
    });
  });

  it('takes answers on its days only, and is not known before', async () => {
    const round = await openRound(test, { opensOn: '2026-11-23', closesOn: '2026-11-25' });
    expect((await test.request(`/api/surveys/${round.id}`)).status).toBe(404);
    expect((await round.answer(formOf())).status).toBe(409);
    test.clock.set('2026-11-23T00:00:00+07:00');
    expect((await round.answer(formOf())).status).toBe(201);
    test.clock.set('2026-11-25T23:59:00+07:00');
    expect((await round.answer(formOf())).status).toBe(201);
    test.clock.set('2026-11-26T00:00:00+07:00');
    expect((await round.answer(formOf())).body['code']).toBe('round-not-open');
    test.clock.set('2026-11-20T08:30:00+07:00');
    expect(await rows('surveyPending', round.id)).toHaveLength(2);
  });

  it('freezes its questionnaire: a changed file under the same version stops the start', async () => {
    await openRound(test);
    const { content } = test.portal;
    const survey = content.surveys.get('muc-do-hai-long');
    if (!survey) throw new Error('no questionnaire');
    const changed = (version: number) => ({
      db: test.portal.db,
      content: {
        ...content,
        surveys: new Map([['muc-do-hai-long', { ...survey, version, title: 'Tên đã sửa' }]]),
      },
    });
    await checkFrozenSurveys(test.portal);
    const { version } = survey;
    await checkFrozenSurveys(changed(version + 1));
    await expect(checkFrozenSurveys(changed(version))).rejects.toThrow(
      `content/surveys/muc-do-hai-long.yaml đã bị sửa mà vẫn mang version: ${version}`,
    );
  });

  it('is mended until it is closed, its first day until it is opened', async () => {
    const round = await openRound(test, { opensOn: '2026-11-23', closesOn: '2026-11-27' });
    const change = async (json: object) => {
      const response = await test.request(`/api/staff/surveys/${round.id}`, {
        method: 'PUT',
        headers: { ...round.leader.headers, 'content-type': 'application/json' },
        body: JSON.stringify(json),
      });
      const body = response.status === 204 ? {} : ((await response.json()) as any);
      return [response.status, body.errors?.[0]?.pointer];
    };
    const kept = async () => (await round.tally()).round;
    expect(await change({ title: 'Đợt đã đặt lại tên', target: 80, opensOn: '2026-11-20' })).toEqual([
      204,
      undefined,
    ]);
    expect(await kept()).toMatchObject({
      title: 'Đợt đã đặt lại tên',
      target: 80,
      opensOn: '2026-11-20',
      closesOn: '2026-11-27',
    });
    expect(await change({ opensOn: '2026-11-24' })).toEqual([422, '/opensOn']);
    expect(await change({ title: 'Ngắn' })).toEqual([422, '/title']);
    expect(await change({ target: 0 })).toEqual([422, '/target']);
    expect(await change({ closesOn: '2026-11-19' })).toEqual([422, '/closesOn']);
    expect(await kept()).toMatchObject({ target: 80, opensOn: '2026-11-20', closesOn: '2026-11-27' });
    await round.close();
    expect((await change({ target: 90 }))[0]).toBe(409);
  });

  it('is answered in its own ways only, and has its paper form for staff before it is opened', async () => {
    const round = await openRound(test, { channels: ['paper'] });
    const refused = await round.answer(formOf());
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      'Đợt khảo sát này không trả lời bằng cách này. Xem các cách trả lời của đợt tại /khao-sat.',
    ]);
    expect(await rows('surveyTokensBurnt', round.id)).toEqual([]);
    const planned = await openRound(test, { opensOn: '2026-12-01', closesOn: '2026-12-20' });
    const desk = await signedInAs(test, 'MC');
    const seen = await test.request(`/api/staff/surveys/${planned.id}`, { headers: desk.headers });
    expect(((await seen.json()) as any).survey.id).toBe('muc-do-hai-long');
  });

  it('is closed by date once paper is over, and never by two at once', async () => {
    const round = await openRound(test, { closesOn: '2026-11-21', papersUntil: '2026-11-23' });
    await round.answer(formOf());
    test.clock.set('2026-11-23T12:00:00+07:00');
    await plan(test.portal, 'survey-close');
    await runJobs(test.portal, { name: 'survey-close' });
    expect((await round.tally()).round.closedOn).toBeNull();
    // Over, and not closed: a later last day opens it again, typed as people write it.
    const late = await round.answer(formOf());
    const moved = await test.request(`/api/staff/surveys/${round.id}`, {
      method: 'PUT',
      headers: { ...round.leader.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ closesOn: '23/11/2026' }),
    });
    const again = await round.answer(formOf());
    expect([late.status, moved.status, again.status]).toEqual([409, 204, 201]);
    test.clock.set('2026-11-24T00:10:00+07:00');
    await forgetJobs(test.portal);
    await plan(test.portal, 'survey-close');
    await runJobs(test.portal, { name: 'survey-close' });
    expect((await round.tally()).round.closedOn).toBe('2026-11-24');
    expect((await Promise.all([round.close(), round.close()])).map(({ status }) => status)).toEqual([
      204, 204,
    ]);
    test.clock.set('2026-11-20T08:30:00+07:00');
  });

  it('is remembered by letter when it ends within three working days', async () => {
    await openRound(test, { title: 'Đợt sắp hết hạn', closesOn: '2026-11-24' });
    await forgetJobs(test.portal);
    await plan(test.portal, 'survey-reminders');
    const sent: { to: string; text: string }[] = [];
    const portal = {
      ...test.portal,
      mailer: { ...test.portal.mailer, send: async (letter: any) => void sent.push(letter) },
    };
    const told = await runJobs(portal as never);
    expect(told.filter((line) => line === 'survey-reminder done').length).toBeGreaterThan(0);
    expect(sent[0]?.text).toContain(
      '- Đợt sắp hết hạn: Sắp hết hạn mà chưa đủ phiếu. Ngày cuối 24/11/2026, đã nhận 0/60 phiếu.',
    );
  });
});

describe('one answer per token', () => {
  it('a receipt number answers once, however it is spelt; the same form sent twice is one form', async () => {
    const round = await openRound(test);
    const number = receipt();
    const key = freshKey();
    const first = await round.answer(formOf(), { kind: 'receipt', number }, key);
    expect([first.status, first.body]).toEqual([201, { received: true }]);
    expect((await round.answer(formOf(), { kind: 'receipt', number }, key)).status).toBe(201);
    const altered = await round.answer(formOf(1), { kind: 'receipt', number }, key);
    expect([altered.status, altered.body['code']]).toEqual([409, 'token-used']);
    const again = await round.answer(formOf(5), { kind: 'receipt', number: ` ${number.toLowerCase()} ` });
    expect([again.status, again.body['code'], again.body.errors?.[0]?.pointer]).toEqual([
      409,
      'token-used',
      '/number',
    ]);
    expect(await rows('surveyPending', round.id)).toHaveLength(1);
    const other = await openRound(test);
    expect((await other.answer(formOf(), { kind: 'receipt', number })).status).toBe(201);
  });

  it('twenty at once with one token leave one answer', async () => {
    const round = await openRound(test);
    const number = receipt();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => round.answer(formOf(), { kind: 'receipt', number })),
    );
    expect(sent.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)]);
    expect(await rows('surveyPending', round.id)).toHaveLength(1);
  });

  it('a scan of a true poster opens one answer within the hour', async () => {
    const round = await openRound(test);
    const query = `procedure=${procedures[1]}&counter=${encodeURIComponent('Quầy 2')}`;
    const poster = await test.request(`/api/staff/surveys/${round.id}/poster?${query}`, {
      headers: round.leader.headers,
    });
    const { path } = (await poster.json()) as { path: string };
    const { pathname, searchParams } = new URL(path, 'http://portal.test');
    expect(pathname).toBe(`/khao-sat/${round.id}/quet`);
    const asked = { procedure: procedures[1], counter: 'Quầy 2', key: searchParams.get('k') };
    const scan = (change: object = {}) =>
      post(test, `/api/surveys/${round.id}/sessions`, { ...asked, ...change });
    expect((await scan({ counter: 'Quầy 1' })).status).toBe(404);
    expect((await scan({ key: 'tự-đặt' })).status).toBe(404);
    const { session } = (await scan()).body as any;
    const token = { kind: 'session', session };
    const other = session.replace(/^./, (first: string) => (first === '_' ? 'A' : '_'));
    expect((await round.answer(formOf(), { ...token, session: other })).status).toBe(422);
    expect((await round.answer(formOf(), token)).status).toBe(201);
    expect((await round.answer(formOf(), token)).status).toBe(409);
    const late = { kind: 'session', session: ((await scan()).body as any).session };
    test.clock.set('2026-11-20T09:31:00+07:00');
    expect((await round.answer(formOf(), late)).body.errors?.[0]?.pointer).toBe('/session');
    test.clock.set('2026-11-20T08:30:00+07:00');
    expect((await rows('surveyPending', round.id)).map(({ channel }) => channel)).toEqual(['qr']);
    const elsewhere = await openRound(test);
    expect((await elsewhere.answer(formOf(), token)).status).toBe(422);
  });

  it('a case answers once, when it has ended and its code is known', async () => {
    const round = await openRound(test);
    const open = await submit(test);
    const crew = await openCrew(test);
    const ended = await crew.caseIn('published');
    const token = ({ number, secret }: { number: string; secret: string }) => ({
      kind: 'case',
      number,
      secret,
    });
    expect((await round.answer(formOf(), token(open))).body.errors?.[0]?.pointer).toBe('/number');
    expect((await round.answer(formOf(), { ...token(ended), secret: open.secret })).status).toBe(404);
    expect((await round.answer(formOf(), token(ended))).status).toBe(201);
    expect((await round.answer(formOf(), token(ended))).status).toBe(409);
  });

  it('is throttled like every public form', async () => {
    const strict = await openTestPortal({
      now: '2026-11-20T08:30:00+07:00',
      env: { SUBMISSIONS_PER_10_MINUTES: '2' },
    });
    const round = await openRound(strict);
    const sent = [await round.answer(formOf()), await round.answer(formOf()), await round.answer(formOf())];
    await strict.close();
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 429]);
  });
});

describe('a form', () => {
  it('is refused at the field, with nothing written and the token unburnt', async () => {
    const round = await openRound(test);
    const number = receipt();
    for (const [answers, pointer] of [
      [formOf(4, { A1: '9.999999' }), '/answers/A1'],
      [formOf(4, { A1: '' }), '/answers/A1'],
      [formOf(4, { A4: '2026-12' }), '/answers/A4'],
      [formOf(4, { C3: '6' }), '/answers/C3'],
      [formOf(4, { D1: ['time', 'papers', 'online', 'cases'] }), '/answers/D1'],
      [formOf(4, { D2: 'x'.repeat(1001) }), '/answers/D2'],
      [formOf(4, { E9: 'x' }), '/answers/E9'],
      [formOf(4, { C1: '', C2: '', C3: '', C4: '', C5: '' }), '/answers/C1'],
    ] as const) {
      const { status, body } = await round.answer(answers, { kind: 'receipt', number });
      expect([status, body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
    for (const wrong of ['', 'ABC', 'không có số', 'H48-12'])
      expect((await round.answer(formOf(), { kind: 'receipt', number: wrong })).status).toBe(422);
    expect(await rows('surveyTokensBurnt', round.id)).toEqual([]);
    expect(await rows('surveyPending', round.id)).toEqual([]);
    const short = formOf(4, { C1: '', C2: '', C3: '', C4: '', C5: '' });
    const accepted = await round.answer(short, { kind: 'receipt', number }, freshKey(), {
      acceptsIncomplete: true,
    });
    expect(accepted.status).toBe(201);
  });
});

describe('nobody is to be found', () => {
  it('answers wait sealed until ten are there, then lie in another table, without day and token', async () => {
    const round = await openRound(test);
    const numbers = Array.from({ length: 10 }, receipt);
    const words = 'Mong sớm hơn, xin gọi ông Nguyễn Văn Thử 0900 000 000 (dữ liệu thử).';
    for (const number of numbers.slice(0, 9))
      await round.answer(formOf(4, { D2: words }), { kind: 'receipt', number });
    await forgetJobs(test.portal);
    await plan(test.portal, 'survey-mix');
    await runJobs(test.portal, { name: 'survey-mix' });
    expect(await rows('surveyAnswers', round.id)).toEqual([]);
    expect(JSON.stringify(await rows('surveyPending', round.id))).not.toMatch(/Mong sớm|on-time|1\.014445/);

    await round.answer(formOf(4, { D2: words }), { kind: 'receipt', number: numbers[9] });
    await forgetJobs(test.portal);
    await plan(test.portal, 'survey-mix');
    await runJobs(test.portal, { name: 'survey-mix' });
    expect(await rows('surveyPending', round.id)).toEqual([]);
    const answers = await rows('surveyAnswers', round.id);
    expect(answers).toHaveLength(10);
    expect(Object.keys(answers[0]).toSorted()).toEqual([
      'answers',
      'channel',
      'field',
      'filing',
      'id',
      'isValid',
      'opinions',
      'points',
      'procedure',
      'quarter',
      'respondent',
      'roundId',
      'satisfied',
      'scored',
    ]);
    expect(answers[0].answers.D2).toBe('Mong sớm hơn, xin gọi [đã che] [đã che] (dữ liệu thử).');
    const burnt = await rows('surveyTokensBurnt', round.id);
    expect(burnt).toHaveLength(10);
    expect(Object.keys(burnt[0]).toSorted()).toEqual(['formHash', 'roundId', 'tokenHash']);
    expect(JSON.stringify(burnt)).not.toContain('H48');
  });

  it('closing takes the tokens away, covers what paper said, and gives all answers one age', async () => {
    const round = await openRound(test);
    for (let count = 0; count < 7; count += 1) await round.answer(formOf());
    const desk = await signedInAs(test, 'MC');
    const typed = await post(
      test,
      `/api/staff/surveys/${round.id}/papers`,
      { scanNumber: 'p1', answers: formOf(3, { D2: 'Thư: nguoi.thu@thu.example' }) },
      desk.headers,
    );
    expect(typed.body).toEqual({ scanNumber: 'P1', isValid: true });
    expect((await round.close()).status).toBe(204);
    expect(await rows('surveyTokensBurnt', round.id)).toEqual([]);
    expect(await rows('surveyPending', round.id)).toEqual([]);
    const { rows: ages } = await sql<{ ages: number; texts: string }>`
      select count(distinct xmin::text)::int as ages, string_agg(answers::text, ' ') as texts
      from survey_answers where round_id = ${round.id}`.execute(test.owner);
    expect(ages[0]?.ages).toBe(1);
    expect(ages[0]?.texts).not.toContain('nguoi.thu');
    const papers = await test.portal.db
      .selectFrom('surveyPapers')
      .select(['scanNumber', 'answers'])
      .where('roundId', '=', round.id)
      .execute();
    expect(papers).toEqual([{ scanNumber: 'P1', answers: null }]);
    const late = await post(
      test,
      `/api/staff/surveys/${round.id}/papers`,
      { scanNumber: 'P2', answers: formOf() },
      desk.headers,
    );
    expect(late.status).toBe(409);
    expect((await round.answer(formOf())).status).toBe(409);
    expect((await round.tally()).texts).toEqual([
      { code: 'D2', label: 'Ý kiến khác', texts: ['Thư: [đã che]'] },
    ]);
  });
});

describe('paper', () => {
  it('has a number that is unique in its round, and a second person who types it again', async () => {
    const round = await openRound(test);
    const [first, second] = [await signedInAs(test, 'MC'), await signedInAs(test, 'TN')];
    const at = `/api/staff/surveys/${round.id}/papers`;
    const paper = { scanNumber: 'A-001', answers: formOf(4), checkWanted: true };
    expect((await post(test, at, paper, round.leader.headers)).status).toBe(403);
    expect((await post(test, at, paper, first.headers)).status).toBe(201);
    const twice = await post(test, at, paper, second.headers);
    expect([twice.status, twice.body.errors?.[0]?.pointer]).toEqual([422, '/scanNumber']);

    expect((await round.close()).body['detail']).toContain('A-001');
    const check = (who: typeof first, answers: object) =>
      post(test, `${at}/A-001/check`, { answers }, who.headers);
    expect((await check(first, formOf(4))).status).toBe(403);
    const differs = await check(second, formOf(4, { C7: '2', D1: ['time'] }));
    expect(differs.body).toEqual({ state: 'differs', differences: ['C7', 'D1'] });
    const list = await test.request(at, { headers: second.headers });
    expect(((await list.json()) as any).papers).toEqual([
      {
        scanNumber: 'A-001',
        state: 'differs',
        enteredOn: '2026-11-20',
        isOwn: false,
        differences: [
          { code: 'C7', label: 'Công chức lịch sự, tôn trọng', first: 'Hài lòng', second: 'Không hài lòng' },
          {
            code: 'D1',
            label: 'Nội dung cần ưu tiên cải thiện',
            first: 'Để trống',
            second: 'Rút ngắn thời gian',
          },
        ],
      },
    ]);
    const settle = (right: object) => post(test, `${at}/A-001/settle`, { right }, second.headers);
    expect((await settle({ C7: 'second' })).body.errors?.[0]?.pointer).toBe('/right/D1');
    expect((await settle({ C7: 'second', D1: 'first' })).status).toBe(204);
    expect((await round.close()).status).toBe(204);
    const item = (await round.tally()).items.find(({ code }: any) => code === 'C7');
    expect(item.levels).toEqual([0, 1, 0, 0, 0]);
  });
});
