// GET /api/search: what it answers, what it never shows, and what is kept of a search that found nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submit } from '../support/portal/case.ts';
import { openCrew, publication, type Crew } from '../support/portal/crew.ts';
import { openMeili } from '../support/stand-ins/meili.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let portal: TestPortal;
let crew: Crew;
beforeAll(async () => {
  portal = await openTestPortal();
  crew = await openCrew(portal);
});
afterAll(() => portal.close());

type Body = {
  hits: Record<string, unknown>[];
  total: number;
  facets: { state: { value: string; count: number }[] };
  corrected: unknown[];
  engine: string;
  degraded: boolean;
};
const search = async (query: Record<string, string>) => {
  const response = await portal.request(`/api/search?${new URLSearchParams(query)}`);
  return { status: response.status, body: (await response.json()) as Body };
};

test('answers with exactly these keys', async () => {
  const { status, body } = await search({ q: 'giaays pheps buwu chinhs' });
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual([
    'hits',
    'total',
    'facets',
    'corrected',
    'elsewhere',
    'engine',
    'degraded',
  ]);
  expect(body).toMatchObject({
    corrected: [{ from: 'giaays pheps buwu chinhs', to: 'giấy phép bưu chính', why: 'telex' }],
    engine: 'embedded',
    degraded: false,
  });
  expect(body.hits[0]).toEqual({
    type: 'procedure',
    code: 'cap-giay-phep-buu-chinh-cap-tinh',
    title: 'Cấp giấy phép bưu chính (cấp tỉnh)',
    url: '/thu-tuc/cap-giay-phep-buu-chinh-cap-tinh',
    field: 'Bưu chính',
    state: 'current',
    timeLimit: '20 ngày làm việc',
    fee: 'Tùy trường hợp, xem mức phí',
    period: { amount: 20, unit: 'working-days', isOne: true },
    feeVnd: null,
    highlights: [{ start: 4, end: 23 }],
    match: 'strong',
  });
});

test('says first which other body does what was asked for', async () => {
  const { body } = await search({ q: 'đăng ký nhãn hiệu' });
  expect(body).toMatchObject({
    hits: [],
    total: 0,
    elsewhere: {
      title: 'Đăng ký nhãn hiệu, kiểu dáng công nghiệp, sáng chế, giải pháp hữu ích',
      body: 'Cục Sở hữu trí tuệ, Bộ Khoa học và Công nghệ',
      url: 'https://ipvietnam.gov.vn',
    },
  });
});

test('pages through the results, each once', async () => {
  const [one, two] = [await search({ q: 'cấp' }), await search({ q: 'cấp', page: '2' })];
  const codes = [...one.body.hits, ...two.body.hits].map(({ code }) => code);
  expect(one.body.hits).toHaveLength(10);
  expect(new Set(codes).size).toBe(codes.length);
});

test('refuses what it does not know with a sentence, and searches whatever a citizen types', async () => {
  const refusal = async (query: Record<string, string>) => {
    const { status, body } = await search(query);
    expect(status).toBe(422);
    return (body as unknown as { errors: { pointer: string; detail: string }[] }).errors;
  };
  expect((await search({ q: 'a', trang: '1' })).status).toBe(422);
  for (const page of ['0', '-1', '1.5', 'hai', '21', '1e9'])
    expect(await refusal({ q: 'a', page })).toEqual([
      { pointer: '/page', detail: 'Số trang là số nguyên từ 1 đến 20.' },
    ]);
  expect(await refusal({ q: 'a', type: 'thủ tục' })).toEqual([
    {
      pointer: '/type',
      detail: 'Chỉ nhận một trong các giá trị: procedure, answer, document, news, guide, qa.',
    },
  ]);
  for (const q of ['', '\u0000', '😀', '\\', '%', "' or 1=1 --", '<b>', 'a'.repeat(2_000), '1.'.repeat(900)])
    expect((await search({ q })).status, q).toBe(200);
});

test('choices left open are none, a page beyond the end is empty, and a long query is cut, not refused', async () => {
  const whole = (await search({ q: 'buu chinh' })).body;
  expect((await search({ q: 'buu chinh', type: '', field: '', page: '' })).body).toEqual(whole);
  expect((await search({ q: 'buu chinh', page: '20' })).body).toMatchObject({ hits: [], total: whole.total });
  const long = await search({ q: `buu chinh ${'a'.repeat(20_000)}` });
  expect(long.status).toBe(200);
  expect(long.body.hits[0]?.['title']).toBe('Cấp giấy phép bưu chính (cấp tỉnh)');
});

test('marks that nobody sees do not hide words', async () => {
  const titles = async (q: string) => (await search({ q })).body.hits.map(({ title }) => title);
  expect(await titles('giấy\u00ad phép\u200b bưu\u202e chính')).toEqual(await titles('giấy phép bưu chính'));
});

