// The list of procedures: narrowed by its address, counted beside every choice, fifty to a page, quick with ten thousand.
import { beforeAll, describe, expect, test } from 'vitest';
import { browse, type Catalogue, catalogueOf } from '../../api/procedures/browse.ts';
import { facetsOf } from '../../api/procedures/facets.ts';
import { readProcedures } from '../support/worlds/stored-procedures.ts';
import { type PublicProcedure, publicProcedure } from '../../api/procedures/schema.ts';
import { browseHref, groupsOf, readChosen } from '../../site/lib/content/browse.ts';

let all: PublicProcedure[];
let catalogue: Catalogue;
beforeAll(async () => {
  all = [...(await readProcedures([], '2026-03-02')).values()].map(publicProcedure);
  catalogue = catalogueOf(all, facetsOf([]));
});
const valuesOf = (answer: ReturnType<typeof browse>, key: string) =>
  answer.facets.find((facet) => facet.key === key)?.values ?? [];

describe('the list of procedures', () => {
  test('leaves superseded ones out until they are asked for', () => {
    expect(browse(catalogue, {}).total).toBe(73);
    expect(browse(catalogue, { state: 'tat-ca' }).total).toBe(81);
    const replaced = browse(catalogue, { state: 'bi-thay-the' });
    expect(replaced.procedures.map(({ status }) => status)).toEqual(Array(8).fill('replaced'));
  });

  test('comes in pages of fifty; a page beyond the last is the last', () => {
    const [first, second, beyond] = [1, 2, 99].map((page) => browse(catalogue, {}, page));
    expect([first?.procedures.length, second?.procedures.length]).toEqual([50, 23]);
    expect([first?.pages, beyond?.page]).toEqual([2, 2]);
    const slugs = [first, second].flatMap((view) => view?.procedures.map(({ slug }) => slug));
    expect(new Set(slugs).size).toBe(73);
  });

  test('says beside each value exactly what choosing it finds', () => {
    for (const chosen of [{}, { field: 'buu-chinh' }, { applicant: 'to-chuc', time: 'den-5-ngay' }])
      for (const { key, values } of browse(catalogue, chosen).facets)
        for (const { value, count } of values)
          expect(browse(catalogue, { ...chosen, [key]: value }).total, `${key}=${value}`).toBe(count);
  });

  test('finds nothing under a value that no procedure has', () => {
    expect(browse(catalogue, { field: 'khong-co' })).toMatchObject({ total: 0, page: 1, pages: 1 });
  });

  test('orders time limits by length, fields by size', () => {
    expect(valuesOf(browse(catalogue, {}), 'time').map(({ label }) => label)).toEqual([
      'Đến 5 ngày',
      '6 đến 10 ngày',
      '11 đến 20 ngày',
      'Trên 20 ngày',
      'Nhiều mốc, tùy trường hợp',
      'Không quy định',
      'Không ghi',
    ]);
    const counts = valuesOf(browse(catalogue, {}), 'field').map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test('names the unit in charge only where one is known', () => {
    const [first, ...rest] = all;
    const known = catalogueOf(first ? [{ ...first, unit: 'van-phong' }, ...rest] : [], facetsOf([]));
    expect(valuesOf(browse(known, { state: 'tat-ca' }), 'unit')).toEqual([
      { value: 'chua-co-thong-tin', label: 'Không ghi', count: 80, isChosen: false },
      { value: 'van-phong', label: 'Đơn vị nay không còn (van-phong)', count: 1, isChosen: false },
    ]);
  });

  test('stays quick with ten thousand procedures', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...all[at % all.length], slug: `t${at}` }));
    const large = catalogueOf(many as PublicProcedure[], facetsOf([]));
    const startedAt = performance.now();
    const view = browse(large, { field: 'buu-chinh' }, 3);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(view.procedures).toHaveLength(50);
  });
});

describe('its addresses', () => {
  test('carry every choice, and read back the same', () => {
    const chosen = { field: 'buu-chinh', time: 'den-5-ngay', state: 'tat-ca' };
    const href = browseHref(chosen, 2);
    expect(href).toBe('/thu-tuc/loc?linh-vuc=buu-chinh&thoi-han=den-5-ngay&trang-thai=tat-ca&trang=2');
    expect(readChosen(new URL(href, 'http://x').searchParams)).toEqual({ chosen, page: 2 });
    expect(browseHref({})).toBe('/thu-tuc');
  });

  test.each(['0', '-1', 'hai', '1.5', ''])('take %j for the first page', (page) => {
    expect(readChosen(new URLSearchParams({ trang: page })).page).toBe(1);
  });
});

test('superseded procedures stand in groups of their own, and every group has its own id', () => {
  const groups = groupsOf(browse(catalogue, { state: 'tat-ca' }, 2).procedures);
  expect(groups.some(({ areSuperseded }) => areSuperseded)).toBe(true);
  for (const { areSuperseded, members } of groups)
    expect(members.every(({ status }) => (status === 'replaced') === areSuperseded)).toBe(true);
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
});
