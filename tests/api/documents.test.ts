// What the API says of the library: filtered lists, one document whole, exact keys; and when content became public.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({ now: '2026-11-21T08:00:00+07:00' });
});
afterAll(() => portal.close());

const get = async (address: string) => {
  const response = await portal.request(address);
  return { response, body: (await response.json()) as Record<string, any> };
};

describe('GET /api/documents', () => {
  test('lists what is published, newest first, with exactly these keys', async () => {
    const { response, body } = await get('/api/documents');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(body['documents']).toHaveLength(166);
    expect(body['documents'][0].slug).toBe('309-2026-nd-cp');
    for (const document of body['documents'])
      expect(Object.keys(document)).toEqual([
        'slug',
        'name',
        'number',
        'kind',
        'issuer',
        'province',
        'issuedOn',
        'year',
        'title',
        'effect',
      ]);
  });

  test('filters', async () => {
    const { body } = await get('/api/documents?effect=replaced&kind=Ngh%E1%BB%8B%20%C4%91%E1%BB%8Bnh');
    expect(body['documents'].map(({ number }: { number: string }) => number)).toEqual([
      '45/2026/NĐ-CP',
      '13/2023/NĐ-CP',
      '13/2022/NĐ-CP',
      '42/2022/NĐ-CP',
      '107/2021/NĐ-CP',
      '111/2021/NĐ-CP',
      '74/2018/NĐ-CP',
      '61/2018/NĐ-CP',
      '43/2017/NĐ-CP',
      '64/2014/NĐ-CP',
      '117/2013/NĐ-CP',
      '132/2008/NĐ-CP',
      '64/2007/NĐ-CP',
      '130/2005/NĐ-CP',
    ]);
  });

  test.each(['?loai=1', '?year=abc', '?effect=maybe'])('refuses %s', async (query) => {
    const { response, body } = await get(`/api/documents${query}`);
    expect(response.status).toBe(422);
    expect(body['code']).toBe('invalid');
  });
});

describe('GET /api/documents/{slug}', () => {
  test('gives a document whole, with exactly these keys', async () => {
    const { body } = await get('/api/documents/268-2025-nd-cp');
    expect(Object.keys(body).toSorted()).toEqual([
      'alsoNumbered',
      'effect',
      'evidence',
      'file',
      'issuedOn',
      'issuer',
      'kind',
      'name',
      'namedBy',
      'note',
      'number',
      'period',
      'procedures',
      'province',
      'relations',
      'slug',
      'sources',
      'title',
      'titleFrom',
      'year',
    ]);
    expect(body['procedures'].map(({ slug }: { slug: string }) => slug).toSorted()).toEqual([
      '1.014431',
      '1.014444',
      '1.014445',
      '1.014446',
      'cong-nhan-ca-nhan-nhom-ca-nhan-doanh-nghiep-khoi-nghiep-sang-tao',
    ]);
    expect(body['effect']).toEqual({
      state: 'in-force',
      on: '2025-10-14',
      certainty: 'secondary',
      note: null,
    });
  });

  test.each(['khong-co', 'hien-phap-2013', '88-skhcn-vp-2022'])(
    'answers 404 for %s, which there is not or which is held back',
    async (slug) => {
      const { response, body } = await get(`/api/documents/${slug}`);
      expect(response.status).toBe(404);
      expect(body['code']).toBe('not-found');
    },
  );
});

describe('GET /api/publications/spans', () => {
  test('tells of each kind since when it is public and when it last changed', async () => {
    const { body } = await get('/api/publications/spans');
    const at = '2026-11-21T01:00:00.000Z';
    expect(body['spans']).toContainEqual({ kind: 'document', first: at, last: at });
    expect(body['spans']).toContainEqual({ kind: 'procedure', first: at, last: at });
  });
});

test('GET /api/publications/documents tells of every document when it was shown first and when it changed last', async () => {
  const { body } = await get('/api/publications/documents');
  const at = '2026-11-21T01:00:00.000Z';
  const told = body['documents'] as unknown as object[];
  expect(told).toHaveLength(166);
  expect(told).toContainEqual({ slug: '20-2008-nd-cp', publishedAt: at, changedAt: at });
});
