// Handling a case: each step by whom the table names, written as an event, and refused to everybody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, post, submission, submit } from '../support/portal/case.ts';
import { classification, openCrew, publication, reply, type Crew } from '../support/portal/crew.ts';
import { catchUp } from '../support/portal/figures.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
const read = async (path: string): Promise<any> => await (await test.request(path)).json();
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const snapshot = async (number: string) => {
  const { db } = test.portal;
  const row = await db.selectFrom('cases').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
  const events = await db
    .selectFrom('caseEvents')
    .selectAll()
    .where('caseId', '=', row.id)
    .orderBy('seq')
    .execute();
  return { row, events };
};

const everyStep: Record<string, Record<string, unknown>> = {
  classify: classification,
  accept: {},
  'refer-conduct': {},
  assign: { handlerId: 'x' },
  'assign-conduct': { handlerId: 'x' },
  'draft-reply': reply,
  'return-draft': { reason: 'Cần viết rõ hơn.' },
  'submit-reply': {},
  'return-reply': { reason: 'Cần viết rõ hơn.' },
  approve: {},
  publish: publication,
  'tell-change': { changed: 'Biểu mẫu không còn đòi bản giấy.' },
  'close-private': { reason: 'Nội dung riêng của một tổ chức.' },
};
/** Who may take which step at which stop of the way; all else must be refused. */
const lawful: Record<string, string[]> = {
  submitted: ['TN classify'],
  accepted: ['CVP assign', 'LD assign'],
  assigned: ['XL draft-reply'],
  reply_draft: ['XL draft-reply', 'TP return-draft', 'TP submit-reply'],
  approving: ['LD return-reply', 'LD approve'],
  answered: ['BT publish', 'LD close-private'],
  published: ['BT tell-change'],
};

