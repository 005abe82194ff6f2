// Plain wishes of citizens, judged: the procedure that is wanted comes first; what other bodies do is answered by who does it.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { createEmbedded, searchIndex } from '../../api/search/embedded.ts';
import { catalogueOf, createQuick } from '../../api/search/quick.ts';
import { compileRules } from '../../api/search/rules.ts';
import { ElsewhereFile } from '../../api/search/rules-schema.ts';

// Judged queries: plain wishes, and stories told at length in words that stand in no title.
type Judged = { query: string; kind: 'wish' | 'elsewhere'; relevant: string[] };
const judgedIn = (file: string) =>
  JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../bench/search', file), 'utf8')) as Judged[];
const judged = judgedIn('wishes.json');
const stories = judgedIn('stories.json');
const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-11-30T08:00:00+07:00'));
const rules = compileRules(searchRules);
const engine = createEmbedded(rules);
await engine.rebuild([...procedures.values()].map(procedureDocument));
const quick = createQuick(catalogueOf([...procedures.values()], searchRules), searchRules);
const ask = (query: string) => searchIndex(engine.current(), rules, { query, offset: 0, limit: 10 });
const codes = (query: string) => ask(query).hits.map(({ document }) => document.code);

test.each([
  ['a wish', judged, 60, 0.85],
  ['a story', stories, 45, 0.9],
])('%s finds its procedure', (_, queries, count, least) => {
  const wishes = queries.filter(({ kind }) => kind === 'wish');
  const ranks = wishes.map(
    ({ query, relevant }) => codes(query).findIndex((code) => relevant.includes(code)) + 1,
  );
  const mrr = ranks.reduce((sum, rank) => sum + (rank ? 1 / rank : 0), 0) / wishes.length;
  expect(wishes.length).toBe(count);
  expect(mrr).toBeGreaterThanOrEqual(least);
});

test('a story that no title answers is answered by guesses, three at most, told as such', () => {
  const { hits, total } = ask('chuột gặm nát giấy phép bức xạ');
  expect(hits[0]?.document.code).toBe('cap-lai-giay-phep-cong-viec-buc-xa-x-quang-chan-doan-trong-y-te');
  expect(hits.map(({ match }) => match)).toEqual(hits.map(() => 'guess'));
  expect(total).toBe(3);
  // Few words are meant as they stand.
  expect(ask('chuột gặm giấy phép').hits.filter(({ match }) => match === 'guess')).toEqual([]);
});

test.each([...judged, ...stories].filter(({ kind }) => kind === 'elsewhere').map(({ query }) => [query]))(
  '“%s” is answered without a procedure of the department',
  (query) => {
    expect(codes(query)).toEqual([]);
    expect(quick(query, 7).found).toEqual([]);
  },
);

describe('what another body does', () => {
  test.each([
    ['đăng ký kiểu dáng', 'Cục Sở hữu trí tuệ'],
    ['dang ky nhan hieu', 'Cục Sở hữu trí tuệ'],
    ['làm giấy khai sinh cho con', 'Ủy ban nhân dân cấp xã'],
    ['báo chí', 'Văn hóa'],
    ['sổ đỏ', 'đất đai'],
    ['tên miền .vn', 'VNNIC'],
  ])('“%s” is done by %s', (query, body) => {
    expect(ask(query).elsewhere?.body).toContain(body);
    expect(quick(query, 7).elsewhere?.body).toContain(body);
  });

  test('is not taken for it where the words mean a procedure of the department', () => {
    for (const query of [
      'bán sáng chế cho nhà nước',
      'mở công ty giao hàng',
      'giám định viên tư pháp',
      'giấy phép bưu chính',
    ])
      expect(ask(query).elsewhere, query).toBeNull();
  });
});

test('half of another word is no answer', () => {
  const titles = (query: string) => ask(query).hits.map(({ document }) => document.title);
  expect(titles('báo chí').filter((title) => /thông báo/i.test(title))).toEqual([]);
  expect(titles('làm giấy khai sinh').filter((title) => /X-quang/.test(title))).toEqual([]);
});

test('every wish names a procedure, and every other body its ground', () => {
  for (const { procedure } of searchRules.wishes ?? [])
    expect(procedures.has(procedure), procedure).toBe(true);
  const entry = { title: 'a', say: ['b'], body: 'c', url: null, source: 'd', certainty: 'law' };
  expect(ElsewhereFile.safeParse([entry]).success).toBe(true);
  for (const wrong of [
    { source: '' },
    { url: 'http://a.vn' },
    { say: [] },
    { certainty: 'sure' },
    { more: 1 },
  ])
    expect(ElsewhereFile.safeParse([{ ...entry, ...wrong }]).success, JSON.stringify(wrong)).toBe(false);
});
