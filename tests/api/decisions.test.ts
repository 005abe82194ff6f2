// The list of decisions and the change notices as everybody reads them. Decisions are made up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decision, procedureFile, stored, timeLimit } from '../support/worlds/decisions.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

const decisions = [
  decision(
    'd2',
    '2026-12-01',
    [
      { op: 'amend', procedure: 'a' },
      { op: 'standardise', procedure: 'b' },
    ],
    { signedOn: '2026-11-02' },
  ),
  decision('d1', '2026-03-02', [{ op: 'new', procedure: 'b' }]),
];
const kept = { by: 'd2', until: '2026-12-01', content: procedureFile({ timeLimit: timeLimit(15) }) };

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({
    now: '2026-11-20T08:00:00+07:00',
    content: {
      decisions,
      stored: [stored('a', { timeLimit: timeLimit(10) }, [kept]), stored('b', { field: 'Sở hữu trí tuệ' })],
    },
  });
});
afterAll(() => portal.close());

const get = async (path: string) => {
  const response = await portal.request(path);
  return { status: response.status, body: (await response.json()) as Record<string, any> };
};

describe('GET /api/decisions', () => {
  test('lists them with when this portal first showed them, with exactly these keys', async () => {
    const { body } = await get('/api/decisions');
    expect(body).toEqual({
      decisions: [
        {
          slug: 'd2',
          number: 'd2/QĐ-THỬ',
          title: 'Công bố danh mục thủ tục (dữ liệu thử)',
          scope: 'province',
          authority: 'Cơ quan thử nghiệm',
          signedOn: '2026-11-02',
          effectiveOn: '2026-12-01',
          file: null,
          note: null,
          publishedAt: '2026-11-20T01:00:00.000Z',
          procedures: 2,
        },
        expect.objectContaining({ slug: 'd1', procedures: 1 }),
      ],
    });
  });

  test('gives one with its procedures and what it changes', async () => {
    const { body } = await get('/api/decisions/d2');
    expect(body['items'].map((item: any) => [item.op, item.procedure, item.label])).toEqual([
      ['amend', 'a', 'Sửa đổi, bổ sung'],
      ['standardise', 'b', 'Chuẩn hóa'],
    ]);
    expect(body['notices']).toHaveLength(1);
    expect(body['notices'][0]).toMatchObject({
      id: 'd2/a',
      on: '2026-12-01',
      parts: [
        {
          part: 'timeLimit',
          before: [{ text: '15 ngày làm việc', kept: false }],
          after: [{ text: '10 ngày làm việc', kept: false }],
        },
      ],
    });
  });

  test('answers 404 for one nobody has', async () => {
    const { status, body } = await get('/api/decisions/khong-co');
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });
});

describe('GET /api/change-notices', () => {
  test('lists them newest effect first, dated by when the portal told them', async () => {
    const { body } = await get('/api/change-notices');
    expect(body['notices'].map((one: any) => [one.id, one.on, one.publishedAt])).toEqual([
      ['d2/a', '2026-12-01', '2026-11-20T01:00:00.000Z'],
      ['d1/b', '2026-03-02', '2026-11-20T01:00:00.000Z'],
    ]);
  });

  test('of one field, of one procedure only', async () => {
    const { body } = await get(`/api/change-notices?field=${encodeURIComponent('Sở hữu trí tuệ')}`);
    expect(body['notices'].map((one: any) => one.id)).toEqual(['d1/b']);
    const of = async (slug: string) =>
      (await get(`/api/change-notices?procedure=${slug}`)).body['notices'].map((one: any) => one.id);
    expect([await of('a'), await of('b'), await of('khong-co')]).toEqual([['d2/a'], ['d1/b'], []]);
    expect((await get('/api/change-notices?limit=0')).status).toBe(422);
    expect((await get('/api/change-notices?other=1')).status).toBe(422);
  });
});