describe('the way of a case about a rule', () => {
  it('goes from the form to the published answer, an event for each step', async () => {
    const { number, secret } = await crew.caseIn('published');
    const { row, events } = await snapshot(number);
    expect(row).toMatchObject({
      status: 'published',
      track: 'rule',
      unit: 'quan-ly-cong-nghe',
      dueOn: '2026-12-14',
    });
    expect(events.map(({ seq, step, actorRole }) => [seq, step, actorRole])).toEqual([
      [1, 'submit', 'CD'],
      [2, 'classify', 'TN'],
      [3, 'accept', 'TN'],
      [4, 'assign', 'CVP'],
      [5, 'draft-reply', 'XL'],
      [6, 'submit-reply', 'TP'],
      [7, 'approve', 'LD'],
      [8, 'publish', 'BT'],
    ]);
    const { body } = await post(test, '/api/cases/lookup', { number, secret });
    expect(body).toMatchObject({
      status: 'answered',
      published: true,

      reply: { body: reply.body, outcome: 'recommend' },
    });
    expect((body['timeline'] as { status: string }[]).map(({ status }) => status)).toEqual([
      'received',
      'accepted',
      'handling',
      'handling',
      'answered',
      'answered',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/coquan|Biểu mẫu yêu cầu bản giấy thừa/);
  });

  it('moves the deadline of the stage with the state: 2, 1, none, 2 working days', async () => {
    const stages: Record<string, string | null> = {
      submitted: '2026-11-25',
      accepted: '2026-11-23',
      assigned: null,
      answered: '2026-11-25',
      published: null,
    };
    for (const [status, stageDueOn] of Object.entries(stages)) {
      const { number } = await crew.caseIn(status);
      expect([status, (await snapshot(number)).row.stageDueOn]).toEqual([status, stageDueOn]);
    }
  });

  it('keeps the procedure that it came with when another replaces it; a replaced one is chosen for no case', async () => {
    const { procedures } = test.portal.content;
    const key = { 'idempotency-key': freshKey() };
    const sent = { ...submission, procedure: '1.003633' };
    const first = await post(test, '/api/cases', sent, key);
    const number = first.body['number'] as string;
    const before = procedures.get('1.003633');
    if (!before) throw new Error('no such procedure');
    procedures.set('1.003633', { ...before, status: 'replaced', replacedBy: '1.014445' });
    try {
      expect(await post(test, '/api/cases', sent, key)).toMatchObject({ status: 201, body: first.body });
      expect((await post(test, '/api/cases', sent, { 'idempotency-key': freshKey() })).status).toBe(422);
      const refused = await crew.take('TN', number, 'classify', { ...classification, procedure: '1.000173' });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [
          {
            pointer: '/procedure',
            detail:
              'Thủ tục “Thủ tục cấp và cấp lại chứng chỉ nhân viên bức xạ (người phụ trách an toàn cơ sở X-quang chẩn đoán trong y tế)” (mã 1.000173) đã được thay thế bằng thủ tục “Cấp chứng chỉ nhân viên bức xạ (đối với người phụ trách an toàn cơ sở X-quang chẩn đoán trong y tế)” (mã 2.002379). Hãy chọn thủ tục ấy hoặc để trống.',
          },
        ],
      ]);
      const taken = await crew.take('TN', number, 'classify', { ...classification, procedure: '1.003633' });
      expect([taken.status, (await snapshot(number)).row.procedureSlug]).toEqual([200, '1.003633']);
    } finally {
      procedures.set('1.003633', before);
    }
  });

  it.each(Object.keys(lawful))(
    'in %s admits nobody but whom the table names, and a refusal writes nothing',
    async (status) => {
      const { number } = await crew.caseIn(status);
      const before = await snapshot(number);
      for (const who of Object.keys(crew.officers) as (keyof typeof crew.officers)[])
        for (const [step, fields] of Object.entries(everyStep)) {
          if (lawful[status]?.includes(`${who} ${step}`)) continue;
          const answer = await crew.take(who, number, step, fields);
          expect([who, step, [403, 404, 409].includes(answer.status)]).toEqual([who, step, true]);
        }
      expect(await snapshot(number)).toEqual(before);
    },
  );

  it('returns for rework with the reason, and comes back with a new version of the reply', async () => {
    const { number } = await crew.caseIn('approving');
    expect(
      (await crew.take('LD', number, 'return-reply', { reason: 'Nêu rõ thời hạn sửa biểu mẫu.' })).status,
    ).toBe(200);
    expect(
      (await crew.take('XL', number, 'draft-reply', { ...reply, body: `${reply.body} Bản sửa.` })).status,
    ).toBe(200);
    const { body } = await crew.seen('XL', number);
    expect(body['reply']).toMatchObject({ version: 2 });
    expect(body['events'].at(-2)).toMatchObject({
      step: 'return-reply',
      text: 'Nêu rõ thời hạn sửa biểu mẫu.',
    });
  });

  it('refuses a step on a case that somebody else has changed meanwhile', async () => {
    const { number } = await crew.caseIn('submitted');
    const { headers } = crew.officers.TN;
    await crew.take('TN', number, 'classify', classification);
    const { status, body } = await post(
      test,
      `/api/staff/cases/${number}/steps`,
      { step: 'accept', version: 1 },
      headers,
    );
    expect([status, body['code']]).toEqual([409, 'stale']);
  });

  it('lets only one of two simultaneous approvals through', async () => {
    const { number } = await crew.caseIn('approving');
    const answers = await Promise.all([
      crew.take('LD', number, 'approve'),
      crew.take('LD', number, 'approve'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await snapshot(number)).events.filter(({ step }) => step === 'approve')).toHaveLength(1);
  });
});

describe('a case about conduct', () => {
  const conduct = { contentCode: '5.1', summary: 'Chậm trả kết quả, không hẹn lại.' };

  it('is not accepted like a rule, goes to the leader, and needs a finding', async () => {
    const { number } = await submit(test, { contentCode: '5.1' });
    await crew.take('TN', number, 'classify', conduct);
    expect((await crew.take('TN', number, 'accept')).status).toBe(409);
    expect((await crew.take('TN', number, 'refer-conduct')).status).toBe(200);
    expect(
      (await crew.take('CVP', number, 'assign-conduct', { handlerId: crew.officers.XL.id })).status,
    ).toBe(403);
    expect((await crew.take('LD', number, 'assign-conduct', { handlerId: crew.officers.XL.id })).status).toBe(
      200,
    );
    const refused = await crew.take('XL', number, 'draft-reply', { ...reply, outcome: 'correct-conduct' });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/verification']);
    expect(
      (
        await crew.take('XL', number, 'draft-reply', {
          ...reply,
          outcome: 'correct-conduct',
          verification: 'partly-true',
        })
      ).status,
    ).toBe(200);
  });

  it('is given only to an active handler', async () => {
    const { number } = await crew.caseIn('accepted');
    for (const handlerId of [crew.officers.TP.id, 'nobody']) {
      const refused = await crew.take('CVP', number, 'assign', { handlerId });
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/handlerId']);
    }
  });
});

