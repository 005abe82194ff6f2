// Every procedure is found first by its own name, however the keyboard spoilt it; and what is not here is not made up.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { isSuperseded } from '../../api/procedures/order.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { createEmbedded } from '../../api/search/embedded.ts';
import { compileRules } from '../../api/search/rules.ts';
import { telex, vni } from '../support/browser/keystrokes.ts';

const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-03-02T08:00:00+07:00'));
const current = [...procedures.values()].filter((procedure) => !isSuperseded(procedure));
const index = createEmbedded(compileRules(searchRules));
await index.rebuild(current.map(procedureDocument));
const search = (query: string) => index.search({ query, offset: 0, limit: 10 });

// As much of the name as fits when it is typed out, cut between words: only 200 characters are read.
const begun = (name: string, most: number) => {
  const text = name
    .normalize('NFC')
    .replace(/[(),;:/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= most ? text : text.slice(0, text.lastIndexOf(' ', most));
};
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

describe('the beginning of every name is answered by a name that begins so', () => {
  test.each<[string, (text: string) => string, number]>([
    ['as it is', (text) => text, 110],
    ['in capitals', (text) => text.toUpperCase(), 110],
    ['in decomposed letters', (text) => text.normalize('NFD'), 70],
    ['without marks', plain, 110],
    ['without tones', (text) => text.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''), 70],
    ['in raw Telex, the tone last', (text) => telex(text, 'end'), 110],
    ['in raw Telex, the tone at its vowel', (text) => telex(text, 'vowel'), 110],
    ['in raw Telex, all marks last', (text) => telex(text, 'last'), 110],
    ['in raw Telex with w for ư', (text) => telex(text, 'end').replaceAll('uw', 'w'), 110],
    ['in raw Telex in capitals', (text) => telex(text, 'end').toUpperCase(), 110],
    ['in raw VNI, the tone last', (text) => vni(text, 'end'), 110],
    ['in raw VNI, the tone at its vowel', (text) => vni(text, 'vowel'), 110],
    ['in raw VNI, all marks last', (text) => vni(text, 'last'), 110],
    ['with hyphens', (text) => plain(text).replaceAll(' ', '-'), 110],
    ['with the first two words run together', (text) => plain(text).replace(' ', ''), 110],
    ['as a question', (text) => `dạ cho em hỏi ${text.toLowerCase()} cần chuẩn bị những gì ạ`, 110],
  ])('%s', async (_, spoil, most) => {
    for (const { name } of current) {
      const text = begun(name, most);
      const { hits } = await search(spoil(text));
      const title = begun(hits[0]?.document.title ?? '', 1_000);
      expect(title.toLowerCase(), spoil(text)).toContain(text.toLowerCase());
    }
  });
});

describe('words that nobody wrote are mended', () => {
  test.each([
    // glued, in keystrokes and with a word of one letter
    ['giaaysphesp', 'giấy phép'],
    ['thietbiyte', 'thiet bi y te'],
    // one key wrong among keystrokes
    ['giaahys phép', 'giấy'],
    // a slip that y and i would hide
    ['gisy phép bưu chính', 'giấy'],
    // hỏi and ngã, where the right word stands there
    ['kiễm tra nhà nước', 'kiểm'],
  ])('“%s” is %s', async (query, to) => expect((await search(query)).corrected[0]?.to).toBe(to));

  test('but a word that could be one is left alone unless the slip is small and its neighbours say so', async () => {
    for (const query of [
      'quyền sử dụng đất',
      'nhận con nuôi',
      'nghĩa vụ quân sự',
      'visa',
      'passport',
      'karaoke',
    ])
      expect((await search(query)).corrected, query).toEqual([]);
  });
});

test('what tells procedures apart is never dropped nor turned into something else', async () => {
  const first = async (query: string) => (await search(query)).hits[0]?.document.title;
  expect(await first('cấp lại giấy phép x-quang')).toMatch(/^Thủ tục cấp lại giấy phép/);
  expect(await first('cấp giấy phép x-quang')).toMatch(/^Thủ tục cấp giấy phép/);
  expect(await first('gia hạn')).toMatch(/^Thủ tục gia hạn/);
  expect(await first('thu hồi')).toMatch(/^Thu hồi/);
  for (const query of ['cấp lại', 'gia hạn', 'sửa đổi', 'bổ sung', 'thu hồi'])
    expect((await search(query)).corrected, query).toEqual([]);
});

test('the word “thủ tục” alone lists procedures', async () => {
  expect((await search('thủ tục')).total).toBeGreaterThan(10);
  expect((await search('thu tuc hanh chinh')).total).toBeGreaterThan(0);
});

test('an unknown word beside a known one does not hide what is known', async () => {
  expect((await search('startup support')).hits[0]?.document.title).toContain('khởi nghiệp sáng tạo');
});

test('what is no business here is not marked as a strong match', async () => {
  for (const query of [
    'bánh mì',
    'đăng ký kết hôn',
    'mua nhà',
    'học phí',
    'khai tử',
    'công chứng',
    'giấy phép lái xe',
    'quyền sử dụng đất',
    'hlkjqz wvbn',
  ]) {
    const { hits } = await search(query);
    expect(
      hits.filter(({ match }) => match !== 'partial').map(({ document }) => document.title),
      query,
    ).toEqual([]);
  }
});
