// The desk of officers: lists and counts say what the rules say, to each what is theirs to see; search finds without accents.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldCounts } from '../../api/desk/count-repository.ts';
import { View } from '../../api/desk/view.ts';
import { personWords, termsOf } from '../../api/desk/words.ts';
import { takeAllWords } from '../../api/desk/words-service.ts';
import { post, submit } from '../support/portal/case.ts';
import { openCrew, reply, type Crew } from '../support/portal/crew.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { bothSides, deskWorld } from '../support/worlds/desk-world.ts';
import { withMadeRegister } from '../support/worlds/register-rows.ts';

type Who = keyof Crew['officers'];
type Listed = { number: string; sender: string | null; news: string | null; [key: string]: unknown };

let test: TestPortal;
let crew: Crew;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-11-20T08:00:00+07:00' });
  crew = await openCrew(test);
});
afterAll(() => test.close());

const at = (iso: string) => test.clock.set(`${iso}:00+07:00`);
async function get<Body>(who: Who, path: string): Promise<Body> {
  const answer = await test.request(`/api/staff/cases${path}`, { headers: crew.officers[who].headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as Body;
}
const list = async (who: Who, query: string) => (await get<{ cases: Listed[] }>(who, `?${query}`)).cases;
const numbers = (cases: Listed[]) => cases.map(({ number }) => number);
const counts = (who: Who) => get<Record<string, number>>(who, '/counts');

async function search(who: Who, sought: string): Promise<string[]> {
  const started = await post(test, '/api/staff/cases/searches', { sought }, crew.officers[who].headers);
  expect(started.status).toBe(200);
  return numbers((await get<{ cases: Listed[] }>(who, `/searches/${String(started.body['key'])}`)).cases);
}

describe('lists, page by page in both directions, and their counts', () => {
  it('hold for every register, officer and day what the rules say', async () => {
    await withMadeRegister(test.owner, (db, put) =>
      fc.assert(
        fc.asyncProperty(deskWorld, async (world) => {
          const { sides, byPerson } = await bothSides(db, put, world);
          for (const { view, bySql, byRule } of sides)
            expect({ view, ...bySql }).toEqual({ view, ...byRule });
          expect(byPerson.bySql).toEqual(byPerson.byRule);
        }),
        { numRuns: 60 },
      ),
    );
  });
});

describe('counts', () => {
  it('follow every step, folded or not, and a figure is as long as its list', async () => {
    at('2026-11-20T08:00');
    const before = await counts('CVP');
    const { number } = await crew.caseIn('accepted');
    await crew.caseIn('submitted', { contentCode: '5.1' });
    expect(await counts('CVP')).toMatchObject({
      waiting: (before['waiting'] ?? 0) + 1,
      open: (before['open'] ?? 0) + 2,
    });
    await crew.take('CVP', number, 'assign', { handlerId: crew.officers.XL.id });
    await crew.take('XL', number, 'draft-reply', reply);
    await crew.take('TP', number, 'return-draft', { reason: 'Nêu rõ căn cứ (dữ liệu thử).' });
    const unfolded = await counts('CVP');
    await foldCounts(test.portal.db);
    expect(await counts('CVP')).toEqual(unfolded);
    at('2026-12-15T08:00');
    await crew.caseIn('published');
    const figures = await get<{
      units: {
        code: string | null;
        open: number;
        soon: number;
        overdue: number;
        answered: number;
        returned: number;
        people: { id: string | null; overdue: number; answered: number; open: number }[];
      }[];
    }>('CVP', '/figures');
    const unit = figures.units.find(({ code }) => code === 'quan-ly-cong-nghe');
    expect(unit).toMatchObject({ open: 1, overdue: 1, answered: 1, returned: 0 });
    const person = unit?.people.find(({ id }) => id === crew.officers.XL.id);
    expect(person).toMatchObject({ open: 1, overdue: 1, answered: 1 });
    for (const view of ['open', 'soon', 'overdue', 'answered', 'returned'] as const) {
      expect([view, (await list('CVP', `view=${view}&unit=quan-ly-cong-nghe`)).length]).toEqual([
        view,
        unit?.[view],
      ]);
    }
    expect(numbers(await list('CVP', 'view=returned&month=2026-11'))).toEqual([number]);
    const unassigned = figures.units.find(({ code }) => code === null);
    expect((await list('CVP', 'view=open&unit=none')).length).toBe(unassigned?.open);
    expect(unassigned?.open).toBeGreaterThan(0);
    for (const who of ['TN', 'XL', 'TP', 'otherTP', 'BT', 'QT'] as const) {
      const theirs = await counts(who);
      for (const view of ['mine', 'waiting', 'overdue', 'open', 'new'] as const)
        expect([who, view, (await list(who, `view=${view}`)).length]).toEqual([who, view, theirs[view]]);
    }
  });
});

describe('what comes from a sender', () => {
  it('is new for the one desk that it is for until that one opens the case, and marked for all who see it', async () => {
    at('2026-11-20T08:00');
    const { number, secret } = await crew.caseIn('assigned');
    at('2026-11-20T09:00');
    const said = { number, secret, step: 'remark', text: 'Tôi xin gửi thêm thông tin (dữ liệu thử).' };
    expect((await post(test, '/api/cases/steps', said)).status).toBeLessThan(300);
    expect(numbers(await list('XL', 'view=new'))).toContain(number);
    expect(numbers(await list('TN', 'view=new'))).not.toContain(number);
    expect((await list('TN', 'view=open')).find((one) => one.number === number)?.news).toBe('remark');
    at('2026-11-20T10:00');
    await crew.seen('TN', number);
    expect(numbers(await list('XL', 'view=new'))).toContain(number);
    await crew.seen('XL', number);
    expect(numbers(await list('XL', 'view=new'))).not.toContain(number);
    expect((await list('TN', 'view=open')).find((one) => one.number === number)?.news).toBeNull();
  });
});

describe('a row', () => {
  it('says who sent it to those alone who may know, and of a restricted case to nobody', async () => {
    at('2026-11-20T08:00');
    const { number } = await crew.caseIn('assigned', { name: 'Nguyễn Thị Hàng' });
    const restricted = await submit(test, { contentCode: '5.1', name: 'Nguyễn Thị Kín' });
    const senderOf = async (who: Who, of: string) =>
      (await list(who, 'view=open')).find((one) => one.number === of)?.sender;
    expect(await senderOf('TN', number)).toBe('Nguyễn Thị Hàng');
    expect(await senderOf('XL', number)).toBe('Nguyễn Thị Hàng');
    expect(await senderOf('TP', number)).toBeNull();
    expect(await senderOf('TN', restricted.number)).toBeNull();
  });
});

describe('a search', () => {
  it('finds by name, phone in any spelling or its end, address and words, without accents', async () => {
    at('2026-11-20T08:00');
    const { number } = await crew.caseIn('assigned', {
      name: 'Đặng Thị Mười Hai',
      address: 'Thôn Suối Đá, xã Thử, tỉnh Quảng Ngãi',
      phone: '0905 987 654',
      email: 'muoihai@thu.example',
      body: 'Máy chụp cắt lớp chờ kiểm định quá lâu (dữ liệu thử).',
    });
    for (const sought of [
      'dang thi muoi hai',
      'Đặng Mười',
      'suoi da',
      '0905.987.654',
      '+84 905 987 654',
      '7654',
      'muoihai@thu.example',
      'cắt lớp kiem dinh',
      'mười hai kiểm định',
      String(Number(number.slice(-6))),
      number.toLowerCase(),
    ])
      expect([sought, await search('TN', sought)]).toEqual([sought, [number]]);
    expect(await search('TN', 'dang thi muoi ba')).toEqual([]);
    // The head of the unit may open the case and not know its sender: no word of the sender finds it.
    expect(await search('TP', 'cat lop')).toEqual([number]);
    for (const sought of ['dang muoi hai', '0905987654', '7654', 'suoi da', 'muoihai@thu.example'])
      expect([sought, await search('TP', sought)]).toEqual([sought, []]);
    expect(await search('XL', 'dang muoi hai')).toEqual([number]);
    for (const who of ['otherXL', 'otherTP', 'BT', 'MC', 'QT'] as const)
      for (const sought of ['cat lop', number]) expect([who, await search(who, sought)]).toEqual([who, []]);
  });

  it('opens to its asker alone, and says what it needs', async () => {
    const { headers } = crew.officers.TN;
    const started = await post(test, '/api/staff/cases/searches', { sought: 'muoi hai' }, headers);
    const path = `/api/staff/cases/searches/${String(started.body['key'])}`;
    expect((await test.request(path, { headers: crew.officers.CVP.headers })).status).toBe(404);
    for (const sought of ['', ' ... '])
      expect((await post(test, '/api/staff/cases/searches', { sought }, headers)).status).toBe(422);
    const { rows } = { rows: await test.portal.db.selectFrom('drafts').selectAll().execute() };
    expect(JSON.stringify(rows)).not.toContain('muoi hai');
  });

  it('finds a locked letter by its number alone, and nothing of it once it was erased', async () => {
    at('2026-11-20T08:00');
    const { number } = await submit(test, { name: 'Phan Văn Khóa', body: 'Chuyện kín đáo (dữ liệu thử).' });
    expect(await search('TN', 'phan khoa')).toEqual([number]);
    await crew.take('TN', number, 'lock', { reason: 'Nội dung là tố cáo.' });
    expect(await search('LD', 'phan khoa')).toEqual([]);
    expect(await search('LD', 'kin dao')).toEqual([]);
    expect(await search('LD', number)).toEqual([number]);
    await takeAllWords(test.portal);
    const { id } = await test.portal.db
      .selectFrom('cases')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const kept = await test.portal.db
      .selectFrom('caseWords')
      .selectAll()
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow();
    expect([kept.words.length, kept.people.length]).toEqual([1, 0]);
  });

  it('reads terms out of anything, at most twelve, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (typed) => {
        const terms = termsOf(typed);
        expect(terms.length).toBeLessThanOrEqual(12);
        for (const { words, people } of terms)
          expect([...words, ...people].every((word) => word.length > 0)).toBe(true);
      }),
    );
    expect(termsOf('Đặng 0905 123 456')).toEqual([
      { words: [], people: ['p:0905123456'] },
      { words: ['dang'], people: ['dang'] },
    ]);
    expect(termsOf('0905.987.654 7654')).toEqual([
      { words: [], people: ['p:0905987654'] },
      { words: ['7654', 'n:7654'], people: ['7654', 't:7654'] },
    ]);
    expect(termsOf('000123')).toEqual([{ words: ['000123', 'n:123'], people: ['000123', 't:000123'] }]);
    const found = personWords({
      name: 'Lê Ô',
      address: 'Tổ 5',
      phone: '0905123456',
      email: 'Le.O@thu.example',
    });
    expect(found).toEqual(
      expect.arrayContaining(['le', 'o', 'to', '5', 'p:0905123456', 't:3456', 'e:le.o@thu.example']),
    );
  });
});

