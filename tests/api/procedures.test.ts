// What the API says of procedures and channels: exact keys, no unconfirmed code, problems for what does not exist.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

const unconfirmed = ['1.001770', '1.001786', '2.002278', '2.001268', '2.002380', '1.003659', '1.002145'];

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.close());

const get = async (address: string) => {
  const response = await portal.request(address);
  return { response, body: (await response.json()) as Record<string, unknown> };
};
const list = async (query = '') => {
  const { body } = await get(`/api/procedures${query}`);
  return body['procedures'] as Record<string, unknown>[];
};

describe('GET /api/procedures', () => {
  test('lists all 81, with exactly these keys', async () => {
    const procedures = await list();
    expect(procedures).toHaveLength(81);
    expect(procedures[0]).toEqual({
      slug: 'cap-giay-phep-buu-chinh-cap-tinh',
      code: null,
      name: 'Cấp giấy phép bưu chính (cấp tỉnh)',
      field: 'Bưu chính',
      timeLimit: '20 ngày làm việc',
      fee: 'Tùy trường hợp, xem mức phí',
      onlineLevel: 'unknown',
      status: 'needs-review',
      replacedBy: null,
      reviewState: 'needs-review',
    });
    for (const procedure of procedures)
      expect(Object.keys(procedure)).toEqual([
        'slug',
        'code',
        'name',
        'field',
        'timeLimit',
        'fee',
        'onlineLevel',
        'status',
        'replacedBy',
        'reviewState',
      ]);
  });

  test('keeps its order, superseded ones last', async () => {
    const [once, twice] = [await list(), await list()];
    expect(once).toEqual(twice);
    expect(once.slice(-8).map(({ status }) => status)).toEqual(Array(8).fill('replaced'));
    expect(once.slice(0, -8).some(({ status }) => status === 'replaced')).toBe(false);
  });

  test('is browsed by facets and pages, with exactly these keys', async () => {
    const { response, body } = await get('/api/procedures/browse?field=buu-chinh');
    expect(response.status).toBe(200);
    expect(Object.keys(body)).toEqual(['total', 'page', 'pages', 'procedures', 'facets']);
    expect(body).toMatchObject({ total: 7, page: 1, pages: 1 });
    for (const procedure of body['procedures'] as Record<string, unknown>[])
      expect(Object.keys(procedure)).toEqual([
        'slug',
        'code',
        'name',
        'field',
        'status',
        'timeLimit',
        'fee',
        'provenance',
      ]);
    expect((await get('/api/procedures/browse?page=0')).response.status).toBe(422);
    expect((await get('/api/procedures/browse?colour=blue')).response.status).toBe(422);
    expect((await get('/api/procedures/browse?page=2')).body).toMatchObject({ page: 2, pages: 2 });
  });

  test('filters by the name of a field', async () => {
    expect(await list(`?field=${encodeURIComponent('Bưu chính')}`)).toHaveLength(7);
    expect(await list(`?field=${encodeURIComponent('Bưu chính'.normalize('NFD'))}`)).toHaveLength(7);
    expect(await list('?field=khac')).toEqual([]);
  });

  test('refuses a parameter it does not know', async () => {
    const { response, body } = await get('/api/procedures?linhvuc=1');
    expect(response.status).toBe(422);
    expect(body['code']).toBe('invalid');
  });

  test('may be kept for five minutes by anybody', async () => {
    const { response } = await get('/api/procedures');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  });
});

