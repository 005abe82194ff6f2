// What a carried-out import leaves in content/, which decision it belongs to, and how the command is called.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import type { Decision } from '../../api/procedures/decisions/schema.ts';
import { readImportArguments } from '../../api/exchange/arguments.ts';
import { decisionFor, decisionSlug } from '../../api/exchange/import-decision.ts';
import { readList } from '../../api/exchange/list.ts';
import { contradictions } from '../../api/procedures/decisions/contradictions.ts';
import { contentAfter, outcomeOf, overtaken } from '../../api/exchange/outcome.ts';
import { planImport } from '../../api/exchange/plan.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';
import { grid, listHeader } from '../support/reading/grids.ts';

const files = await readProcedureFiles(contentDir);
const decision: Decision = {
  slug: '02-mau-2026',
  number: '02/MAU',
  title: 'Mẫu',
  scope: 'province',
  authority: 'Cơ quan mẫu',
  signedOn: '2026-10-01',
  effectiveOn: '2026-10-15',
  receivedOn: null,
  shortened: false,
  file: null,
  sources: [],
  note: null,
  items: [],
};
const planned = (rows: string[][], rename = false) =>
  planImport(readList([grid('Sửa đổi, bổ sung', [listHeader, ...rows])]).incoming, {
    files,
    decisions: [],
    decision: decision.slug,
    review: { state: 'needs-review', on: null, by: null },
    changedBy: 'amend',
    units: new Set(),
    rename,
  });
const name = files.get('1.000449')?.name ?? '';
const change = ['1', '1.000449', name, '03 ngày làm việc', '', '', '', ''];

describe('a carried-out import', () => {
  test('writes the changed file, the earlier content until the decision holds, and the item', () => {
    const { changes } = planned([
      change,
      ['2', '1.014446', files.get('1.014446')?.name ?? '', '', '', '', '', ''],
    ]);
    const outcome = outcomeOf(changes, decision, { files, decisions: [], versions: new Map() });
    expect(outcome.procedures.map(({ path, from }) => [path, from])).toEqual([
      ['procedures/1.000449.yaml', 'procedures/1.000449.yaml'],
    ]);
    expect(outcome.versions).toEqual([
      {
        path: 'versions/1.000449/02-mau-2026.yaml',
        content: { until: '2026-10-15', by: '02-mau-2026', content: files.get('1.000449') },
      },
    ]);
    // A procedure that the list names is in the decision even where nothing of it changes here.
    expect(
      outcome.decisions[0]?.content.items.map(({ op, procedure, parts }) => [op, procedure, parts]),
    ).toEqual([
      ['amend', '1.000449', ['timeLimit']],
      ['amend', '1.014446', []],
    ]);
  });

  test('lets everything that names a procedure follow it to its new name', () => {
    const old = 'khai-bao-thiet-bi-x-quang-va-thiet-bi-phat-tia-x';
    const { changes } = planned([['1', '1.777771', files.get(old)?.name ?? '', '', '', '', '', '']], true);
    const earlier = {
      ...decision,
      slug: '01-mau-2026',
      items: [{ op: 'new' as const, procedure: old, replaces: [], parts: [], note: null }],
    };
    const outcome = outcomeOf(changes, decision, {
      files: new Map([...files, ['other', { ...(files.get('1.014446') ?? never()), related: [old] }]]),
      decisions: [earlier],
      versions: new Map([[old, []]]),
    });
    expect(outcome.procedures[0]).toMatchObject({
      path: 'procedures/1.777771.yaml',
      from: `procedures/${old}.yaml`,
      content: { code: '1.777771' },
    });
    expect(outcome.procedures.find(({ path }) => path === 'procedures/other.yaml')?.content.related).toEqual([
      '1.777771',
    ]);
    expect(outcome.decisions.find(({ path }) => path.includes('01-mau'))?.content.items[0]?.procedure).toBe(
      '1.777771',
    );
    expect(outcome.moved).toEqual([{ from: `versions/${old}`, to: 'versions/1.777771' }]);
  });

  test('is refused where a content for a later day was put in before', () => {
    const later = { until: '2026-12-01', by: 'sau', content: files.get('1.000449') ?? never() };
    expect(overtaken(planned([change]).changes, decision, new Map([['1.000449', [later]]]))).toEqual([
      expect.stringContaining('Thủ tục 1.000449 đã có nội dung từ ngày 2026-12-01 theo quyết định sau'),
    ]);
  });
});

