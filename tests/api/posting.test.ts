// The posting checklist: legal due days, who marks what, and that nothing is ever overwritten. Decisions are made up.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChecklistView } from '../../api/posting/schema.ts';
import { post } from '../support/portal/case.ts';
import { decision, stored } from '../support/worlds/decisions.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

// Friday 20/11/2026; Tuesday 24/11 is a day off.
const decisions = [
  decision('moi', '2026-12-01', [], { signedOn: '2026-11-20', receivedOn: '2026-11-23' }),
  decision('rut-gon', '2026-11-20', [], { shortened: true }),
  decision('bo', '2026-11-20', [], { scope: 'ministry' }),
  decision('cu', '2026-10-01', [{ op: 'new', procedure: 'a' }], { receivedOn: '2026-10-02' }),
  decision('xua', '2015-03-23', []),
];

let portal: TestPortal;
let editor: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  portal = await openTestPortal({
    now: '2026-11-23T08:00:00+07:00',
    content: { decisions, stored: [stored('a')] },
  });
  editor = await signedInAs(portal, 'BT', 'van-phong', 'bien-tap');
});
afterAll(() => portal.close());

const list = async () => {
  const response = await portal.request('/api/staff/decisions', { headers: editor.headers });
  expect(response.status).toBe(200);
  return ((await response.json()) as { decisions: ChecklistView[] }).decisions;
};
const placeOf = async (slug: string, place: string) => {
  const found = (await list()).find((one) => one.slug === slug)?.places.find((one) => one.place === place);
  if (!found) throw new Error(`no ${place} of ${slug}`);
  return found;
};
const mark = (slug: string, body: object, headers: Record<string, string> = editor.headers) =>
  post(portal, `/api/staff/decisions/${slug}/posting`, body, headers);
const rows = () => portal.portal.db.selectFrom('postingMarks').selectAll().orderBy('id').execute();

describe('the due days', () => {
  test('of the national database: 5 working days from signing, 2 by the shortened procedure, none for a ministry', async () => {
    expect(await placeOf('moi', 'national-database')).toMatchObject({
      state: 'due',
      due: { on: '2026-11-30', amount: 5, certainty: 'law' },
      daysLeft: 4,
    });
    expect((await placeOf('rut-gon', 'national-database')).due).toMatchObject({
      on: '2026-11-25',
      amount: 2,
    });
    expect(await placeOf('bo', 'national-database')).toMatchObject({ state: 'not-needed', daysLeft: null });
  });

  test('of the other places count from the day on which the department received the decision', async () => {
    expect((await placeOf('moi', 'office')).due).toMatchObject({ on: '2026-12-01', certainty: 'proposal' });
    expect((await placeOf('moi', 'units')).due?.on).toBe('2026-12-01');
    expect((await placeOf('moi', 'one-stop')).due?.on).toBe('2026-11-26');
    expect(await placeOf('rut-gon', 'office')).toMatchObject({
      state: 'no-due',
      due: null,
      missing: ['Chưa ghi ngày Sở nhận quyết định'],
    });
  });

  test('of the web have a limit by formula and an internal target', async () => {
    expect(await placeOf('moi', 'web')).toMatchObject({
      due: { on: '2026-11-30', certainty: 'operational' },
      target: { on: '2026-11-26', certainty: 'proposal' },
    });
  });

  test('are not counted by a rule that is younger than the decision', async () => {
    expect(await placeOf('xua', 'national-database')).toMatchObject({
      state: 'no-due',
      due: null,
      missing: ['Quyết định ký trước khi có quy định về thời hạn này (25/9/2017)'],
    });
    expect((await placeOf('xua', 'web')).due).toBeNull();
  });

  test('put what is longest overdue first and what has no day last', async () => {
    const found = await list();
    expect(found.map(({ slug }) => slug)).toEqual(['cu', 'rut-gon', 'moi', 'bo', 'xua']);
    expect(await placeOf('cu', 'one-stop')).toMatchObject({
      state: 'late',
      due: { on: '2026-10-06' },
      daysLeft: -34,
    });
  });

  test('follow the calendar that is in force', async () => {
    const { due } = await placeOf('moi', 'national-database');
    expect(due?.certain).toBe(true);
    expect(due?.summary).toContain('24/11');
  });
});

test('the web place is filled by the portal itself with the day it first showed the decision', async () => {
  expect(await placeOf('moi', 'web')).toMatchObject({ state: 'done', doneOn: '2026-11-23', marks: [] });
  expect(await placeOf('cu', 'web')).toMatchObject({ state: 'done-late', doneOn: '2026-11-23' });
  const { status, body } = await mark('moi', { done: true, place: 'web', on: '2026-11-23', after: null });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/place']);
  expect(await rows()).toEqual([]);
});

