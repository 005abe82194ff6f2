// Meilisearch by its documented API, replayed on loopback; and what happens when it fails, hangs or dies.
import { afterEach, describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { createEmbedded } from '../../api/search/embedded.ts';
import { withFallback } from '../../api/search/fallback.ts';
import { createMeili, storedId } from '../../api/search/tools/meili/meili.ts';
import type { SearchIndex } from '../../api/search/port.ts';
import { compileRules } from '../../api/search/rules.ts';
import { eventually } from '../support/run/eventually.ts';
import { openMeili } from '../support/stand-ins/meili.ts';

const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-03-02T08:00:00+07:00'));
const documents = [...procedures.values()].map(procedureDocument);
const rules = compileRules(searchRules);
const page = { offset: 0, limit: 10 };
const postal = 'Cấp giấy phép bưu chính (cấp tỉnh)';

let opened: Awaited<ReturnType<typeof openMeili>>[] = [];
afterEach(async () => {
  await Promise.all(opened.map(({ kill }) => kill()));
  opened = [];
});

async function openBoth() {
  const meili = await openMeili();
  opened.push(meili);
  const inside = createEmbedded(rules);
  await inside.rebuild(documents);
  const settings = {
    url: meili.url,
    key: 'write-key',
    searchKey: 'search-key',
    index: 'thu',
    patienceMs: 400,
  };
  return { meili, inside, outside: createMeili(settings, inside, rules) };
}
const titles = async (index: SearchIndex, query: string) =>
  (await index.search({ query, ...page })).hits.map(({ document }) => document.title);

describe('Meilisearch', () => {
  test('is filled aside and swapped in; ids have no point; the search key only searches', async () => {
    const { meili, outside } = await openBoth();
    await outside.rebuild(documents);
    expect(
      meili.asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      'DELETE /indexes/thu_next',
      'POST /indexes',
      'POST /indexes',
      'PATCH /indexes/thu_next/settings',
      'POST /indexes/thu_next/documents',
      'POST /swap-indexes',
      'DELETE /indexes/thu_next',
    ]);
    expect([...meili.indexes.keys()]).toEqual(['thu']);
    expect(meili.indexes.get('thu')?.size).toBe(documents.length);
    expect(storedId('procedure:1.014431')).toBe('procedure_3a_1_2e_014431');
    meili.asked.length = 0;
    await titles(outside, 'bưu chính');
    expect(meili.asked.map(({ path, key }) => `${path} ${key}`)).toEqual(['/multi-search Bearer search-key']);
  });

  test('answers as the engine in this process does, with both stages', async () => {
    const { inside, outside } = await openBoth();
    await outside.rebuild(documents);
    for (const query of [
      'giaays pheps buwu chinhs',
      'mua sang kien',
      '1.014431',
      'startup',
      'cấp lại xquang',
    ]) {
      expect((await titles(outside, query))[0], query).toBe((await titles(inside, query))[0]);
    }
    expect(await outside.search({ query: 'bưu chính', ...page })).toMatchObject({
      engine: 'meilisearch',
      degraded: false,
    });
    const narrowed = await outside.search({ query: 'giấy phép', field: 'Bưu chính', ...page });
    expect(new Set(narrowed.hits.map(({ document }) => document.field))).toEqual(new Set(['Bưu chính']));
  });

  test('takes documents in and out', async () => {
    const { meili, outside } = await openBoth();
    await outside.rebuild(documents.slice(1));
    await outside.upsert(documents.slice(0, 1));
    expect(meili.indexes.get('thu')?.size).toBe(documents.length);
    await outside.remove([documents[0]?.id ?? '']);
    expect(meili.indexes.get('thu')?.size).toBe(documents.length - 1);
  });

  test('a task that failed is an error although it resolved; the old index stays', async () => {
    const { meili, outside } = await openBoth();
    await outside.rebuild(documents);
    meili.failTasks('documentAdditionOrUpdate');
    await expect(outside.rebuild(documents.slice(0, 3))).rejects.toThrow('documentAdditionOrUpdate failed');
    expect(meili.indexes.get('thu')?.size).toBe(documents.length);
  });
});

