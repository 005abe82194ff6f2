// A published answer becomes the draft of a question and answer: masked text only, for editors and the chief of office.
import { afterAll, beforeAll, expect, test as it } from 'vitest';
import { parse } from 'yaml';
import { QaFile } from '../../api/qa/schema.ts';
import { openCrew, publication, type Crew } from '../support/portal/crew.ts';
import { submission } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let test: TestPortal;
let crew: Crew;
let number: string;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  crew = await openCrew(test);
  ({ number } = await crew.caseIn('published'));
});
afterAll(() => test.close());

const draft = async (who: keyof Crew['officers'] | null, of = number) => {
  const headers = who ? crew.officers[who].headers : {};
  const answer = await test.request(`/api/staff/answers/${of}/qa-draft`, { headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
};

it('gives a file that the schema of content/qa takes, as a draft that nobody sees', async () => {
  for (const who of ['BT', 'CVP'] as const) {
    const { status, body } = await draft(who);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['fileName', 'yaml', 'warnings']);
    expect(body['fileName']).toBe(`${number.toLowerCase()}.yaml`);
    expect(QaFile.parse(parse(body['yaml']))).toMatchObject({
      question: publication.summary,
      answer: publication.answer,
      madeFrom: number,
      draft: true,
      reviewedOn: null,
    });
  }
});

it('holds nothing of the sender', async () => {
  const { body } = await draft('BT');
  const { name, address, phone, body: said } = submission;
  for (const secret of [name, address, phone, said]) expect(body['yaml']).not.toContain(secret);
});

it('is refused to everybody else', async () => {
  expect((await draft(null)).status).toBe(401);
  for (const who of ['TN', 'XL', 'TP', 'LD', 'QT', 'MC'] as const)
    expect((await draft(who)).status).toBe(403);
});

it('knows only what was published', async () => {
  const { number: answered } = await crew.caseIn('answered');
  expect((await draft('BT', answered)).status).toBe(404);
  expect((await draft('BT', 'PAKN-2026-999999')).status).toBe(404);
});

it('a published answer has its place in the site map', async () => {
  const answer = await test.request('/api/sitemap/answers?limit=10');
  expect(await answer.json()).toEqual({
    total: 1,
    answers: [{ number, publishedAt: '2026-11-20T01:30:00.000Z' }],
  });
});