describe('a filter that an officer keeps', () => {
  it('is theirs alone, replaced under its name, and let go', async () => {
    const { headers } = crew.officers.CVP;
    const keep = (view: string) =>
      post(
        test,
        '/api/staff/cases/filters',
        { name: 'Phòng A quá hạn', query: { view, unit: 'van-phong' } },
        headers,
      );
    expect((await keep('overdue')).status).toBe(204);
    expect((await keep('open')).status).toBe(204);
    const own = await get<{ filters: { id: string; name: string; query: object }[] }>('CVP', '/filters');
    expect(own.filters).toMatchObject([
      { name: 'Phòng A quá hạn', query: { view: 'open', unit: 'van-phong' } },
    ]);
    expect(await get('TN', '/filters')).toEqual({ filters: [] });
    const drop = (who: Who) =>
      test.request(`/api/staff/cases/filters/${own.filters[0]?.id}`, {
        method: 'DELETE',
        headers: crew.officers[who].headers,
      });
    expect((await drop('TN')).status).toBe(204);
    expect((await get<{ filters: object[] }>('CVP', '/filters')).filters).toHaveLength(1);
    expect((await drop('CVP')).status).toBe(204);
    expect(await get('CVP', '/filters')).toEqual({ filters: [] });
  });
});

describe('the address of a list', () => {
  it.each(View.options)('%s opens for every role', async (view) => {
    for (const who of ['TN', 'MC', 'CVP', 'LD', 'XL', 'TP', 'BT', 'QT'] as const)
      expect(Array.isArray(await list(who, `view=${view}`))).toBe(true);
  });

  it('that cannot be read is refused, and reads nothing', async () => {
    for (const query of ['view=nothing', 'after=1', 'from=31-11-2026', 'status=draftt', 'unit=', 'handler=1'])
      expect([
        query,
        (await test.request(`/api/staff/cases?${query}`, { headers: crew.officers.TN.headers })).status,
      ]).toEqual([query, 422]);
  });
});
