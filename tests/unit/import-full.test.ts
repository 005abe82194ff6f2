// The full form and the national export: what stands in which cell or key, what stays untouched, what is refused where.
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../api/decisions/schema.ts';
import { fullForm } from '../../api/procedures/exchange/full-form.ts';
import { readFullForm } from '../../api/procedures/exchange/full-read.ts';
import type { Grid, GridCell } from '../../api/procedures/exchange/grid.ts';
import { readNational } from '../../api/procedures/exchange/national-read.ts';
import { type Ground, planImport } from '../../api/procedures/exchange/plan.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';

const files = await readProcedureFiles();
const slug = '2.002131';
const file = files.get(slug);
if (!file) throw new Error(`no procedure ${slug}`);
const ground: Ground = {
  files,
  decisions: [],
  decision: null,
  review: { state: 'needs-review', on: null, by: null },
  changedBy: 'amend',
  rename: false,
};

const form = (): Grid[] =>
  fullForm([[slug, file]], { internal: true }).map(({ name, columns, rows }) => ({
    name,
    merges: [],
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
  }));
const sheet = (grids: Grid[], name: string) => {
  const found = grids.find((grid) => grid.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const at = (grids: Grid[], heading: string) => sheet(grids, 'Thủ tục').rows[0]?.indexOf(heading) ?? -1;
const cell = (grids: Grid[], heading: string) => sheet(grids, 'Thủ tục').rows[1]?.[at(grids, heading)];
const set = (grids: Grid[], heading: string, value: GridCell) => {
  const row = sheet(grids, 'Thủ tục').rows[1];
  if (row) row[at(grids, heading)] = value;
  return grids;
};
const outcome = (grids: Grid[]) => {
  const reading = readFullForm(grids);
  const { changes, refusals } = planImport(reading.incoming, ground);
  return { change: changes[0], refusals: [...reading.refusals, ...refusals] };
};

describe('the full form', () => {
  test('tells a value, “none” in the source’s words and “not known” apart', () => {
    const grids = form();
    expect(cell(grids, 'Thời hạn giải quyết')).toBe('05 ngày làm việc kể từ ngày nhận đủ hồ sơ khai báo');
    expect(cell(grids, 'Phí, lệ phí')).toBe('KHÔNG CÓ: Không (lệ phí 0, phí 0)');
    expect(cell(grids, 'Số lượng hồ sơ')).toBe('');
    expect(cell(grids, 'Trình tự thực hiện')).toBe('Có');
    expect(sheet(grids, 'Trình tự').rows).toHaveLength(4);
  });

  test('a cell that was changed changes its part and no other', () => {
    const { change, refusals } = outcome(set(form(), 'Số lượng hồ sơ', '01 bộ'));
    expect(refusals).toEqual([]);
    expect([change?.kind, change?.parts, change?.others]).toEqual(['changed', ['sets'], []]);
    expect(change?.after).toEqual({ ...file, sets: '01 bộ' });
  });

  test('a column or a sheet that was taken out leaves its part', () => {
    const grids = form().filter(({ name }) => name !== 'Hồ sơ');
    const main = sheet(grids, 'Thủ tục');
    const gone = at(grids, 'Cơ quan thực hiện');
    main.rows = main.rows.map((row) => row.toSpliced(gone, 1));
    const { change, refusals } = outcome(grids);
    expect([change?.kind, refusals]).toEqual(['unchanged', []]);
  });

  test('is refused cell by cell, with the sheet, the row and the column', () => {
    const grids = set(set(form(), 'Thời hạn: đơn vị', 'tuần'), 'Có hiệu lực từ ngày', '31/02/2026');
    set(grids, 'Rà soát', 'Đã rà soát');
    sheet(grids, 'Cách thức').rows[1]?.splice(2, 1, 'Fax');
    sheet(grids, 'Trình tự').rows.push(['9.999999', '', 'Bước lạc']);
    sheet(grids, 'Căn cứ pháp lý').rows.push([slug, '', '', '']);
    const { refusals } = outcome(grids);
    expect(refusals).toEqual([
      'Trang tính “Thủ tục”, dòng 2, cột “Thời hạn: đơn vị”: “tuần” không có trong: ngày làm việc; ngày; tháng; giờ.',
      'Trang tính “Thủ tục”, dòng 2, cột “Có hiệu lực từ ngày”: “31/02/2026” không phải một ngày. Ghi dạng 05/10/2026.',
      'Trang tính “Cách thức”, dòng 2, cột “Hình thức”: “Fax” không có trong: Trực tiếp; Trực tuyến; Bưu chính.',
      'Trang tính “Thủ tục”, dòng 2, cột “Rà soát”: Đã rà soát thì phải có ngày và người.',
      'Trang tính “Trình tự”, dòng 5, cột “Tên tệp”: “9.999999” không có ở trang tính “Thủ tục”.',
    ]);
  });

  test('that says there is something, or nothing, while its rows say otherwise is refused', () => {
    const grids = set(set(form(), 'Trình tự thực hiện', 'KHÔNG CÓ: Không quy định'), 'Căn cứ pháp lý', 'Có');
    sheet(grids, 'Căn cứ pháp lý').rows.splice(1);
    expect(outcome(grids).refusals).toEqual([
      'Trang tính “Thủ tục”, dòng 2, cột “Trình tự thực hiện”: ghi không có, nhưng trang tính “Trình tự” có dòng của thủ tục này.',
      'Trang tính “Thủ tục”, dòng 2, cột “Căn cứ pháp lý”: ghi “Có” nhưng trang tính “Căn cứ pháp lý” không có dòng nào của thủ tục này.',
    ]);
  });

  test('shows what decisions make of a procedure; read back, that is no change', () => {
    const decision: Decision = {
      slug: '02-mau-2026',
      number: '02/MAU',
      title: 'Mẫu',
      scope: 'province',
      authority: 'Cơ quan mẫu',
      signedOn: '2026-10-01',
      effectiveOn: null,
      receivedOn: null,
      shortened: false,
      file: null,
      sources: [],
      note: null,
      items: [{ op: 'repeal', procedure: slug, replaces: [], parts: [], note: null }],
    };
    const reading = readFullForm(
      set(set(form(), 'Trạng thái', 'Đã bãi bỏ'), 'Hiệu lực đến hết ngày', '30/09/2026'),
    );
    const { changes } = planImport(reading.incoming, { ...ground, decisions: [decision] });
    expect(changes[0]?.kind).toBe('unchanged');
  });

  test('never gives a procedure the code of another', () => {
    expect(outcome(set(form(), 'Mã TTHC', '1.014446')).refusals).toEqual([
      expect.stringContaining('mang mã 2.002131, tệp nhập ghi 1.014446'),
    ]);
  });
});

describe('a national export', () => {
  const entry = {
    code: '1.999999.000.00.00.H48',
    name: 'Thủ tục mẫu',
    isProvince: true,
    isWard: false,
    formalityType: 'TTHC được luật giao quy định chi tiết',
    categoriesDetails: [{ id: 'x', name: 'Bưu chính' }],
    executionSteps: [{ name: 'Bước 1', description: 'Nộp hồ sơ' }],
    executionMethods: [
      {
        submissionMethod: 'DIRECT',
        processingTime: 10,
        processingTimeUnit: 'WORKING_DAY',
        fees: [{ value: 500000, currencyName: 'Đồng', description: 'Phí thẩm định' }],
        description: 'Tại Trung tâm',
      },
      { submissionMethod: 'ONLINE', processingTime: '10', processingTimeUnit: 'WORKING_DAY', fees: [] },
    ],
    executionCases: [
      {
        name: 'Cấp mới',
        profileComponents: [
          { name: 'Đơn', originalQty: 1, copyQty: 0, attachments: [{ fileName: 'Mẫu 01.docx', id: 'y' }] },
        ],
      },
    ],
    subjectTypesDetails: [{ name: 'Doanh nghiệp' }],
    departmentsExecuting: [{ name: 'Sở Khoa học và Công nghệ' }],
    departmentsCoordinating: [],
    resultsDetails: [{ name: 'Giấy phép' }],
    legalBasisesDetails: [{ code: '268/2025/NĐ-CP', name: 'Nghị định mẫu' }],
    requirementsAndConditions: 'Không',
    keywords: '',
  };
  const read = (value: unknown) => {
    const reading = readNational('xuat.json', JSON.stringify(value));
    const made = planImport(reading.incoming, ground);
    return { changes: made.changes, refusals: [...reading.refusals, ...made.refusals] };
  };

  test('becomes a procedure; what it leaves empty is not known', () => {
    const { changes, refusals } = read({ data: { items: [entry] } });
    expect(refusals).toEqual([]);
    expect(changes[0]?.after).toMatchObject({
      code: '1.999999',
      field: 'Bưu chính',
      levels: ['province'],
      kind: 'delegated',
      steps: ['Bước 1: Nộp hồ sơ'],
      methods: [
        {
          channel: 'in-person',
          text: 'Tại Trung tâm',
          time: null,
          fee: '500.000 Đồng - Phí thẩm định',
        },
        { channel: 'online', text: 'Trực tuyến', time: null, fee: null },
      ],
      timeLimit: { text: '10 ngày làm việc', amount: 10, unit: 'working-days', from: null },
      dossier: [
        {
          name: 'Cấp mới',
          papers: [{ name: 'Đơn', form: 'Mẫu 01.docx', copies: 'Bản chính: 1; bản sao: 0' }],
        },
      ],
      agencies: { executing: ['Sở Khoa học và Công nghệ'], coordinating: 'unknown' },
      conditions: { none: 'Không' },
      fee: 'unknown',
      sets: 'unknown',
      provenance: { codeAsPublished: '1.999999.000.00.00.H48' },
    });
  });

  test('different times stay with their ways, and no single limit is made of them; months stay months', () => {
    const [first, second] = entry.executionMethods;
    const methods = [{ ...first, processingTime: 2, processingTimeUnit: 'MONTH' }, second];
    const { after } = read([{ ...entry, executionMethods: methods }]).changes[0] ?? {};
    expect(after?.timeLimit).toBe('unknown');
    expect(after?.methods).toMatchObject([{ time: '02 tháng' }, { time: '10 ngày làm việc' }]);
  });

  test('is refused entry by entry, by its key', () => {
    expect(
      read([
        { ...entry, code: 'T-QNG-1' },
        { ...entry, name: null },
        { ...entry, executionMethods: [{ submissionMethod: 'FAX' }] },
        { ...entry, executionCases: 'nhiều' },
      ]).refusals,
    ).toEqual([
      'Tệp xuat.json, mục 1, khoá “code”: “T-QNG-1” không phải mã thủ tục. Mã có dạng 1.014446.',
      'Tệp xuat.json, mục 2, khoá “name”: chưa có tên thủ tục.',
      'Tệp xuat.json, mục 3, khoá “executionMethods.0.submissionMethod”: “FAX” không phải DIRECT, ONLINE hay POSTAL.',
      'Tệp xuat.json, mục 4, khoá “executionCases”: không đúng khuôn dạng của cơ sở dữ liệu quốc gia.',
    ]);
    expect(readNational('xuat.json', 'không phải').refusals).toHaveLength(1);
  });
});