describe('the fallback', () => {
  async function openWithFallback(failures = 3) {
    const both = await openBoth();
    const told: string[] = [];
    let now = 0;
    const limits = { patienceMs: 400, failures, restMs: 10_000 };
    const index = withFallback(
      both.outside,
      both.inside,
      (event) => told.push(event),
      limits,
      () => now,
    );
    await index.follow();
    return { ...both, index, told, pass: (ms: number) => void (now += ms) };
  }

  test('answers from this process when the engine hangs, and soon asks it no more', async () => {
    const { meili, index, told, pass } = await openWithFallback();
    expect(await index.search({ query: 'bưu chính', ...page })).toMatchObject({
      engine: 'meilisearch',
      degraded: false,
    });
    meili.behave('hang');
    for (let nth = 0; nth < 3; nth++)
      expect(await index.search({ query: 'bưu chính', ...page })).toMatchObject({
        engine: 'embedded',
        degraded: true,
      });
    const before = meili.asked.length;
    for (let nth = 0; nth < 50; nth++) expect((await titles(index, 'bưu chính'))[0]).toBe(postal);
    expect(meili.asked.length).toBe(before);
    expect(await index.health()).toEqual({ engine: 'embedded', degraded: true });
    meili.behave('answer');
    pass(10_001);
    expect(await index.search({ query: 'bưu chính', ...page })).toMatchObject({
      engine: 'meilisearch',
      degraded: false,
    });
    expect(told).toEqual(['search engine away', 'search engine back']);
  });

  test('killed in the middle of many searches, nobody sees an error', async () => {
    const { meili, index } = await openWithFallback();
    const searches = Array.from({ length: 200 }, async (_, nth) => {
      if (nth === 60) await meili.kill();
      await new Promise((resolve) => setTimeout(resolve, nth % 40));
      return (await titles(index, 'giay phep buu chinh'))[0];
    });
    expect(new Set(await Promise.all(searches))).toEqual(new Set([postal]));
    opened = [];
  });

  test('fills the engine anew after it missed something', async () => {
    const { meili, index, inside, pass } = await openWithFallback(1);
    meili.behave('refuse');
    const [one] = documents;
    await index.remove([one?.id ?? '']);
    expect(inside.current().documents).toHaveLength(documents.length - 1);
    expect((await index.search({ query: 'bưu chính', ...page })).degraded).toBe(true);
    meili.behave('answer');
    pass(10_001);
    await index.search({ query: 'bưu chính', ...page });
    await eventually('the engine is filled anew', async () => !(await index.health()).degraded);
    expect(meili.indexes.get('thu')?.size).toBe(documents.length - 1);
  });

  test('asks an engine no more that could not take the new content: it may still have what is public no more', async () => {
    const { meili, index, inside, pass } = await openWithFallback();
    const less = documents.filter(({ title }) => title !== postal);
    meili.failTasks('documentAdditionOrUpdate');
    await index.rebuild(less);
    expect(meili.indexes.get('thu')?.size).toBe(documents.length);
    expect(await titles(index, postal)).not.toContain(postal);
    meili.failTasks(undefined);
    pass(10_001);
    await titles(index, 'bưu chính');
    await eventually('the engine is filled anew', async () => !(await index.health()).degraded);
    expect(meili.indexes.get('thu')?.size).toBe(inside.current().documents.length);
    expect(await titles(index, postal)).not.toContain(postal);
  });

  test('content that changes while the engine is being filled is in it at the end', async () => {
    const { meili, index, inside } = await openWithFallback();
    const filling = index.follow();
    await inside.rebuild(documents.slice(0, 5));
    await Promise.all([filling, index.follow()]);
    expect(meili.indexes.get('thu')?.size).toBe(5);
    const [one] = documents;
    const again = index.follow();
    await index.remove([one?.id ?? '']);
    await again;
    expect(meili.indexes.get('thu')?.size).toBe(4);
  });

  test('citizens who search while the engine is being filled do not make it begin anew', async () => {
    const { meili, index, pass } = await openWithFallback(1);
    meili.behave('refuse');
    await index.remove(['thu-tuc/khong-co']);
    pass(10_001);
    meili.behave('answer');
    const before = meili.asked.length;
    let isFilled = false;
    while (!isFilled && meili.asked.length < before + 200) {
      await titles(index, 'bưu chính');
      isFilled = !(await index.health()).degraded;
      await new Promise(setImmediate);
    }
    const swaps = meili.asked.slice(before).filter(({ path }) => path === '/swap-indexes');
    expect([isFilled, swaps.length]).toEqual([true, 1]);
  });
});

const live = process.env['MEILI_URL'];
test.skipIf(!live)('a real Meilisearch finds what the engine in this process finds', async () => {
  const inside = createEmbedded(rules);
  await inside.rebuild(documents);
  const key = process.env['MEILI_KEY'];
  const outside = createMeili(
    { url: live ?? '', key, index: 'minh-bach-test', patienceMs: 5_000 },
    inside,
    rules,
  );
  await outside.rebuild(documents);
  for (const query of ['giaays pheps buwu chinhs', 'mua sang kien', '1.014431', 'startup', 'cấp lại xquang'])
    expect((await titles(outside, query))[0], query).toBe((await titles(inside, query))[0]);
});
