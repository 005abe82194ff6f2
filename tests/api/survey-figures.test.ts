// A round of sixty answers by receipt, poster and paper: every figure is one that was computed by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPublicRounds, surveyResults, surveyTally } from '../../api/surveys/results-service.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';
import { wordRows, wordText } from '../support/reading/word.ts';
import { formOf, openRound, procedures, roundFields, type OpenedRound } from '../support/portal/survey.ts';

const [first, second, third] = procedures;
let test: TestPortal;
let round: OpenedRound;

async function scan(counter: string) {
  const at = `/api/staff/surveys/${round.id}/poster?counter=${encodeURIComponent(counter)}`;
  const { path } = (await (await test.request(at, { headers: round.leader.headers })).json()) as {
    path: string;
  };
  const key = new URL(path, 'http://portal.test').searchParams.get('k');
  const { body } = await post(test, `/api/surveys/${round.id}/sessions`, { procedure: null, counter, key });
  return { kind: 'session', session: body['session'] };
}

/**
 * 30 by receipt: the first procedure, online, persons, all “Hài lòng” (4), early.
 * 20 by poster: the second, at the desk, businesses, all “Bình thường” (3) but C7 and C14 (5), on time, asked once more.
 * 7 on paper: the third, by post, organisations, all “Rất hài lòng” (5), no opinion on C13, late, harassed.
 * 3 on paper that do not count: five of fourteen answers in part C.
 */
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:30:00+07:00' });
  round = await openRound(test, { formsIssued: 12 });
  for (let count = 0; count < 30; count += 1)
    await round.answer(formOf(4, { A1: first, B1: 'early', D1: ['time', 'papers'] }));
  for (let count = 0; count < 20; count += 1) {
    const answers = formOf(3, {
      A1: second,
      A2: 'in-person',
      A3: 'business',
      A4: '2026-09',
      B1: 'on-time',
      B2: 'once',
      C7: '5',
      C14: '5',
    });
    await round.answer(answers, await scan(count % 2 === 0 ? 'Quầy 1' : 'Quầy 2'));
  }
  const desk = await signedInAs(test, 'MC');
  for (let count = 0; count < 10; count += 1) {
    const counts = count < 7;
    const answers = formOf(5, {
      A1: third,
      A2: 'postal',
      A3: 'organisation',
      B1: 'late',
      B4: 'not-told',
      B5: 'harassed',
      C13: 'none',
      ...(!counts && Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`C${index + 6}`, '']))),
    });
    await post(
      test,
      `/api/staff/surveys/${round.id}/papers`,
      { scanNumber: `P-${count}`, answers },
      desk.headers,
    );
  }
  expect((await round.close()).status).toBe(204);
});
afterAll(() => test.close());

