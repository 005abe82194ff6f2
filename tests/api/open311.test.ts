// GeoReport v2 on the register: every field that the specification names, in both formats, and nobody in any of them.
import { decrypted } from '../../api/db/encrypted.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, submission } from '../support/portal/case.ts';
import { openCrew, publication, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { elementsOf } from '../support/reading/xml.ts';

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: { PUBLIC_ORIGIN: 'https://cong.vidu.vn' },
  });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const { contentCode, body, kind, address, phone } = submission;
const posted = {
  service_code: contentCode,
  description: body,
  last_name: 'Người Thử',
  first_name: 'Nghiệm',
  phone,
  'attribute[kind]': kind,
  'attribute[address]': address,
  'attribute[readPrivacyNotice]': 'true',
};
type Rows = Record<string, any>[];

async function ask(path: string, init?: RequestInit) {
  const response = await test.request(`/api/open311${path}`, init);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    text,
  };
}
async function json<T = Rows>(path: string, init?: RequestInit) {
  const { status, type, text } = await ask(path, init);
  expect(type).toBe('application/json; charset=utf-8');
  return { status, body: JSON.parse(text) as T };
}
const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
  body: new URLSearchParams(fields).toString(),
});
const send = (change: Record<string, string> = {}, key?: string) =>
  json(
    '/v2/requests.json',
    form({ ...posted, ...change }, key === undefined ? {} : { 'idempotency-key': key }),
  );
const numberOf = (id: string) => id.split('.')[0] ?? '';
const countCases = async () =>
  (
    await test.portal.db
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

const requestFields = [
  ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
  ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
  ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
];

describe('discovery and services', () => {
  it('says where the endpoint stands, which specification it follows and in which formats', async () => {
    for (const path of ['/discovery.json', '/v2/discovery.json']) {
      const { body } = await json<Record<string, any>>(path);
      expect(Object.keys(body)).toEqual(['changeset', 'contact', 'key_service', 'endpoints']);
      expect(body['endpoints']).toEqual([
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: 'https://cong.vidu.vn/open311/v2',
          changeset: '2026-11-20T01:30:00.000Z',
          type: 'production',
          formats: ['application/json', 'text/xml'],
        },
      ]);
    }
  });

  it('lists the eight contents of Điều 5 with the fields of the specification', async () => {
    const { body } = await json('/v2/services.json');
    expect(body.map((row) => row['service_code'])).toEqual([
      '5.1',
      '5.2',
      '5.3',
      '5.4',
      '5.5',
      '5.6',
      '5.7',
      '5.8',
    ]);
    for (const row of body)
      expect(Object.keys(row)).toEqual([
        'service_code',
        'service_name',
        'description',
        'metadata',
        'type',
        'keywords',
        'group',
      ]);
    expect(body[0]).toMatchObject({ metadata: true, type: 'realtime', group: 'Hành vi hành chính' });
  });

  it('defines what else is asked, consents among it, each attribute with the fields of the specification', async () => {
    const { body } = await json<{ service_code: string; attributes: Rows }>('/v2/services/5.2.json');
    expect(body.service_code).toBe('5.2');
    for (const one of body.attributes)
      expect(Object.keys(one).sort()).toEqual([
        'code',
        'datatype',
        'datatype_description',
        'description',
        'order',
        'required',
        'values',
        'variable',
      ]);
    expect(body.attributes.map(({ order }) => order)).toEqual(body.attributes.map((_, index) => index + 1));
    const asked = Object.fromEntries(body.attributes.map((one) => [one['code'], one]));
    expect(asked['kind']).toMatchObject({
      required: true,
      datatype: 'singlevaluelist',
      values: [
        { key: 'person', name: 'Cá nhân' },
        { key: 'organisation', name: 'Tổ chức, doanh nghiệp' },
      ],
    });
    expect(asked['address']).toMatchObject({ required: true, datatype: 'string' });
    expect(asked['wish']).toMatchObject({ required: false, datatype: 'text' });
    expect(asked['consentsToNotices']).toMatchObject({ required: false });
    expect(asked['readPrivacyNotice']).toMatchObject({ required: true });
    expect(asked['procedure']?.['values'].length).toBeGreaterThan(50);
  });
});