test('leaves superseded procedures out unless all or their very code is asked for', async () => {
  const codes = async (query: Record<string, string>) =>
    (await search(query)).body.hits.map(({ code }) => code);
  expect(await codes({ q: 'giám định sở hữu công nghiệp' })).not.toContain('1.003542');
  expect(await codes({ q: 'giám định sở hữu công nghiệp', state: 'all' })).toContain('1.003542');
  expect(await codes({ q: '1.003542' })).toEqual(['1.003542']);
});

describe('only what is public is found', () => {
  test('an answer once it is published, not before; never a letter or who sent it', async () => {
    const words = 'rạp xiếc lưu động';
    const { number } = await crew.caseIn('answered');
    await portal.portal.search.refresh();
    expect((await search({ q: number })).body.total).toBe(0);
    const title = `Giấy phép cho ${words} ở huyện`;
    const summary = `Người dân hỏi về ${words} ở huyện.`;
    expect((await crew.take('BT', number, 'publish', { ...publication, title, summary })).status).toBe(200);
    await portal.portal.search.refresh();
    const { body } = await search({ q: words });
    expect(body.hits).toMatchObject([{ type: 'answer', code: number, title, url: `/tra-loi/${number}` }]);
  });

  test('no case and nobody who sent one', async () => {
    const body = 'Con trâu xiêu vẹo đứng chắn lối vào bộ phận một cửa (dữ liệu thử).';
    const { number } = await submit(portal, { name: 'Quách Xuyến Thoa', phone: '0900 888 777', body });
    await portal.portal.search.refresh();
    for (const q of ['trâu xiêu vẹo', 'Quách Xuyến Thoa', '0900 888 777', number])
      expect((await search({ q, state: 'all' })).body.total, q).toBe(0);
  });

  test('no code that was not confirmed', async () => {
    for (const q of ['1.001770', '1.001786', '2.002278'])
      expect((await search({ q, state: 'all' })).body.total, q).toBe(0);
  });
});

describe('a search that found nothing', () => {
  test('is counted by its folded words, without long numbers and addresses', async () => {
    await search({ q: 'Kết hôn 0905 123 456 nguyen@example.vn' });
    await search({ q: 'KẾT HÔN 079201000001' });
    const { client } = await signedInAs(portal, 'BT');
    const answer = await client.api.staff.search.misses.$get();
    const { misses } = (await answer.json()) as { misses: object[] };
    expect(misses).toContainEqual({ query: 'ket hon', count: 2, lastOn: '2026-03-02' });
    expect(JSON.stringify(misses)).not.toMatch(/\d{6}|nguyen/);
  });

  test('is counted where procedures were guessed, too', async () => {
    const { body } = await search({ q: 'chuột gặm nát giấy phép bức xạ' });
    expect(body.hits.map(({ match }) => match)).toEqual(['guess', 'guess', 'guess']);
    // They keep to what was chosen, as every hit does.
    expect((await search({ q: 'chuột gặm nát giấy phép bức xạ', type: 'document' })).body.hits).toEqual([]);
    const { client } = await signedInAs(portal, 'BT');
    const { misses } = (await (await client.api.staff.search.misses.$get()).json()) as { misses: object[] };
    expect(misses).toContainEqual(expect.objectContaining({ query: 'chuot gam nat giay phep buc xa' }));
  });

  test('is for editors and the chief of office only', async () => {
    expect((await portal.request('/api/staff/search/misses')).status).toBe(401);
    const { client } = await signedInAs(portal, 'XL');
    expect((await client.api.staff.search.misses.$get()).status).toBe(403);
  });

  test('is answered while the database is away', async () => {
    const away = await openTestPortal();
    await away.request('/api/search?q=bưu');
    await away.close();
    const response = await away.request(`/api/search?${new URLSearchParams({ q: 'hộ chiếu' })}`);
    expect(response.status).toBe(200);
  });
});

test('with Meilisearch, its death is no error, and readiness says so', async () => {
  const meili = await openMeili();
  const other = await openTestPortal({ env: { MEILI_URL: meili.url } });
  const ready = async () => (await (await other.request('/api/ready')).json()) as object;
  const ask = async () =>
    (await other.request(`/api/search?${new URLSearchParams({ q: 'buu chinh' })}`)).json() as Promise<Body>;
  await expect.poll(async () => (await ask()).engine, { timeout: 20_000 }).toBe('meilisearch');
  expect(await ready()).toEqual({
    status: 'ready',
    background: expect.any(Object),
    largestStallMs: expect.any(Number),
  });
  await meili.kill();
  const answers = await Promise.all(Array.from({ length: 50 }, ask));
  for (const answer of answers) expect(answer).toMatchObject({ engine: 'embedded', degraded: true });
  expect(answers[0]?.hits[0]?.['title']).toBe('Cấp giấy phép bưu chính (cấp tỉnh)');
  expect(await ready()).toEqual({
    status: 'ready',
    degraded: ['search'],
    background: expect.any(Object),
    largestStallMs: expect.any(Number),
  });
  await other.close();
});

test('stands in the API document', async () => {
  const { paths } = (await (await portal.request('/api/openapi.json')).json()) as { paths: object };
  expect(paths).toHaveProperty('/api/search');
});
