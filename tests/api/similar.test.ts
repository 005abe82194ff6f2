// Similar ones first: published answers like a letter that is about to be sent, explained, and nothing of it kept.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, submission } from '../support/portal/case.ts';
import { openCrew, publication, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

const procedure = '1.014445';
const letter = 'Tôi đã nộp trực tuyến rồi mà bộ phận một cửa vẫn đòi bản giấy lần nữa.';
let portal: TestPortal;
let crew: Crew;
let aboutPaper: string;
let aboutDelay: string;

beforeAll(async () => {
  portal = await openTestPortal();
  crew = await openCrew(portal);
  aboutPaper = await published(procedure, publication.summary);
  aboutDelay = await published(null, 'Giấy phép trễ hẹn năm ngày mà không có thông báo nào gửi tới.');
});
afterAll(() => portal.close());

async function published(about: string | null, summary: string): Promise<string> {
  const { number } = await crew.caseIn('answered');
  const { status } = await crew.take('BT', number, 'publish', { ...publication, summary });
  expect(status).toBe(200);
  // The crew's officer classifies every case without a procedure.
  await portal.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await trx
      .updateTable('answerVersions')
      .set({ procedureSlug: about })
      .where('number', '=', number)
      .execute();
  });
  return number;
}

const ask = (body: Record<string, unknown>) => post(portal, '/api/answers/similar', body);

test('offers answers about the same procedure with like wording, and says why', async () => {
  const { status, body, headers } = await ask({ procedure, contentCode: '5.1', body: letter });
  expect(status).toBe(200);
  expect(body).toEqual({
    answers: [
      {
        number: aboutPaper,
        summary: 'Người dân phản ánh biểu mẫu còn yêu cầu bản giấy khi đã nộp trực tuyến.',
        why: ['cùng thủ tục', 'trùng các từ: nộp trực tuyến, bản giấy'],
      },
    ],
  });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('of several answers that say the same the newest is offered', async () => {
  const summary = 'Máy chiếu phải kiểm định hai lần trong cùng một tháng mà không có giải thích.';
  const first = await published('2.002379', summary);
  const second = await published('2.002379', summary);
  const body = 'Máy chiếu của tôi phải kiểm định hai lần trong một tháng.';
  const { answers } = (await ask({ procedure: '2.002379', contentCode: '5.1', body })).body as {
    answers: { number: string }[];
  };
  expect([answers.map(({ number }) => number), first < second]).toEqual([[second], true]);
});

test('without a procedure, looks among answers about the same content', async () => {
  const late = 'Giấy phép của tôi trễ hẹn cả tuần, không có thông báo.';
  const { body } = await ask({ contentCode: '5.2', body: late });
  expect(body).toMatchObject({
    answers: [
      {
        number: aboutDelay,
        why: [
          'cùng loại nội dung: Quy định không phù hợp thực tế',
          'trùng các từ: giấy phép, thông báo, trễ hẹn',
        ],
      },
    ],
  });
  expect((await ask({ contentCode: '5.1', body: late })).body).toEqual({ answers: [] });
});

test('offers nothing about another procedure, or with other words', async () => {
  const other = await ask({ procedure: '1.014446', contentCode: '5.2', body: letter });
  expect(other.body).toEqual({ answers: [] });
  const unlike = await ask({ procedure, contentCode: '5.2', body: 'Bãi giữ xe của trụ sở quá chật.' });
  expect(unlike.body).toEqual({ answers: [] });
});

test('refuses what is not a question about wording, and takes no name or telephone number', async () => {
  const { status, body } = await ask({ contentCode: '9', name: submission.name });
  expect(status).toBe(422);
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/contentCode', '/body', '/name']);
});

test('is not asked through an address: a letter never stands in one', async () => {
  const response = await portal.request(`/api/answers/similar?body=${encodeURIComponent(letter)}`);
  expect(response.status).toBe(404);
});

test('leaves the register as it was', async () => {
  const count = () => portal.portal.db.selectFrom('cases').select('id').execute();
  const before = (await count()).length;
  await ask({ procedure, contentCode: '5.2', body: letter });
  expect((await count()).length).toBe(before);
});