describe('GET /api/procedures/{code}', () => {
  test('gives a procedure whole, with exactly these keys', async () => {
    const { response, body } = await get('/api/procedures/1.014431');
    expect(response.status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual([
      'agencies',
      'applicants',
      'code',
      'conditions',
      'decisions',
      'dossier',
      'effectiveFrom',
      'effectiveTo',
      'fee',
      'field',
      'kind',
      'legalBasis',
      'levels',
      'methods',
      'name',
      'onlineLevel',
      'provenance',
      'related',
      'replacedBy',
      'results',
      'review',
      'sets',
      'slug',
      'status',
      'steps',
      'timeLimit',
    ]);
    expect(body).toMatchObject({
      code: '1.014431',
      name: 'Thủ tục công nhận trung tâm hỗ trợ khởi nghiệp sáng tạo cấp tỉnh',
      fee: { none: 'Không' },
      timeLimit: { amount: 15, unit: 'calendar-days', from: 'kể từ ngày nhận được hồ sơ hợp lệ' },
      legalBasis: [{ number: '268/2025/NĐ-CP', title: null }],
    });
    const { readings, ...provenance } = body['provenance'] as Record<string, unknown>;
    expect(readings).toMatchObject({
      sure: 'read',
      parts: ['steps', 'agencies', 'conditions', 'onlineLevel'],
    });
    expect(provenance).toEqual({
      confidence: 'source',
      era: 'from-2025',
      obsolete: false,
      sourceProvince: 'Lào Cai; TP. Hồ Chí Minh',
      note: null,
      sources: [
        'https://dichvucong.laocai.gov.vn/yenbai/tra-cuu/chi-tiet-thu-tuc?ma-thu-tuc=122009',
        'https://dost.hochiminhcity.gov.vn/thu-tuc-hanh-chinh/thu-tuc-cong-nhan-trung-tam-ho-tro-khoi-nghiep-sang-tao-cap-tinh',
      ],
    });
  });

  test('finds a codeless one by its stable name', async () => {
    const { body } = await get('/api/procedures/mua-sang-che-sang-kien-cap-tinh');
    expect(body['name']).toBe('Thủ tục mua sáng chế, sáng kiến (cấp tỉnh)');
  });

  test('answers 404 for a code nobody has, also for an unconfirmed one', async () => {
    for (const code of ['9.999999', '1.001770']) {
      const { response, body } = await get(`/api/procedures/${code}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(body['code']).toBe('not-found');
    }
  });

  test('shows no unconfirmed code in any of them', async () => {
    for (const { slug } of await list()) {
      const text = await (await portal.request(`/api/procedures/${slug as string}`)).text();
      for (const code of unconfirmed) expect(text).not.toContain(code);
    }
  });
});

describe('GET /api/contacts', () => {
  test('gives the channels in their order, with exactly these keys', async () => {
    const { response, body } = await get('/api/contacts');
    const contacts = body['contacts'] as { id: string; details: object[] }[];
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(contacts.map(({ id }) => id)).toEqual([
      'van-phong-ubnd-tinh',
      'he-thong-pakn-quoc-gia',
      'so-khoa-hoc-va-cong-nghe',
      'trung-tam-phuc-vu-hanh-chinh-cong',
      // The switchboard of the national portal has one number, which nobody has verified: it is held back.
    ]);
    for (const contact of contacts)
      expect(Object.keys(contact)).toEqual([
        'id',
        'tier',
        'name',
        'operator',
        'description',
        'details',
        'focalPersons',
        'confidence',
        'sources',
        'validFrom',
        'validTo',
        'note',
      ]);
    expect(contacts[0]?.details[0]).toEqual({
      type: 'phone',
      value: null,
      missing: 'Sở chưa cung cấp',
      hours: null,
      checked: true,
      testedOn: null,
      validFrom: null,
      validTo: null,
      note: null,
    });
  });
});

describe('GET /api/staff/procedures/upkeep', () => {
  test('lists what is still to do, by duty, for who keeps procedures only', async () => {
    expect((await portal.request('/api/staff/procedures/upkeep')).status).toBe(401);
    const { headers } = await signedInAs(portal, 'BT', 'van-phong', 'bien-tap');
    const answer = await portal.request('/api/staff/procedures/upkeep?duty=ra-soat&page=99', { headers });
    const body = (await answer.json()) as any;
    expect([body.all, body.page, body.pages, body.counts['ra-soat']]).toEqual([73, 2, 2, 73]);
    expect(body.procedures).toHaveLength(23);
    expect(Object.keys(body.procedures[0])).toEqual([
      'slug',
      'code',
      'name',
      'field',
      'done',
      'of',
      'lacking',
      'reviewedOn',
      'decision',
      'fallen',
      'duties',
    ]);
    const other = await signedInAs(portal, 'XL', 'van-phong', 'xu-ly');
    const refused = await portal.request('/api/staff/procedures/upkeep', { headers: other.headers });
    expect(refused.status).toBe(403);
  });
});

test('an address that no procedure, answer, document or round could have is not there, however it is made', async () => {
  for (const room of ['procedures', 'answers', 'documents', 'surveys', 'decisions'])
    for (const odd of ['a'.repeat(9_000), '%F0%9F%98%80'.repeat(100), '..%2f'.repeat(60)]) {
      const { status } = await portal.request(`/api/${room}/${odd}`);
      expect([room, odd.slice(0, 12), status]).toEqual([room, odd.slice(0, 12), 404]);
    }
});
