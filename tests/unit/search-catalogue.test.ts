// The suggestions while one types: small enough for a bad line, and by the same rules as the server.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { isSuperseded } from '../../api/procedures/order.ts';
import { catalogueOf, createQuick } from '../../api/search/quick.ts';

const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-03-02T08:00:00+07:00'));
const real = catalogueOf(
  [...procedures.values()].filter((procedure) => !isSuperseded(procedure)),
  searchRules,
);
const corpus = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../bench/search/corpus-150.json'), 'utf8'),
) as { code: string; name: string; field: string }[];

test('the catalogue of 150 procedures weighs at most 8 kB in gzip', () => {
  const many = catalogueOf(
    corpus.slice(0, 150).map(({ code, name, field }) => ({ slug: code, name, field })),
    searchRules,
  );
  expect(many.procedures).toHaveLength(150);
  expect(gzipSync(JSON.stringify(many)).length).toBeLessThanOrEqual(8_192);
});

describe('suggestions', () => {
  const quick = createQuick(real);
  const first = (query: string) => quick(query, 7).found[0]?.title;

  test.each([
    ['buu ch', 'Cấp giấy phép bưu chính (cấp tỉnh)'],
    ['suwr dujng daaus', 'Thủ tục công bố sử dụng dấu định lượng'],
    ['1.014431', 'Thủ tục công nhận trung tâm hỗ trợ khởi nghiệp sáng tạo cấp tỉnh'],
    ['startup', 'Thủ tục công nhận trung tâm hỗ trợ khởi nghiệp sáng tạo cấp tỉnh'],
    [
      'chứng chỉ nhân viên b',
      'Cấp chứng chỉ nhân viên bức xạ (đối với người phụ trách an toàn cơ sở X-quang chẩn đoán trong y tế)',
    ],
  ])('for “%s”', (query, title) => expect(first(query)).toBe(title));

  test('are few, counted, and highlighted as the name is written', () => {
    const { found, total } = quick('bưu chính', 3);
    expect(found).toHaveLength(3);
    expect(total).toBeGreaterThan(3);
    const [{ title, highlights } = { title: '', highlights: [] }] = found;
    expect(highlights.map(({ start, end }) => title.slice(start, end))).toEqual(['bưu chính']);
  });

  test('are none for nonsense', () => {
    for (const query of ['', '   ', 'bitcoin', 'qwertyuiop', '9.999999'])
      expect(quick(query, 7).total).toBe(0);
  });
});