describe('for staff', () => {
  it('60 came in, 57 count; by channel', async () => {
    const { forms, round: facts } = await surveyTally(test.portal, round.id);
    expect(forms).toEqual({
      received: 60,
      valid: 57,
      invalid: 3,
      waiting: 0,
      channels: [
        { channel: 'web', valid: 30, invalid: 0 },
        { channel: 'qr', valid: 20, invalid: 0 },
        { channel: 'paper', valid: 7, invalid: 3 },
      ],
    });
    expect([facts.target, facts.formsIssued]).toEqual([60, 12]);
  });

  it('satisfaction by item, group and overall', async () => {
    const { items, groups, overall, general } = await surveyTally(test.portal, round.id);
    const item = (code: string) => items.find((one) => one.code === code);
    expect(item('C1')).toMatchObject({
      levels: [0, 0, 20, 30, 7],
      none: 0,
      n: 57,
      satisfied: 37,
      percent: 64.9,
    });
    expect(item('C7')).toMatchObject({ levels: [0, 0, 0, 30, 27], n: 57, satisfied: 57, percent: 100 });
    expect(item('C13')).toMatchObject({
      levels: [0, 0, 20, 30, 0],
      none: 7,
      n: 50,
      satisfied: 30,
      percent: 60,
    });
    // Group I: 2 × 37 of 2 × 57; III: 57 + 2 × 37 of 3 × 57; V: 37 + 30 of 57 + 50.
    expect(groups.map(({ code, satisfied, n, percent }) => [code, satisfied, n, percent])).toEqual([
      ['I', 74, 114, 64.9],
      ['II', 148, 228, 64.9],
      ['III', 131, 171, 76.6],
      ['IV', 74, 114, 64.9],
      ['V', 67, 107, 62.6],
    ]);
    // 74 + 148 + 131 + 74 + 67 = 494 of 114 + 228 + 171 + 114 + 107 = 734.
    expect(overall).toEqual({ n: 734, satisfied: 494, percent: 67.3 });
    expect(general).toMatchObject({ code: 'C14', n: 57, satisfied: 57, percent: 100 });
  });

  it('points of B1–B3 in the form of Thông tư 01/2018/TT-VPCP', async () => {
    const { facts } = await surveyTally(test.portal, round.id);
    // B1: 30 × 2 + 20 × 1 + 7 × 0 = 80; B2: 30 × 2 + 20 × 1 + 7 × 2 = 94; B3: 57 × 2 = 114; all of 57.
    expect(facts.items.map(({ code, points, scored, mean }) => [code, points, scored, mean])).toEqual([
      ['B1', 80, 57, 1.4],
      ['B2', 94, 57, 1.6],
      ['B3', 114, 57, 2],
    ]);
    expect([facts.points, facts.scored, facts.mean]).toEqual([288, 171, 1.7]);
  });

  it('cross tables and choices', async () => {
    const { axes, choices } = await surveyTally(test.portal, round.id);
    const rows = (axis: string) =>
      axes
        .find((one) => one.axis === axis)
        ?.rows.map(({ label, forms, satisfaction, facts }) => [
          label,
          forms,
          satisfaction.percent,
          facts.mean,
        ]);
    // 20 × 1 satisfied (C7) of 20 × 13; 7 × 12 of 7 × 12.
    expect(rows('filing')).toEqual([
      ['Trực tuyến', 30, 100, 2],
      ['Trực tiếp', 20, 7.7, 1.3],
      ['Bưu chính', 7, 100, 1.3],
    ]);
    expect(rows('quarter')).toEqual([
      ['Quý 4 năm 2026', 37, 100, 1.9],
      ['Quý 3 năm 2026', 20, 7.7, 1.3],
    ]);
    const choice = (code: string) => {
      const found = choices.find((one) => one.code === code);
      return [found?.answered, found?.options.map(({ label, n }) => `${label}: ${n}`)];
    };
    expect(choice('B5')).toEqual([57, ['Không: 50', 'Có: 7']]);
    expect(choice('D1')).toEqual([
      30,
      [
        'Mở rộng thông tin: 0',
        'Rút ngắn thời gian: 30',
        'Giảm giấy tờ: 30',
        'Nâng cao dịch vụ công trực tuyến: 0',
        'Thái độ công chức: 0',
        'Xử lý phản ánh, kiến nghị: 0',
      ],
    ]);
  });
});

describe('for all', () => {
  it('the same figures, with three invalid forms only hinted at', async () => {
    const { status, body } = await round.results();
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual([
      'axes',
      'change',
      'choices',
      'cross',
      'factItems',
      'facts',
      'forms',
      'formulas',
      'general',
      'groups',
      'items',
      'overall',
      'round',
    ]);
    expect(body.forms).toEqual({
      valid: 57,
      invalid: null,
      channels: [
        { channel: 'web', n: 30 },
        { channel: 'qr', n: 20 },
        { channel: 'paper', n: 7 },
      ],
    });
    expect(body.overall).toEqual({ n: 734, satisfied: 494, percent: 67.3 });
    expect(body.facts).toEqual({ points: 288, scored: 171, mean: 1.7 });
    expect(body.cross.map((cell: any) => [cell.filing, cell.respondent, cell.forms])).toEqual([
      ['Trực tiếp', 'Doanh nghiệp', 20],
      ['Trực tuyến', 'Cá nhân', 30],
      ['Bưu chính', 'Tổ chức khác', 7],
    ]);
    expect(body.round).not.toHaveProperty('target');
    expect(body.formulas.map(({ code }: any) => code)).toContain('overall');
    expect(await surveyResults(test.portal, round.id)).toEqual(body);
    const csv = await (await test.request(`/api/surveys/${round.id}/results.csv`)).text();
    expect(csv).toContain(`${roundFields.title},Tỷ lệ hài lòng (%),67.3\n`);
    expect(csv).toContain(`${roundFields.title},Phiếu không hợp lệ,không công bố\n`);
    expect(csv).toContain('Cách nộp hồ sơ,postal,Bưu chính,Phiếu hợp lệ,7\n');
  });

  it('compares the next round with this one', async () => {
    test.clock.set('2026-12-01T08:00:00+07:00');
    const next = await openRound(test, { opensOn: '2026-12-01', closesOn: '2026-12-20' });
    for (let count = 0; count < 6; count += 1) await next.answer(formOf(5, { A4: '2026-12' }));
    await next.close();
    const { body } = await next.results();
    expect(body.change).toMatchObject({ previous: round.id, overall: 32.7, general: 0, facts: 0 });
    expect(body.change.groups[4]).toEqual({ code: 'V', change: 37.4 });
    expect((await listPublicRounds(test.portal)).map((one) => one.round.id)).toEqual([next.id, round.id]);
  });

  it('a round without any form is closed, says so, and has a report', async () => {
    const empty = await openRound(test, { opensOn: '2026-12-01', closesOn: '2026-12-20' });
    expect((await empty.close()).status).toBe(204);
    const { body } = await empty.results();
    expect([body.forms.valid, body.overall, body.axes, body.change]).toEqual([null, null, [], null]);
    const asked = new URLSearchParams({
      form: 'hai-long',
      from: '2026-01-01',
      to: '2026-12-31',
      round: empty.id,
    });
    const { headers } = empty.leader;
    const seen = await test.request(`/api/staff/reports/preview?${asked}`, { headers });
    expect(JSON.stringify(await seen.json())).toContain('chỉ số hài lòng chung chưa có (0/0 ý kiến)');
  });

  it('an open round has no results, and one of four forms has no figure', async () => {
    const small = await openRound(test, { opensOn: '2026-12-01', closesOn: '2026-12-20' });
    expect((await small.results()).status).toBe(404);
    for (let count = 0; count < 4; count += 1) await small.answer(formOf(5, { A4: '2026-12' }));
    await small.close();
    const { body } = await small.results();
    expect(body.forms).toEqual({ valid: null, invalid: null, channels: [] });
    expect([body.overall, body.general, body.facts, body.axes, body.items]).toEqual([
      null,
      null,
      null,
      [],
      [],
    ]);
  });
});