describe('a mark', () => {
  test('says who did it when and with which note; it is late when it was done late', async () => {
    const done = { done: true, place: 'office', on: '2026-11-20', note: 'Bảng tin tầng 1', after: null };
    const { status, body } = await mark('cu', done);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'slug',
      'number',
      'title',
      'scope',
      'authority',
      'signedOn',
      'effectiveOn',
      'receivedOn',
      'receipts',
      'shortened',
      'procedures',
      'places',
    ]);
    expect(await placeOf('cu', 'office')).toMatchObject({
      state: 'done-late',
      doneOn: '2026-11-20',
      daysLeft: null,
      marks: [
        {
          done: true,
          on: '2026-11-20',
          note: 'Bảng tin tầng 1',
          by: 'bien-tap',
          at: '2026-11-23T01:00:00.000Z',
        },
      ],
    });
    // Sent twice, written once.
    expect((await mark('cu', done)).status).toBe(200);
    expect((await rows()).length).toBe(1);
  });

  test('is taken back by another row with its reason; the first one stays', async () => {
    const [first] = (await placeOf('cu', 'office')).marks;
    const { status } = await mark('cu', {
      done: false,
      place: 'office',
      note: 'Ghi nhầm quyết định',
      after: first?.id,
    });
    expect(status).toBe(200);
    const { state, marks } = await placeOf('cu', 'office');
    expect(state).toBe('late');
    expect(marks.map(({ done, note }) => [done, note])).toEqual([
      [false, 'Ghi nhầm quyết định'],
      [true, 'Bảng tin tầng 1'],
    ]);
    const { db } = portal.portal;
    await expect(db.deleteFrom('postingMarks').execute()).rejects.toThrow('permission denied');
    await expect(portal.owner.deleteFrom('postingMarks').execute()).rejects.toThrow('never changed');
  });

  test('on a page that is out of date is refused, and nothing is written', async () => {
    const before = await rows();
    const { status, body } = await mark('cu', { done: true, place: 'office', on: '2026-11-20', after: null });
    expect([status, body['code']]).toEqual([409, 'stale']);
    expect(await rows()).toEqual(before);
  });

  test('made by two at once is written once', async () => {
    const done = { done: true, place: 'units', on: '2026-11-20', after: null };
    const both = await Promise.all([
      mark('moi', { ...done, note: 'Một' }),
      mark('moi', { ...done, note: 'Hai' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await placeOf('moi', 'units')).marks).toHaveLength(1);
  });

  test('of what cannot be is refused at its field, and nothing is written', async () => {
    const before = await rows();
    const done = { done: true, place: 'one-stop', on: '2026-11-20', after: null };
    const wrong = [
      [{ ...done, on: '2026-11-24' }, '/on'],
      [{ ...done, on: '2026-11-19' }, '/on'],
      [{ ...done, on: '' }, '/on'],
      [{ ...done, on: '2026-02-30' }, '/on'],
      [{ ...done, place: 'roof' }, '/place'],
      [{ ...done, note: 'x'.repeat(501) }, '/note'],
      [{ ...done, extra: 1 }, '/extra'],
      [{ done: false, place: 'one-stop', note: 'Không có gì để bỏ', after: null }, '/done'],
      [{ done: false, place: 'one-stop', note: ' ', after: null }, '/note'],
    ] as const;
    for (const [body, pointer] of wrong) {
      const answer = await mark('moi', body);
      expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
    expect((await mark('nobody', done)).status).toBe(404);
    expect(await rows()).toEqual(before);
  });
});

test('only intake, chief of office and editor see and mark it', async () => {
  const done = { done: true, place: 'one-stop', on: '2026-11-23', after: null };
  const before = await rows();
  for (const role of ['MC', 'XL', 'TP', 'LD', 'QT'] as const) {
    const { headers } = await signedInAs(portal, role);
    expect((await portal.request('/api/staff/decisions', { headers })).status).toBe(403);
    expect((await mark('moi', done, headers)).status).toBe(403);
  }
  expect((await portal.request('/api/staff/decisions')).status).toBe(401);
  expect((await mark('moi', done, {})).status).toBe(401);
  expect((await mark('moi', done, { cookie: editor.headers.cookie })).status).toBe(403);
  expect(await rows()).toEqual(before);
  for (const role of ['TN', 'CVP'] as const) {
    const { headers } = await signedInAs(portal, role);
    expect((await portal.request('/api/staff/decisions', { headers })).status).toBe(200);
  }
});

describe('the day on which the department received a decision', () => {
  const enter = (slug: string, body: object) =>
    post(portal, `/api/staff/decisions/${slug}/received`, body, editor.headers);
  const receipts = () => portal.portal.db.selectFrom('postingReceipts').selectAll().orderBy('id').execute();

  const index12 = async () => {
    const answer = await portal.request('/api/statistics?from=2026-11&to=2026-12');
    const { indices } = (await answer.json()) as {
      indices: { code: string; numerator: number; denominator: number }[];
    };
    return indices.find(({ code }) => code === '1.2') ?? { numerator: -1, denominator: -1 };
  };

  test('is entered on the screen, gives three places their term, and keeps who entered what', async () => {
    expect((await placeOf('rut-gon', 'office')).due).toBeNull();
    const before = await index12();
    const { status } = await enter('rut-gon', { on: '2026-11-20', note: 'Số đến 12', after: null });
    expect(status).toBe(200);
    // Friday 20/11/2026, Tuesday 24/11 off: five working days end on 30/11, two on 25/11.
    expect((await placeOf('rut-gon', 'office')).due?.on).toBe('2026-11-30');
    expect((await placeOf('rut-gon', 'units')).due?.on).toBe('2026-11-30');
    expect((await placeOf('rut-gon', 'one-stop')).due?.on).toBe('2026-11-25');
    const found = (await list()).find(({ slug }) => slug === 'rut-gon');
    expect(found).toMatchObject({
      receivedOn: '2026-11-20',
      receipts: [{ on: '2026-11-20', note: 'Số đến 12', by: 'bien-tap', at: '2026-11-23T01:00:00.000Z' }],
    });
    // Mended: another row, the first stays.
    const mended = await enter('rut-gon', {
      on: '2026-11-23',
      note: 'Ghi nhầm',
      after: found?.receipts[0]?.id,
    });
    expect(mended.status).toBe(200);
    expect((await placeOf('rut-gon', 'office')).due?.on).toBe('2026-12-01');
    expect((await receipts()).map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-20', '2026-11-23']);
    // The term of index 1.2 runs from the day entered: from signing, it began before the portal kept its record.
    expect(await index12()).toMatchObject({
      numerator: before.numerator + 1,
      denominator: before.denominator + 1,
    });
    await expect(portal.owner.deleteFrom('postingReceipts').execute()).rejects.toThrow('never changed');
  });

  test('that cannot be, or that a colleague has entered meanwhile, is refused and nothing is written', async () => {
    const before = await receipts();
    for (const [body, pointer] of [
      [{ on: '2026-11-24', after: null }, '/on'],
      [{ on: '2026-11-19', after: null }, '/on'],
      [{ on: 'hôm qua', after: null }, '/on'],
      [{ on: '2026-11-20', note: 'x'.repeat(501), after: null }, '/note'],
    ] as const) {
      const answer = await enter('bo', body);
      expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
    expect((await enter('rut-gon', { on: '2026-11-20', after: null })).status).toBe(409);
    expect((await enter('khong-co', { on: '2026-11-20', after: null })).status).toBe(404);
    expect(await receipts()).toEqual(before);
  });
});

describe('photographs of what was posted', () => {
  const upload = async (bytes: Buffer, name: string) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    const answer = await portal.request('/api/uploads', { method: 'POST', body: form });
    return ((await answer.json()) as { token: string }).token;
  };

  test('come redrawn without metadata, stay with their mark, and are no attachment of a case', async () => {
    const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
      .withExif({ IFD0: { Copyright: 'Nguyễn Văn Thử' } })
      .jpeg()
      .toBuffer();
    expect(picture.includes('Exif')).toBe(true);
    const token = await upload(picture, 'bang-tin.jpg');
    const done = { done: true, place: 'one-stop', on: '2026-11-23', photos: [token], after: null };
    expect((await mark('bo', done)).status).toBe(200);
    const [shown] = (await placeOf('bo', 'one-stop')).marks;
    expect(shown?.photos).toHaveLength(1);
    const address = `/api/staff/decisions/bo/photos/${shown?.photos[0]}`;
    const answer = await portal.request(address, { headers: editor.headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect((await portal.request(address)).status).toBe(401);
    expect((await portal.request(address.replace('/bo/', '/moi/'), { headers: editor.headers })).status).toBe(
      404,
    );
    // Neither pending any longer nor to be removed.
    const { db } = portal.portal;
    expect(await db.selectFrom('attachments').selectAll().execute()).toEqual([]);
    expect(await portal.owner.selectFrom('fileRemovals').selectAll().execute()).toEqual([]);
  });

  test('that are no picture are refused at their field, and neither mark nor picture is written', async () => {
    const token = await upload(Buffer.from('%PDF-1.4\n1 0 obj\nendobj\ntrailer\n%%EOF\n'), 'a.pdf');
    const before = await rows();
    const { status, body } = await mark('moi', {
      done: true,
      place: 'one-stop',
      on: '2026-11-23',
      photos: [token],
      after: null,
    });
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/photos']);
    expect(await rows()).toEqual(before);
    // The upload waits on: nothing of it was lost.
    expect(await portal.portal.db.selectFrom('attachments').selectAll().execute()).toHaveLength(1);
  });
});