describe('who sees what', () => {
  it('shows a case only to those who work on it, and the sender only to those who must know', async () => {
    const { number } = await crew.caseIn('reply_draft');
    const sees = Object.fromEntries(
      await Promise.all(
        (Object.keys(crew.officers) as (keyof typeof crew.officers)[]).map(async (who) => {
          const { status, body } = await crew.seen(who, number);
          return [who, status === 200 ? (body['sender'] ? 'sender' : 'case') : status];
        }),
      ),
    );
    expect(sees).toEqual({
      TN: 'sender',
      MC: 404,
      CVP: 'sender',
      LD: 'sender',
      XL: 'sender',
      TP: 'case',
      otherXL: 404,
      otherTP: 404,
      BT: 404,
      QT: 404,
    });
  });

  it('shows the editor the answered case without the sender', async () => {
    const { number } = await crew.caseIn('answered');
    const { status, body } = await crew.seen('BT', number);
    expect([status, body['sender']]).toEqual([200, null]);
    expect(JSON.stringify(body)).not.toContain(submission.name);
  });

  it('lists for each officer what waits for them, and late ones apart', async () => {
    const late = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
    const lateCrew = await openCrew(late);
    const { number } = await lateCrew.caseIn('submitted');
    const list = async (who: 'TN' | 'BT' | 'QT', view: string) =>
      (await (
        await late.request(`/api/staff/cases?view=${view}`, { headers: lateCrew.officers[who].headers })
      ).json()) as { cases: { number: string; daysLeft: number }[] };
    expect((await list('TN', 'waiting')).cases).toMatchObject([{ number, daysLeft: 2 }]);
    late.clock.set('2026-11-25T09:00:00+07:00');
    expect((await list('TN', 'due-today')).cases).toMatchObject([{ number, daysLeft: 0 }]);
    late.clock.set('2026-11-26T09:00:00+07:00');
    expect(await list('TN', 'overdue')).toMatchObject({
      cases: [{ number, daysLeft: -1 }],
    });
    const counts = await late.request('/api/staff/cases/counts', { headers: lateCrew.officers.TN.headers });
    expect(await counts.json()).toEqual({
      mine: 1,
      waiting: 1,
      'due-today': 0,
      soon: 0,
      overdue: 1,
      open: 1,
      forwarded: 0,
      new: 0,
    });
    expect((await list('BT', 'open')).cases).toEqual([]);
    expect((await list('QT', 'open')).cases).toEqual([]);
    await late.close();
  });

  it('answers 401 without a session', async () => {
    expect((await test.request('/api/staff/cases')).status).toBe(401);
  });
});

