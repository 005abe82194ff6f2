// The calendar over the API: due dates with their days, the days off of a year, and what is refused.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

const askDue = (body: string) =>
  portal.request('/api/calendar/due', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

async function readYear(year: string) {
  const answer = await portal.client.api.calendar.days.$get({ query: { year } });
  if (answer.status !== 200) throw new Error(`expected 200, was ${answer.status}`);
  return await answer.json();
}

test('a due date comes with every day behind it', async () => {
  const answer = await portal.client.api.calendar.due.$post({ json: { from: '2026-11-20', workingDays: 2 } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    on: '2026-11-25',
    explanation: [
      { date: '2026-11-21', weekday: 'Thứ Bảy', counted: null, reason: 'Thứ Bảy' },
      { date: '2026-11-22', weekday: 'Chủ nhật', counted: null, reason: 'Chủ nhật' },
      { date: '2026-11-23', weekday: 'Thứ Hai', counted: 1 },
      {
        date: '2026-11-24',
        weekday: 'Thứ Ba',
        counted: null,
        reason: 'Ngày Văn hóa Việt Nam',
        certainty: 'announced',
      },
      { date: '2026-11-25', weekday: 'Thứ Tư', counted: 2 },
    ],
    summary:
      '02 ngày làm việc, tính từ ngày làm việc tiếp theo sau 20/11/2026; không tính 3 ngày nghỉ (2 ngày cuối tuần, Ngày Văn hóa Việt Nam 24/11).',
    certain: true,
  });
});

test('the longest count from the last day of the calendar is answered', async () => {
  const answer = await portal.client.api.calendar.due.$post({
    json: { from: '2099-12-31', workingDays: 250 },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ certain: false });
});

test.each([
  ['{"from":"2026-02-30","workingDays":1}', '/from', 'Nhập một ngày có thật, viết dạng 2026-11-20.'],
  ['{"from":"20/11/2026","workingDays":1}', '/from', 'Nhập một ngày có thật, viết dạng 2026-11-20.'],
  ['{"from":"1999-12-31","workingDays":1}', '/from', 'Chỉ tính được từ năm 2000 đến năm 2099.'],
  ['{"workingDays":1}', '/from', 'Nhập một ngày có thật, viết dạng 2026-11-20.'],
  ['{"from":"2026-11-20","workingDays":-1}', '/workingDays', 'Số ngày không được âm.'],
  ['{"from":"2026-11-20","workingDays":251}', '/workingDays', 'Nhiều nhất 250 ngày làm việc.'],
  ['{"from":"2026-11-20","workingDays":1.5}', '/workingDays', 'Nhập số ngày làm việc, là số nguyên.'],
  ['{"from":"2026-11-20","workingDays":"5"}', '/workingDays', 'Nhập số ngày làm việc, là số nguyên.'],
  [
    '{"from":"2026-11-20","workingDays":1,"zone":"UTC"}',
    '/zone',
    'Không có ô nào tên là “zone”. Hãy bỏ ô này.',
  ],
])('%s is refused at its field', async (body, pointer, detail) => {
  const answer = await askDue(body);
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer, detail }] });
});

test('a body that is no JSON is 400, not 500', async () => {
  expect((await askDue('{"from":')).status).toBe(400);
  expect((await askDue('null')).status).toBe(422);
});

test('a year lists its days off and make-up days with reason, certainty and source', async () => {
  const { days, ...rest } = await readYear('2026');
  expect(rest).toEqual({
    year: 2026,
    published: true,
    notes: [expect.any(String), expect.stringContaining('23/11')],
  });
  expect(days.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
    '2026-01-01 off',
    '2026-01-02 off',
    '2026-01-10 work',
    '2026-02-16 off',
    '2026-02-17 off',
    '2026-02-18 off',
    '2026-02-19 off',
    '2026-02-20 off',
    '2026-04-27 off',
    '2026-04-30 off',
    '2026-05-01 off',
    '2026-08-22 work',
    '2026-08-31 off',
    '2026-09-01 off',
    '2026-09-02 off',
    '2026-11-24 off',
  ]);
  expect(days.at(-1)).toEqual({
    date: '2026-11-24',
    weekday: 'Thứ Ba',
    kind: 'off',
    reason: 'Ngày Văn hóa Việt Nam',
    certainty: 'announced',
    source: 'Điều 2 Nghị quyết 28/2026/QH16 (hiệu lực 01/7/2026), theo nhiều nguồn báo chí',
  });
});

test('a year without an announced calendar has the fixed holidays only, and says so', async () => {
  const { days, published } = await readYear('2028');
  expect(published).toBe(false);
  expect(days.map(({ date, reason }) => `${date} ${reason}`)).toEqual([
    '2028-01-01 Tết Dương lịch',
    '2028-01-03 Nghỉ bù Tết Dương lịch',
    '2028-04-30 Ngày Chiến thắng',
    '2028-05-01 Ngày Quốc tế lao động',
    '2028-05-02 Nghỉ bù Ngày Chiến thắng',
    '2028-09-02 Quốc khánh',
    '2028-09-04 Nghỉ bù Quốc khánh',
    '2028-11-24 Ngày Văn hóa Việt Nam',
  ]);
});

test.each(['', '?year=26', '?year=2026&year=2027', '?year=2026&x=1'])('/days%s is refused', async (query) => {
  expect((await portal.request(`/api/calendar/days${query}`)).status).toBe(422);
});
