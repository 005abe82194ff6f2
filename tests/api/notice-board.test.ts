// One changed hotline number: page data, API, print sheet, history; and the old sheet on the wall is told to be replaced.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Contact } from '../../api/contacts/schema.ts';
import { recordPublications } from '../../api/publishing/record-service.ts';
import { publishedOf } from '../../api/start/published.ts';
import { fitContacts } from '../../api/contacts/fit.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal({
    now: '2026-11-20T08:30:00+07:00',
    env: { PUBLIC_ORIGIN: 'https://vidu.example' },
  });
});
afterAll(() => portal.close());

const json = async (path: string, headers?: HeadersInit) =>
  (await (await portal.request(path, headers ? { headers } : {})).json()) as Record<string, never>;
const hashOf = async (id: string) => String((await json(`/api/sheets/${id}/content`))['hash']);
const standing = (hash: string) => json(`/api/sheets/check/${hash}`);

/** A new build with another telephone of the province's office (null: not known). */
async function publishPhone(value: string | null, validTo: string | null = null): Promise<void> {
  portal.portal.content.contacts = portal.portal.content.contacts.map((contact) =>
    contact.id === 'van-phong-ubnd-tinh'
      ? Contact.parse({
          ...contact,
          details: [
            { type: 'phone', value, missing: value === null ? 'Sở chưa cung cấp' : null, validTo },
            ...contact.details.slice(1),
          ],
        })
      : contact,
  );
  await recordPublications(portal.portal, publishedOf(portal.portal.content));
}