describe('the decision of an import', () => {
  const asked = { slug: null, told: {}, preamble: {}, isSample: false, decisions: [decision] };
  const said = { number: '15/QĐ-MAU', signedOn: '2026-10-05', authority: 'Cơ quan mẫu' };

  test('is read from the lines of the list, so that nothing is typed again', () => {
    expect(decisionFor({ ...asked, preamble: said }).decision).toMatchObject({
      slug: '15-qd-mau-2026',
      ...said,
      scope: 'province',
      effectiveOn: null,
      items: [],
    });
    expect(decisionSlug('382/QĐ-UBND', '2015-03-23')).toBe('382-qd-ubnd-2015');
  });

  test('is the one that content has already', () => {
    expect(decisionFor({ ...asked, slug: '02-mau-2026' })).toEqual({ decision, refusals: [] });
  });

  test('is refused where list and command differ, or where something is missing', () => {
    expect(decisionFor({ ...asked, preamble: said, told: { signedOn: '2026-10-06' } }).refusals).toEqual([
      'Quyết định: ngày ký là 2026-10-06, còn danh mục ghi 2026-10-05. Sửa cho khớp.',
    ]);
    expect(decisionFor({ ...asked, slug: 'chua-co' }).refusals).toEqual([
      'Quyết định chua-co chưa có trong content/decisions và còn thiếu: số (--number), ngày ký (--signed), cơ quan ban hành (--authority).',
    ]);
  });
});

test('the command is refused with every wrong argument at once and its usage', () => {
  expect(() =>
    readImportArguments(['a.docx', '--signed', '5/10/2026', '--confirmed-by', 'Chuyên viên']),
  ).toThrow(
    /^Cần đúng một tệp .xlsx, .csv hoặc .json để đọc.\n--signed: cần một ngày viết dạng 2026-01-05.\n--confirmed-by và --confirmed-on đi cùng nhau[^]*Cách dùng/,
  );
  expect(() => readImportArguments(['--lạ'])).toThrow(/^Có tham số không hiểu được/);
  expect(readImportArguments(['a.xlsx', '--decision', 'content/decisions/02-mau-2026.yaml'])).toMatchObject({
    file: 'a.xlsx',
    decision: '02-mau-2026',
    write: false,
  });
});

function never(): never {
  throw new Error('not in content');
}

test('what an import would leave is seen before it is written: an end before a later amendment cannot be', () => {
  const later = {
    ...decision,
    items: [{ op: 'amend', procedure: '1.000449', replaces: [], parts: [], note: null }],
  };
  const early = { ...decision, slug: '01-mau-2026', number: '01/MẪU', effectiveOn: '2026-09-05' };
  const known = { files, decisions: [later as typeof decision], versions: new Map() };
  const { incoming } = readList([grid('Bãi bỏ', [listHeader, ['1', '1.000449', name, '', '', '', '', '']])]);
  const { changes, refusals } = planImport(incoming, {
    files,
    decisions: known.decisions,
    decision: early.slug,
    review: { state: 'needs-review', on: null, by: null },
    changedBy: 'amend',
    units: new Set(),
    rename: false,
  });
  expect(refusals).toEqual([]);
  const after = contentAfter(outcomeOf(changes, early, known), known);
  expect(contradictions(...after)).toEqual([
    `content/decisions/${decision.slug}.yaml chưa đúng: thủ tục 1.000449 đã hết hiệu lực trước đó; dùng new hoặc replace nếu được ban hành lại.`,
  ]);
});

test('a decision that is known takes what its file left open, and nothing that contradicts it', () => {
  const asked = { slug: null, preamble: {}, isSample: false, decisions: [decision] };
  const told = { number: decision.number, signedOn: decision.signedOn };
  const file = '/quyet-dinh/02.pdf';
  const filled = decisionFor({
    ...asked,
    told: { ...told, file, receivedOn: '2026-10-07', shortened: true },
  });
  expect(filled).toEqual({
    decision: { ...decision, file, receivedOn: '2026-10-07', shortened: true },
    refusals: [],
  });
  const has = { ...decision, receivedOn: '2026-10-06' };
  const { refusals } = decisionFor({
    ...asked,
    decisions: [has],
    told: { ...told, receivedOn: '2026-10-07' },
  });
  expect(refusals).toEqual([
    'Quyết định: ngày nhận là 2026-10-07, còn tệp quyết định ghi 2026-10-06. Sửa cho khớp.',
  ]);
});
