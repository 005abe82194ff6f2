// A superseded procedure's letters are counted with the one that has taken its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../api/figures/facts.ts';
import { aboutProcedures, namedInYear } from '../../api/figures/named-procedures.ts';
import { placed } from '../../api/figures/placing.ts';
import { joinedNotes } from '../../api/reports/joined.ts';
import { whyNotChosen } from '../../api/procedures/choosing.ts';
import type { Status } from '../../api/procedures/schema.ts';
import { predecessors, successorOf } from '../../api/procedures/successor.ts';

const one = (slug: string, replacedBy: string | null = null) =>
  [
    slug,
    {
      slug,
      code: slug === 'z' ? '1.000001' : null,
      name: `Thủ tục ${slug}`,
      field: slug < 'm' ? 'Bưu chính' : 'Đo lường',
      status: replacedBy ? ('replaced' as const) : ('in-force' as const),
      replacedBy,
    },
  ] as const;
const procedures = new Map([one('a', 'b'), one('b', 'z'), one('z'), one('q')]);

describe('the procedure that has taken the place', () => {
  it('is the last of the chain', () => {
    expect(['a', 'b', 'z', 'q', 'unknown'].map((slug) => successorOf(procedures, slug))).toEqual([
      'z',
      'z',
      'z',
      'q',
      'unknown',
    ]);
    expect(
      predecessors(procedures)
        .get('z')
        ?.map(({ slug }) => slug),
    ).toEqual(['a', 'b']);
  });
  it('is found whatever the files say, also where they run in a circle', () => {
    const slugs = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...slugs, 'gone')), { minLength: 4, maxLength: 4 }),
        (to) => {
          const any = new Map(slugs.map((slug, index) => one(slug, to[index] ?? null)));
          for (const slug of slugs) expect(any.has(successorOf(any, slug))).toBe(true);
        },
      ),
    );
  });
});

describe('the letters of a superseded procedure', () => {
  const history = {
    procedure: 'a',
    events: [
      { step: 'classify', data: { contentCode: '5.2', track: 'rule', procedure: 'a' } },
      { step: 'classify', data: { contentCode: '5.2', track: 'rule', procedure: null } },
      { step: 'accept', data: null },
    ],
  } as unknown as Omit<History, 'field'>;
  it('stand under the successor and in its field, event by event', () => {
    const found = placed({ content: { procedures } }, history);
    expect([found.procedure, found.field]).toEqual(['z', 'Đo lường']);
    expect(found.events.map(({ data }) => data && [data.procedure, data.field])).toEqual([
      ['z', 'Đo lường'],
      [null, null],
      null,
    ]);
  });
  it('are told with the names of what was joined', () => {
    const groups = [
      { dimension: 'procedure', key: 'z', received: 7 },
      { dimension: 'procedure', key: 'none', received: 3 },
      { dimension: 'procedure', key: 'pending', received: 9 },
      { dimension: 'track', key: 'rule', received: 10 },
    ] as const;
    expect(aboutProcedures(groups)).toBe(7);
    expect(namedInYear(procedures, groups)).toEqual([
      {
        slug: 'z',
        name: 'Thủ tục z',
        field: 'Đo lường',
        received: 7,
        joins: [
          { slug: 'a', name: 'Thủ tục a' },
          { slug: 'b', name: 'Thủ tục b' },
        ],
      },
    ]);
  });
});

describe('a form', () => {
  it('takes no procedure that has been replaced, and names the one to choose', () => {
    const all = new Map<string, Omit<ReturnType<typeof one>[1], 'status'> & { status: Status }>([
      ...procedures,
      one('s', 'r'),
    ]);
    all.set('r', { ...one('r')[1], status: 'repealed' });
    expect(['z', 'q', 'a', 'r', 's', 'x'].map((slug) => whyNotChosen(all, slug))).toEqual([
      undefined,
      undefined,
      'Thủ tục “Thủ tục a” đã được thay thế bằng thủ tục “Thủ tục z” (mã 1.000001). Hãy chọn thủ tục ấy hoặc để trống.',
      'Thủ tục “Thủ tục r” đã được thay thế hoặc bãi bỏ. Hãy chọn thủ tục khác hoặc để trống.',
      'Thủ tục “Thủ tục s” đã được thay thế hoặc bãi bỏ. Hãy chọn thủ tục khác hoặc để trống.',
      'Không có thủ tục này trong danh mục. Hãy chọn lại hoặc để trống.',
    ]);
  });
});

describe('a report by fields', () => {
  it('says which cases it counts with the procedure that has replaced theirs', () => {
    const cases = ['a', 'a', 'b', 'z', null, 'unknown'].map((procedure) => ({ procedure }));
    expect(joinedNotes(procedures, { rows: 'field' }, cases)).toEqual([
      '1 hồ sơ về thủ tục “Thủ tục b” (đã được thay thế) tính vào lĩnh vực Đo lường, cùng thủ tục thay thế “Thủ tục z”.',
      '2 hồ sơ về thủ tục “Thủ tục a” (đã được thay thế) tính vào lĩnh vực Đo lường, cùng thủ tục thay thế “Thủ tục z”.',
    ]);
    expect(joinedNotes(procedures, { rows: 'unit' }, cases)).toEqual([]);
  });
});
