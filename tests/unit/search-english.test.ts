// What foreign experts and companies ask in English finds its procedure, on the server and while one types.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { createEmbedded, searchIndex } from '../../api/search/embedded.ts';
import { withEnglish } from '../../api/search/english.ts';
import { catalogueOf, createQuick } from '../../api/search/quick.ts';
import { EnglishFile } from '../../api/search/rules-schema.ts';
import { compileRules } from '../../api/search/rules.ts';
import { isSuperseded } from '../../api/procedures/order.ts';

const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-11-30T08:00:00+07:00'));
const rules = compileRules(searchRules);
const engine = createEmbedded(rules);
await engine.rebuild([...procedures.values()].map(procedureDocument));
const quick = createQuick(catalogueOf([...procedures.values()], searchRules), searchRules);
const first = (query: string) =>
  searchIndex(engine.current(), rules, { query, offset: 0, limit: 10 }).hits[0]?.document.code;
const english = EnglishFile.parse(
  parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../content/search/english.yaml'), 'utf8')),
);

const xray = 'cap-giay-phep-cong-viec-buc-xa-x-quang-chan-doan-trong-y-te';
const transfer = 'cap-giay-chung-nhan-dang-ky-hop-dong-chuyen-giao-cong-nghe';

test.each([
  ['radiation licence', xray],
  ['X-ray license', xray],
  ['how to apply for a radiation permit', xray],
  ['technology transfer registration', transfer],
  ['register a technology transfer contract', transfer],
  ['science and technology enterprise certificate', '1.014445'],
  ['certificate of science and technology enterprise', '1.014445'],
  ['renew radiation license', 'gia-han-giay-phep-cong-viec-buc-xa-x-quang-chan-doan-trong-y-te'],
  ['radiation safety officer certificate', '2.002379'],
  ['postal licence', 'cap-giay-phep-buu-chinh-cap-tinh'],
  ['courier license', 'cap-giay-phep-buu-chinh-cap-tinh'],
  ['dangerous goods transport licence', 'cap-moi-giay-phep-van-chuyen-hang-nguy-hiem-loai-5-va-loai-8'],
  ['research and development center', '1.014393'],
  ['quality inspection of imported goods', 'kiem-tra-nha-nuoc-ve-chat-luong-san-pham-hang-hoa-nhap-khau'],
  ['judicial expert', 'bo-nhiem-giam-dinh-vien-tu-phap-trong-hoat-dong-khoa-hoc-va-cong-nghe-cap-tinh'],
  [
    'representative office of a research institute',
    'cap-giay-chung-nhan-hoat-dong-lan-dau-cho-van-phong-dai-dien-chi-nhanh',
  ],
])('“%s” finds %s first', (query, procedure) => {
  expect(first(query)).toBe(procedure);
  expect(quick(query, 7).found[0]?.slug).toBe(procedure);
});

test('every procedure in use is described in English, and nothing else is', () => {
  const inUse = [...procedures.values()].filter((one) => !isSuperseded(one)).map(({ slug }) => slug);
  expect(english.procedures.map(({ procedure }) => procedure).toSorted()).toEqual(inUse.toSorted());
});

test('a procedure keeps its Vietnamese wishes beside its English words', () => {
  const joined = withEnglish(
    { wishes: [{ procedure: 'a', say: ['xin giấy phép'] }] },
    { forms: [], drop: [], procedures: [{ procedure: 'a', about: 'Licence', say: ['permit'] }] },
  );
  expect(joined.wishes).toEqual([{ procedure: 'a', say: ['xin giấy phép', 'Licence', 'permit'] }]);
});

test('an official English name without its source is refused', () => {
  const one = { procedure: 'a', about: 'Licence', name: 'Licence' };
  expect(EnglishFile.safeParse({ forms: [], drop: [], procedures: [one] }).success).toBe(false);
  expect(
    EnglishFile.safeParse({ forms: [], drop: [], procedures: [{ ...one, source: 'https://a.example' }] })
      .success,
  ).toBe(true);
});
