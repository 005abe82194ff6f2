// Queries of every kind over the procedures that the portal has: who types badly finds as well as who types well.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { loadContent } from '../../api/portal/gather.ts';
import { procedureDocument } from '../../api/search/documents.ts';
import { createEmbedded } from '../../api/search/embedded.ts';
import { compileRules } from '../../api/search/rules.ts';
import { RulesFile } from '../../api/search/rules-schema.ts';

const { procedures, searchRules } = await loadContent(contentDir, new Date('2026-03-02T08:00:00+07:00'));
const index = createEmbedded(compileRules(searchRules));
await index.rebuild([...procedures.values()].map(procedureDocument));
const search = (query: string, more: { all?: boolean; asTyped?: boolean; field?: string } = {}) =>
  index.search({ query, offset: 0, limit: 10, ...more });
const first = async (query: string) => (await search(query)).hits[0]?.document.title;

const postal = 'Cấp giấy phép bưu chính (cấp tỉnh)';
const postalLost = 'Cấp lại giấy phép bưu chính khi bị mất hoặc hư hỏng không sử dụng được (cấp tỉnh)';
const postalEnded = 'Cấp lại giấy phép bưu chính khi hết hạn (cấp tỉnh)';
const xray =
  'Thủ tục cấp giấy phép tiến hành công việc bức xạ - Sử dụng thiết bị X-quang chẩn đoán trong y tế';
const xrayAgain = xray.replace('Thủ tục cấp', 'Thủ tục cấp lại');
const xrayLonger = xray.replace('Thủ tục cấp', 'Thủ tục gia hạn');
const staff =
  'Cấp chứng chỉ nhân viên bức xạ (đối với người phụ trách an toàn cơ sở X-quang chẩn đoán trong y tế)';
const measure = 'Thủ tục công bố sử dụng dấu định lượng';
const ideas = 'Thủ tục mua sáng chế, sáng kiến (cấp tỉnh)';
const startups = 'Thủ tục công nhận trung tâm hỗ trợ khởi nghiệp sáng tạo cấp tỉnh';
const decode = 'Thủ tục hỗ trợ doanh nghiệp, tổ chức, cá nhân thực hiện giải mã công nghệ';
const expert = 'Thủ tục bổ nhiệm giám định viên tư pháp trong hoạt động khoa học và công nghệ cấp tỉnh';

describe('finds first', () => {
  test.each([
    // without marks, with some, with the tone placed the old way
    ['cap giay phep buu chinh', postal],
    ['bưu chinh', postal],
    ['cấp giáy phép bưu chính', postal],
    ['sữ dụng dấu định lượng', measure],
    // keystrokes
    ['giaays pheps buwu chinhs', postal],
    ['suwr dungj daaus ddinhj luwowngj', measure],
    ['chuwngs chir nhaan vieen bucws xaj', staff],
    ['gia3i ma4 co6ng nghe65', decode],
    ['sa1ng kie61n', ideas],
    // glued
    ['giayphepbuuchinh', postal],
    ['dấuđịnhlượng', measure],
    ['muasangkien', ideas],
    // slips
    ['giấy phép bưu chnh', postal],
    ['dấu địh lượng', measure],
    ['giải mả công ngệ', decode],
    ['giám địn viên tư pháp', expert],
    ['khởi nghiệpp sáng tạo', startups],
    // what citizens say
    ['startup', startups],
    ['chuyển phát nhanh', postal],
    ['làm mất giấy phép bưu chính', postalLost],
    ['giấy phép bưu chính sắp hết hạn', postalEnded],
    ['gia hạn máy chụp phim', xrayLonger],
    ['bằng phát minh', ideas],
    // questions
    ['cho tôi hỏi thủ tục xin cấp giấy phép bưu chính ạ', postal],
    ['tôi muốn mở công ty giao hàng thì cần giấy phép gì', postal],
    ['làm thế nào để cấp lại giấy phép máy x quang', xrayAgain],
    // spellings and short forms
    ['xin giấy phép xquang', xray],
    ['GP X quang', xray],
    ['bổ nhiệm giám định viên KHCN', expert],
    // order and beginnings
    ['định lượng dấu sử dụng', measure],
    ['giải mã c', decode],
    // codes
    ['1.004379', postalLost],
    ['1004379', postalLost],
    ['TTHC-1.004379', postalLost],
    ['thủ tục mã số 1.004379.000.00.00.H48', postalLost],
    ['004379', postalLost],
  ])('“%s”', async (query, title) => expect(await first(query)).toBe(title));
});