it('ends in a DOCX with the same figures', async () => {
  const { headers } = round.leader;
  const asked = { form: 'hai-long', from: '2026-01-01', to: '2026-12-31', round: round.id };
  const at = `/api/staff/reports/preview?${new URLSearchParams(asked)}`;
  const seen = (await (await test.request(at, { headers })).json()) as { seen: string; hindrance: null };
  expect(seen.hindrance).toBeNull();
  const issued = await post(test, '/api/staff/reports/issued', { ...asked, seen: seen.seen }, headers);
  expect(issued.status).toBe(201);
  const file = await test.request(`/api/staff/reports/files/${issued.body['id']}.docx`, { headers });
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(wordText(bytes)).toContain(
    'chỉ số hài lòng chung 67,3% (494/734 ý kiến); đánh giá chung 100% (57/57); điểm việc đã diễn ra 1,7 trên 2 (171 câu trả lời có điểm).',
  );
  const rows = wordRows(bytes);
  const row = (first: string) => rows.find((cells) => cells[0] === first)?.slice(1);
  expect(row('Phiếu phát ra')).toEqual(['12']);
  expect(row('Phiếu thu về')).toEqual(['60']);
  expect(row('Phiếu hợp lệ')).toEqual(['57']);
  expect(row('Phiếu không hợp lệ')).toEqual(['3']);
  expect(row('C7')?.slice(1)).toEqual(['57', '0', '0', '0', '30', '27', '0', '100%']);
  // C7: 30 and 27 of 57; group III: 40, 90 and 41 of 171; B1: 80 points of 57; B5: 7 of 57.
  expect(row('C7. Công chức lịch sự, tôn trọng')).toEqual(['57', '0%', '0%', '0%', '52,6%', '47,4%', '100%']);
  expect(row('III. Công chức')).toEqual(['171', '0%', '0%', '23,4%', '52,6%', '24%', '76,6%']);
  expect(row('B1')?.slice(2)).toEqual(['57', '80', '1,4']);
  expect(row('Có')).toEqual(['7', '57', '12,3%']);
  expect(row('Rút ngắn thời gian')).toEqual(['30', '30', '100%']);
  const headings = [
    'I. Đặc điểm',
    'II. Kết quả',
    'III. Kết quả',
    'IV. Phiền hà',
    'V. Ý kiến',
    'VI. Đánh giá',
  ];
  const places = [...headings, 'VII. Kiến nghị'].map((heading) => wordText(bytes).indexOf(heading));
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
  expect(wordText(bytes)).toContain('Chưa có đợt nào trước đó dùng cùng bộ câu hỏi.');
  const assessment = { ...asked, form: 'tt-01-2018', from: '2026-10-01', to: '2026-10-31' };
  const scored = await test.request(`/api/staff/reports/preview?${new URLSearchParams(assessment)}`, {
    headers,
  });
  expect(JSON.stringify(await scored.json())).toContain('Mới có điểm của 4/9 chỉ số');
});