describe('publishing', () => {
  it.each([
    [
      'the sender by name',
      { summary: `Ông ${submission.name} phản ánh biểu mẫu còn thừa giấy.` },
      '/summary',
    ],
    ['the sender by name in the title', { title: `${submission.name} hỏi về biểu mẫu` }, '/title'],
    [
      'the sender by telephone in what changed',
      { changed: 'Nhờ số 0900000000 gọi đến, biểu mẫu nay đã bỏ bản giấy.' },
      '/changed',
    ],
    [
      'the sender by telephone',
      { answer: 'Cơ quan đã gọi số 0900000000 để trao đổi với người gửi.' },
      '/answer',
    ],
  ])('never lets out %s, even when confirmed', async (_what, change, pointer) => {
    const { number } = await crew.caseIn('answered');
    const refused = await crew.take('BT', number, 'publish', {
      ...publication,
      ...change,
      confirmedMasked: true,
    });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect((await test.request(`/api/answers/${number}`)).status).toBe(404);
  });

  it('lets out what only looks personal after a person confirmed it', async () => {
    const { number } = await crew.caseIn('answered');
    const change = { answer: 'Hồ sơ gửi về thư điện tử hotro@coquan.example của cơ quan.' };
    expect((await crew.take('BT', number, 'publish', { ...publication, ...change })).status).toBe(422);
    expect(
      (await crew.take('BT', number, 'publish', { ...publication, ...change, confirmedMasked: true })).status,
    ).toBe(200);
  });

  it('puts the answer among the public ones, with exactly these keys', async () => {
    const { number } = await crew.caseIn('published');
    const one = (await (await test.request(`/api/answers/${number}`)).json()) as object;
    expect(Object.keys(one).sort()).toEqual([
      'answer',
      'answeredOn',
      'change',
      'contentCode',
      'continuedOn',
      'echoes',
      'number',
      'outcome',
      'procedure',
      'publishedAt',
      'rating',
      'receivedOn',
      'summary',
      'title',
      'track',
      'unit',
      'workingDays',
    ]);
    const { answers } = (await (await test.request('/api/answers')).json()) as {
      answers: { number: string }[];
    };
    expect(answers.map((answer) => answer.number)).toContain(number);
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual([
      'answeredOn',
      'contentCode',
      'continuedOn',
      'echoes',
      'number',
      'procedure',
      'publishedAt',
      'receivedOn',
      'summary',
      'title',
      'track',
      'workingDays',
    ]);
  });

  it('asks for a title of 10 to 120 characters, and publishes nothing without one', async () => {
    const { number } = await crew.caseIn('answered');
    for (const title of [undefined, 'Ngắn', 'dài '.repeat(31)]) {
      const refused = await crew.take('BT', number, 'publish', { ...publication, title });
      expect([refused.status, refused.body.errors?.map((one) => one.pointer)]).toEqual([422, ['/title']]);
    }
    expect((await test.request(`/api/answers/${number}`)).status).toBe(404);
  });

  it('tells what changed, at publishing or after it, newest first, with the document of the library', async () => {
    const early = await crew.caseIn('answered');
    const said = { changed: 'Biểu mẫu không còn đòi bản giấy.', changedDocument: '61/2018/NĐ-CP' };
    const lone = { ...publication, changedDocument: said.changedDocument };
    expect((await crew.take('BT', early.number, 'publish', lone)).body.errors?.[0]?.pointer).toBe('/changed');
    expect((await crew.take('BT', early.number, 'publish', { ...publication, ...said })).status).toBe(200);
    const late = await crew.caseIn('published');
    expect((await crew.take('TN', late.number, 'tell-change', said)).status).toBe(403);
    const changed = 'Nay nộp trực tuyến là đủ.';
    const named = { changed: `${changed} Cảm ơn ${submission.name}.`, confirmedMasked: true };
    expect((await crew.take('BT', late.number, 'tell-change', named)).body.errors?.[0]?.pointer).toBe(
      '/changed',
    );
    expect((await crew.take('BT', late.number, 'tell-change', { changed })).status).toBe(200);
    const { changes } = await read('/api/answers/changes');
    expect(changes.slice(0, 2).map((one: any) => [one.number, one.change.text, one.change.document])).toEqual(
      [
        [late.number, changed, null],
        [early.number, said.changed, { number: '61/2018/NĐ-CP', slug: '61-2018-nd-cp' }],
      ],
    );
    const one = await read(`/api/answers/${late.number}`);
    expect([one.title, one.answer, one.change.text]).toEqual([
      publication.title,
      publication.answer,
      changed,
    ]);
  });

  it('counts who met the same, ten a day from one network, and tells the officer', async () => {
    const { number } = await crew.caseIn('published');
    const press = () => test.request(`/api/answers/${number}/echoes`, { method: 'POST' });
    const presses = [];
    for (let turn = 0; turn < 11; turn += 1) presses.push((await press()).status);
    expect(presses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    expect((await read(`/api/answers/${number}`)).echoes).toBe(10);
    expect((await crew.seen('BT', number)).body['echoes']).toBe(10);
    expect((await test.request('/api/answers/PAKN-2026-999999/echoes', { method: 'POST' })).status).toBe(404);
  });

  it('is narrowed down by month and field, and offers only what there is', async () => {
    const { months, fields, procedures } = await read('/api/answers/choices');
    expect([months.length > 0, fields, procedures]).toEqual([true, [], []]);
    const numbers = async (query: string) => (await read(`/api/answers?${query}`)).answers.length;
    expect(await numbers(`month=${months[0]}`)).toBeGreaterThan(0);
    expect(await numbers('month=2019-01')).toBe(0);
    expect(await numbers('field=Khác')).toBe(0);
    expect((await test.request('/api/answers?month=2026-13')).status).toBe(422);
  });

  it('closes privately with a reason, and then nothing is public', async () => {
    const { number } = await crew.caseIn('answered');
    expect(
      (await crew.take('LD', number, 'close-private', { reason: 'Nội dung riêng của một tổ chức.' })).status,
    ).toBe(200);
    expect((await test.request(`/api/answers/${number}`)).status).toBe(404);
  });
});

describe('rating', () => {
  const setDeadline = async (code: string, amount: number) => {
    const answer = await test.request(`/api/staff/deadlines/${code}`, {
      method: 'PUT',
      headers: { ...crew.officers.QT.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ amount, legalBasis: 'Quy chế thử nghiệm của bài thử', certainty: 'proposal' }),
    });
    expect(answer.status).toBe(200);
  };
  const rate = (key: { number: string; secret: string }, score = 'satisfied') =>
    post(test, '/api/cases/rate', { number: key.number, secret: key.secret, score });

  it('is possible once, after the result is public, by the sender alone', async () => {
    const receipt = await crew.caseIn('published');
    expect((await rate({ ...receipt, secret: (await submit(test)).secret })).status).toBe(404);
    expect((await rate(receipt, 'wonderful')).status).toBe(422);
    expect((await rate(receipt)).status).toBe(204);
    expect((await rate(receipt)).status).toBe(409);
    expect((await snapshot(receipt.number)).row.status).toBe('rated');
  });

  it('stands beside the public answer only where the figures it is a part of are public', async () => {
    const rated = async () => {
      const receipt = await crew.caseIn('published');
      expect((await rate(receipt)).status).toBe(204);
      return receipt.number;
    };
    const scores = async (numbers: string[]) =>
      Promise.all(numbers.map(async (number) => (await read(`/api/answers/${number}`)).rating));
    const first = [await rated(), await rated()];
    await catchUp(test);
    expect(await scores(first)).toEqual([null, null]);
    const more = [await rated(), await rated(), await rated()];
    await catchUp(test);
    expect(await scores([...first, ...more])).toEqual(Array(5).fill('satisfied'));
  });

  it('is possible for as many days as the office has set, and refused after them with the last one', async () => {
    const { number, secret } = await crew.caseIn('published');
    const found = async () => (await post(test, '/api/cases/lookup', { number, secret })).body;
    // Thirty days from 20/11/2026 is a Sunday.
    test.clock.set('2026-12-21T23:00:00+07:00');
    expect(await found()).toMatchObject({ rateUntil: '2026-12-21', steps: expect.arrayContaining(['rate']) });
    test.clock.set('2026-12-22T08:00:00+07:00');
    const over = await found();
    expect([over['rateUntil'], over['steps']]).toEqual([
      null,
      ['correct-contact', 'rotate-secret', 'continue'],
    ]);
    const refused = await rate({ number, secret });
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      'Kết quả của hồ sơ này đánh giá được đến hết ngày 21/12/2026. Nếu chưa hài lòng, Ông/Bà vẫn có thể tiếp tục phản ánh.',
    ]);
    expect((await snapshot(number)).row.status).toBe('published');
    await setDeadline('rating-window', 45);
    expect((await rate({ number, secret })).status).toBe(204);
    await setDeadline('rating-window', 30);
    test.clock.set('2026-11-20T08:30:00+07:00');
  });

  it('is refused before there is a result', async () => {
    const receipt = await crew.caseIn('assigned');
    expect((await rate(receipt)).status).toBe(409);
    expect(
      await test.portal.db
        .selectFrom('caseRatings')
        .innerJoin('cases', 'cases.id', 'caseRatings.caseId')
        .select('number')
        .where('number', '=', receipt.number)
        .execute(),
    ).toEqual([]);
  });
});