test('says what was mended, and leaves it when asked to', async () => {
  expect((await search('giaays pheps buwu chinhs')).corrected).toEqual([
    { from: 'giaays pheps buwu chinhs', to: 'giấy phép bưu chính', why: 'telex' },
  ]);
  expect((await search('bưuchính')).corrected).toEqual([{ from: 'bưuchính', to: 'bưu chính', why: 'split' }]);
  expect((await search('dấu địh lượng')).corrected).toEqual([{ from: 'địh', to: 'định', why: 'typo' }]);
  expect((await search('bưu chính')).corrected).toEqual([]);
  expect(await search('giaays pheps', { asTyped: true })).toMatchObject({ total: 0, corrected: [] });
});

test('finds nothing, or next to nothing, for nonsense and for what is no business of the department', async () => {
  for (const query of [
    'asdfgh qwerty',
    'zzzzzz',
    'bitcoin',
    'kết hôn',
    'hộ chiếu',
    '9.999999',
    '😀',
    '.*+?^${}()|[]',
    '',
  ])
    expect((await search(query)).total, query).toBe(0);
  expect((await search('giấy khai sinh')).total).toBeLessThan(4);
});

test('exact accents rank first', async () => {
  const { hits } = await search('mã');
  expect(hits[0]?.document.title).toContain('mã');
  expect(
    (await search('bức xạ')).hits.every(({ document }) => /bức xạ/i.test(document.title + document.field)),
  ).toBe(true);
});

test('a superseded procedure is found by its very code, or when all are asked for', async () => {
  const codes = async (query: string, all = false) =>
    (await search(query, { all })).hits.map(({ document }) => document.code);
  const old = 'giám định sở hữu công nghiệp';
  expect(await codes('1.003542')).toEqual(['1.003542']);
  expect(await codes(old)).not.toContain('1.003542');
  expect(await codes(old, true)).toContain('1.003542');
});

test('a field narrows, and the facets still count the others', async () => {
  const { hits, facets } = await search('cấp giấy phép', { field: 'Bưu chính' });
  expect(new Set(hits.map(({ document }) => document.field))).toEqual(new Set(['Bưu chính']));
  expect(facets.field.length).toBeGreaterThan(1);
});

test('only 200 characters of a query are read, and those in no time', async () => {
  const started = performance.now();
  const { hits } = await search(`giấy phép bưu chính ${'a'.repeat(1_000_000)} ${'.'.repeat(100_000)}`);
  expect(performance.now() - started).toBeLessThan(500);
  expect(hits[0]?.document.title).toBe(postal);
});

test('highlights are of the name as it is written', async () => {
  const { hits } = await search('giay phep xquang');
  const marked = hits[0]?.highlights.map(({ start, end }) => hits[0]?.document.title.slice(start, end));
  expect(hits[0]?.document.title).toBe(xray);
  expect(marked).toEqual(['giấy phép', 'X-quang']);
});

test('no unconfirmed code and no note of a reviewer is in the index', () => {
  const text = JSON.stringify([...procedures.values()].map(procedureDocument));
  for (const code of ['1.001770', '1.001786', '2.002278', '1.001268', '2.002380', '1.003659', '1.002145'])
    expect(text).not.toContain(code);
});

test('the rules file refuses to drop a word that tells procedures apart, and keys it does not know', () => {
  expect(RulesFile.safeParse({ ...searchRules, drop: ['cấp lại'] }).success).toBe(false);
  expect(RulesFile.safeParse({ ...searchRules, more: [] }).success).toBe(false);
});