async function pdfOf(id: string, size: string) {
  const response = await portal.request(`/api/sheets/${id}.pdf?size=${size}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const document = await getDocumentProxy(bytes.slice());
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages: document.numPages, width, height, raw: bytes };
}

test('a changed number reaches API, sheets, PDF and history by one build; the old sheet is told to be replaced', async () => {
  const [empty, procedure, list] = [
    await hashOf('pakn'),
    await hashOf('thu-tuc-1.014445'),
    await hashOf('linh-vuc-buu-chinh'),
  ];
  expect(await standing(empty)).toEqual({
    state: 'current',
    id: 'pakn',
    title: 'Nội dung hướng dẫn thực hiện phản ánh, kiến nghị về quy định hành chính',
    since: '2026-11-20',
    expired: [],
  });

  portal.clock.set('2026-11-21T09:00:00+07:00');
  await publishPhone('0255 000 0001');
  portal.clock.set('2026-11-25T09:00:00+07:00');
  await publishPhone('0255 000 0002');

  const { contacts } = (await json('/api/contacts')) as unknown as { contacts: Contact[] };
  expect(contacts[0]?.details[0]?.value).toBe('0255 000 0002');
  for (const id of ['pakn', 'thu-tuc-1.014445']) {
    const { text } = await pdfOf(id, 'a4');
    expect(text).toContain('0255 000 0002');
    expect(text).not.toContain('0255 000 0001');
  }
  expect(await standing(empty)).toMatchObject({
    state: 'replaced',
    since: '2026-11-20',
    replacedOn: '2026-11-21',
  });
  expect(await standing(procedure)).toMatchObject({ state: 'replaced', replacedOn: '2026-11-21' });
  expect(await standing(list)).toMatchObject({ state: 'current', since: '2026-11-20' });
  expect(await standing(await hashOf('pakn'))).toMatchObject({ state: 'current', since: '2026-11-25' });

  const { history } = (await json('/api/contacts/history')) as unknown as { history: { kind: string }[] };
  expect(history.filter(({ kind }) => kind === 'changed')).toEqual([
    {
      id: 'van-phong-ubnd-tinh',
      name: 'Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi',
      on: '2026-11-25',
      at: '2026-11-25T02:00:00.000Z',
      kind: 'changed',
      changes: [{ what: 'Điện thoại', from: '0255 000 0001', to: '0255 000 0002' }],
    },
    {
      id: 'van-phong-ubnd-tinh',
      name: 'Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi',
      on: '2026-11-21',
      at: '2026-11-21T02:00:00.000Z',
      kind: 'changed',
      changes: [{ what: 'Điện thoại', from: null, to: '0255 000 0001' }],
    },
  ]);
});

test('a number past its day is told to staff and on the check of the sheet', async () => {
  await publishPhone('0255 000 0002', '2026-11-30');
  const { headers } = await signedInAs(portal, 'TN');
  expect(await json('/api/staff/contacts/expired', headers)).toEqual({
    expired: [],
    expiring: [
      {
        id: 'van-phong-ubnd-tinh',
        name: 'Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi',
        what: 'Điện thoại',
        validTo: '2026-11-30',
      },
    ],
  });
  portal.clock.set('2026-12-01T00:00:00+07:00');
  const { headers: later } = await signedInAs(portal, 'TN');
  expect(await json('/api/staff/contacts/expired', later)).toEqual({
    expired: [
      {
        id: 'van-phong-ubnd-tinh',
        name: 'Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi',
        what: 'Điện thoại',
        validTo: '2026-11-30',
      },
    ],
    expiring: [],
  });
  expect(await standing(await hashOf('pakn'))).toMatchObject({
    state: 'current',
    expired: ['Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi: Điện thoại, hết hiệu lực sau ngày 30/11/2026'],
  });
  expect((await portal.request('/api/staff/contacts/expired')).status).toBe(401);
  expect((await pdfOf('pakn', 'a4')).text).toContain('0255 000 0002 (đến hết ngày 30/11/2026)');
});

test('a PDF is A4 or A3, tagged, in Vietnamese, with its day, its hash and the pages counted', async () => {
  portal.clock.set('2026-12-02T09:00:00+07:00');
  const hash = await hashOf('pakn');
  const small = await pdfOf('pakn', 'a4');
  const large = await pdfOf('pakn', 'a3');
  expect([Math.round(small.width), Math.round(small.height)]).toEqual([595, 842]);
  expect([Math.round(large.width), Math.round(large.height)]).toEqual([842, 1191]);
  expect([small.pages, large.pages]).toEqual([1, 1]);
  for (const { text, raw } of [small, large]) {
    expect(text).toContain('NỘI DUNG HƯỚNG DẪN THỰC HIỆN PHẢN ÁNH, KIẾN NGHỊ VỀ QUY ĐỊNH HÀNH CHÍNH');
    expect(text).toContain('“Chung tay cải cách thủ tục hành chính”');
    expect(text).toContain(`vidu.example/bang-niem-yet/kiem-tra/${hash}`);
    expect(text).toContain(`In ngày 02/12/2026 · Mã nội dung ${hash}`);
    expect(text).toContain('Trang 1/1');
    const source = Buffer.from(raw).toString('latin1');
    expect(source).toContain('/Lang (vi)');
    expect(source).toMatch(/\/Marked true/);
    expect(source).toContain('/FontFile2');
  }
});

test('the notice stays on one page when every channel is fully known', async () => {
  const known = portal.portal.content.contacts;
  const full = {
    phone: '0255 000 0001',
    email: 'phan-anh-kien-nghi@vidu.example',
    address: 'Số 1, đường Thử Nghiệm, phường Ví Dụ, tỉnh Quảng Ngãi',
    hours: 'Thứ Hai đến thứ Sáu, sáng 07h00 - 11h30, chiều 13h30 - 17h00 (trừ ngày lễ)',
  };
  const person = (name: string) => ({
    name,
    position: 'Phó Chánh Văn phòng Sở',
    phone: full.phone,
    email: full.email,
  });
  portal.portal.content.contacts = known.map((contact) =>
    Contact.parse({
      ...contact,
      details: contact.details.map((detail) => ({
        ...detail,
        ...(detail.type in full && detail.value === null
          ? { value: full[detail.type as keyof typeof full], missing: null }
          : {}),
      })),
      focalPersons: contact.focalPersons.map(() => ({
        ...person('Người được giao đầu mối'),
        validFrom: '2026-01-01',
        validTo: '2027-12-31',
        substitute: person('Người thay khi đi vắng'),
      })),
    }),
  );
  const { text, pages } = await pdfOf('pakn', 'a4');
  expect(text).toContain(full.address);
  expect(text).toContain('Người thay khi đi vắng');
  expect(pages).toBe(1);
  portal.portal.content.contacts = known;
});

test('a long list has its head on every page and every procedure once', async () => {
  const { text, pages } = await pdfOf('linh-vuc-hoat-dong-khoa-hoc-va-cong-nghe', 'a4');
  expect(pages).toBeGreaterThan(2);
  expect(text.split('Thời hạn giải quyết')).toHaveLength(text.split('Trang ').length);
  expect(text).toContain(`Trang ${pages}/${pages}`);
});

test('what does not exist is refused in Vietnamese, and nothing is drawn for it', async () => {
  for (const [path, status] of [
    ['/api/sheets/khong-co.pdf', 404],
    ['/api/sheets/pakn', 404],
    ['/api/sheets/khong-co/content', 404],
    ['/api/sheets/thu-tuc-2.002131.pdf', 404],
    ['/api/sheets/pakn.pdf?size=a5', 422],
    ['/api/sheets/check/zzz', 404],
  ] as const) {
    const response = await portal.request(path);
    expect(response.status, path).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  }
  expect(await standing('0'.repeat(12))).toEqual({ state: 'unknown' });
});

test('channels with hours tell whether they are open, on a holiday when they open again', async () => {
  portal.clock.set('2026-11-24T09:00:00+07:00');
  const { content } = portal.portal;
  const known = content.contacts;
  // As shipped the hours are unverified: nothing is told of them.
  expect(await json('/api/contacts/opening')).toMatchObject({ channels: [] });
  content.contacts = fitContacts(
    content.writtenContacts.map((contact) => ({
      ...contact,
      details: contact.details.map((detail) => ({ ...detail, checked: true })),
    })),
  );
  expect(await json('/api/contacts/opening')).toEqual({
    at: '2026-11-24T02:00:00.000Z',
    channels: [
      {
        id: 'trung-tam-phuc-vu-hanh-chinh-cong',
        checked: true,
        certain: true,
        state: 'closed',
        opensOn: '2026-11-25',
        opensAt: '07:00',
        reason: 'holiday',
      },
    ],
  });
  content.contacts = known;
});