describe('both formats', () => {
  it('tell the same, XML declared, whole and escaped', async () => {
    const { number } = await crew.caseIn('answered');
    await crew.take('BT', number, 'publish', {
      ...publication,
      summary: 'Biểu mẫu <số 3> & "phụ lục" bị đòi bản giấy.',
      confirmedMasked: true,
    });
    for (const path of [
      '/v2/services',
      '/v2/services/5.1',
      '/v2/requests',
      '/discovery',
      `/v2/requests/${number}`,
    ]) {
      const xml = await ask(`${path}.xml`);
      expect([path, xml.status, xml.type]).toEqual([path, 200, 'text/xml; charset=utf-8']);
      expect(xml.text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<')).toBe(true);
      const texts = (value: unknown): string[] =>
        value === null || value === ''
          ? []
          : typeof value === 'object'
            ? Object.values(value).flatMap(texts)
            : [String(value)];
      expect(elementsOf(xml.text).flatMap(({ text }) => text || [])).toEqual(
        texts((await json<unknown>(`${path}.json`)).body),
      );
    }
    const names = elementsOf((await ask(`/v2/requests/${number}.xml`)).text).map(({ name }) => name);
    expect(names).toEqual(['service_requests', 'request', ...requestFields]);
    const definition = elementsOf((await ask('/v2/services/5.1.xml')).text).map(({ name }) => name);
    expect(definition.slice(0, 4)).toEqual(['service_definition', 'service_code', 'attributes', 'attribute']);
    expect(definition).toEqual(expect.arrayContaining(['values', 'value', 'key', 'name']));
  });

  it('refuse in the list of code and description, in XML where no format is named', async () => {
    const { status, body } = await json('/v2/services/9.9.json');
    expect(status).toBe(404);
    expect(body).toEqual([
      { code: 404, description: 'Không tìm thấy. Không có service_code này. Xem danh sách tại services.' },
    ]);
    for (const path of ['/v2/services/9.9.xml', '/v2/requests', '/v2/nothing.xml', '/v2/services', '']) {
      const { status, type, text } = await ask(path);
      expect([path, status, type]).toEqual([path, 404, 'text/xml; charset=utf-8']);
      expect(elementsOf(text).map(({ name }) => name)).toEqual(['errors', 'error', 'code', 'description']);
    }
    expect((await json('/v2/services.json?jurisdiction_id=sfgov.org')).status).toBe(404);
    expect((await json('/v2/services.json?jurisdiction_id=cong.vidu.vn')).status).toBe(200);
    expect((await json('/v2/services.json?jurisdiction_id=')).status).toBe(200);
  });
});

describe('posting', () => {
  it('enters the register like the form, and tells number and look-up code to the poster alone', async () => {
    const { status, body } = await send({
      api_key: 'xyz',
      device_id: 'tt222111',
      'attribute[wish]': 'Bỏ bản giấy.',
    });
    expect(status).toBe(201);
    expect(Object.keys(body[0] ?? {})).toEqual(['service_request_id', 'service_notice', 'account_id']);
    const { service_request_id: id, service_notice: notice } = body[0] ?? {};
    const secret = /[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){4}/.exec(notice)?.[0] ?? '';
    expect(notice).toContain('14/12/2026');
    const lookup = await test.request('/api/cases/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: numberOf(id), secret }),
    });
    const found = (await lookup.json()) as { said: Record<string, unknown> };
    expect(found.said).toMatchObject({
      body: posted.description,
      name: 'Người Thử Nghiệm',
      address,
      wish: 'Bỏ bản giấy.',
    });
    const { body: read } = await json(`/v2/requests/${id}.json`);
    expect(read).toEqual([
      {
        service_request_id: id,
        status: 'open',
        status_notes: null,
        service_name: 'Quy định không phù hợp thực tế',
        service_code: '5.2',
        description: null,
        agency_responsible: 'Sở Khoa học và Công nghệ tỉnh Quảng Ngãi',
        service_notice: null,
        requested_datetime: '2026-11-20T01:30:00.000Z',
        updated_datetime: '2026-11-20T01:30:00.000Z',
        expected_datetime: '2026-12-14T23:59:59+07:00',
        ...{ address: null, address_id: null, zipcode: null, lat: null, long: null, media_url: null },
      },
    ]);
    expect(JSON.stringify(read)).not.toContain(secret);
    expect((await json(`/v2/tokens/${id}.json`)).body).toEqual([{ service_request_id: id, token: id }]);
  });

  it('keeps the place and the picture that came along, in the words of the letter', async () => {
    const { body } = await send({
      address_string: '12 Hùng Vương',
      lat: '15.12',
      long: '108.79',
      media_url: 'https://vidu.vn/a.jpg',
    });
    const row = await test.portal.db
      .selectFrom('caseContents')
      .innerJoin('cases', 'cases.id', 'caseContents.caseId')
      .select(decrypted('case_contents.body').as('body'))
      .where('number', '=', numberOf(body[0]?.['service_request_id']))
      .executeTakeFirstOrThrow();
    expect(row.body).toBe(
      `${posted.description}\n\nNơi xảy ra: 12 Hùng Vương\nVĩ độ: 15.12\nKinh độ: 108.79\nLiên kết kèm theo: https://vidu.vn/a.jpg`,
    );
  });

  it('takes the same key once, and gives the same receipt again', async () => {
    const key = freshKey();
    const first = await send({}, key);
    const before = await countCases();
    expect((await send({}, key)).body).toEqual(first.body);
    expect(await countCases()).toBe(before);
    const other = await send({ description: `${posted.description} Khác.` }, key);
    expect([other.status, other.body[0]?.['code']]).toEqual([409, 409]);
  });

  it('names every wrong argument in the words of the form, and writes nothing', async () => {
    const before = await countCases();
    const { status, body } = await json(
      '/v2/requests.json',
      form({ service_code: '5.2', description: 'ngắn', phone: '12' }),
    );
    expect(status).toBe(400);
    const told = body.map(({ code, description }) => {
      expect(code).toBe(400);
      return description.split(': ')[0];
    });
    expect(told.sort()).toEqual(
      [
        'attribute[address]',
        'attribute[kind]',
        'attribute[readPrivacyNotice]',
        'description',
        'last_name, first_name',
        'phone',
      ].sort(),
    );
    expect((await json('/v2/requests.json', form({ ...posted, service_code: '' }))).status).toBe(400);
    expect((await json('/v2/requests.json', form({ ...posted, service_code: '7' }))).status).toBe(404);
    expect((await send({ 'attribute[readPrivacyNotice]': 'false' })).status).toBe(400);
    expect((await send({ 'attribute[consentsToNotices]': 'có' })).status).toBe(400);
    expect((await send({ 'attribute[procedure]': 'không có' })).status).toBe(400);
    expect((await send({ favourite_colour: 'đỏ' })).body).toEqual([
      { code: 400, description: 'favourite_colour: Không có ô nào tên như vậy. Hãy bỏ ô này.' },
    ]);
    expect((await send({ jurisdiction_id: 'sfgov.org' })).status).toBe(404);
    expect((await send({}, 'short')).status).toBe(400);
    const twice = await json('/v2/requests.json', {
      ...form(posted),
      body: `${form(posted).body}&phone=0900000001`,
    });
    expect(twice.body).toEqual([{ code: 400, description: 'phone: Ô này chỉ ghi một lần.' }]);
    const asJson = await json('/v2/requests.json', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(asJson.status).toBe(400);
    expect(await countCases()).toBe(before);
  });
});

describe('reading', () => {
  it('tells of others what is published and nothing else: no list, no filter and no number finds a case that is not', async () => {
    const { number } = await crew.caseIn('published');
    const hidden = [await crew.caseIn('answered'), await crew.caseIn('submitted', { contentCode: '5.1' })];
    const { body } = await json('/v2/requests.json');
    const listed = body.map((row) => row['service_request_id']);
    expect(listed).toContain(number);
    for (const row of body) expect(Object.keys(row)).toEqual(requestFields);
    expect(body.find((row) => row['service_request_id'] === number)).toMatchObject({
      status: 'closed',
      description: publication.summary,
      status_notes: `Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung, bãi bỏ. Trả lời đầy đủ: https://cong.vidu.vn/tra-loi/${number}`,
      requested_datetime: '2026-11-20T00:00:00+07:00',
    });
    for (const one of hidden) {
      expect(listed).not.toContain(one.number);
      const alone = await json(`/v2/requests/${one.number}.json`);
      const nobody = await json('/v2/requests/PAKN-2026-999999.json');
      expect(alone).toEqual(nobody);
      expect(alone.status).toBe(404);
      expect((await json(`/v2/requests.json?service_request_id=${one.number}`)).body).toEqual([]);
      expect((await json(`/v2/requests/${one.number}.0123456789abcdef0123.json`)).status).toBe(404);
      expect((await json(`/v2/tokens/${one.number}.json`)).status).toBe(404);
    }
  });

  it('filters by ids, service, span and status, and bounds the span at 90 days', async () => {
    const { body: own } = await send();
    const id = own[0]?.['service_request_id'];
    const { number } = await crew.caseIn('published', { contentCode: '5.2' });
    const ids = async (query: string) =>
      (await json(`/v2/requests.json?${query}`)).body.map((row) => row['service_request_id']);
    // The ids override all else.
    expect((await ids(`service_request_id=${id},${number},nothing&status=open`)).sort()).toEqual(
      [id, number].sort(),
    );
    expect(await ids('status=open')).toEqual([]);
    expect(await ids('service_code=5.2,5.3&status=open,closed')).toContain(number);
    expect(await ids('service_code=5.3')).toEqual([]);
    expect(await ids('start_date=2026-11-20T00:00:00%2B07:00&end_date=2026-11-20T23:00:00+07:00')).toContain(
      number,
    );
    expect(await ids('start_date=2026-11-20T00:00:01%2B07:00')).not.toContain(number);
    expect(await ids('end_date=2026-11-19T23:59:59%2B07:00')).not.toContain(number);
    expect(await ids('start_date=&end_date=&status=&service_code=')).toContain(number);
    for (const query of [
      'start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z',
      'start_date=2026-06-01T00:00:00Z&end_date=2026-01-01T00:00:00Z',
      'start_date=hôm qua',
      'start_date=2026-13-45T99:00:00Z',
      'status=done',
      'service_code=7',
    ])
      expect([query, (await json(`/v2/requests.json?${query}`)).status]).toEqual([query, 400]);
  });

  it('never tells a word of a person, whatever they write and wherever the case stands', async () => {
    const word = fc.string({ minLength: 8, maxLength: 20, unit: fc.constantFrom(...'qwxzjkáộđ') });
    await fc.assert(
      fc.asyncProperty(word, word, word, word, word, async (one, two, three, four, five) => {
        const { status, body: own } = await send({
          description: `${one} ${'việc đã xảy ra '.repeat(3)}`,
          last_name: two,
          first_name: '',
          email: `${'a'.repeat(8)}@vidu.vn`,
          'attribute[address]': three,
          'attribute[wish]': four,
          address_string: five,
        });
        expect(status).toBe(201);
        const id = own[0]?.['service_request_id'];
        const number = numberOf(id);
        await crew.take('TN', number, 'classify', { contentCode: '5.2', summary: one });
        const texts = await Promise.all(
          [
            `/v2/requests/${id}.xml`,
            `/v2/requests/${id}.json`,
            `/v2/tokens/${id}.xml`,
            '/v2/requests.json',
            `/v2/requests.xml?service_request_id=${id}`,
            `/v2/requests/${number}.xml`,
          ].map(async (path) => (await ask(path)).text),
        );
        for (const said of [one, two, three, four, five, 'aaaaaaaa@', '0900000000'])
          for (const text of texts) expect(text).not.toContain(said);
      }),
      { numRuns: 12 },
    );
  });
});

it('charges a program what the form is charged, before anything is read', async () => {
  const small = await openTestPortal({ env: { SUBMISSIONS_PER_10_MINUTES: '1' } });
  const post = () => small.request('/api/open311/v2/requests.json', form({ service_code: '7' }));
  expect((await post()).status).toBe(404);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject([{ code: 429 }]);
  await small.close();
});
