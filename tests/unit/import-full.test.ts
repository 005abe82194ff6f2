// The full form and the national export: what stands in which cell or key, what stays untouched, what is refused where.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import type { Decision } from '../../api/procedures/decisions/schema.ts';
import { fullForm } from '../../api/exchange/full-form.ts';
import { readFullForm } from '../../api/exchange/full-read.ts';
import type { Grid, GridCell } from '../../api/exchange/grid.ts';
import { readNational } from '../../api/exchange/national-read.ts';
import { type Ground, planImport } from '../../api/exchange/plan.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';

const files = await readProcedureFiles(contentDir);
const slug = '2.002131';
const shipped = files.get(slug);
if (!shipped) throw new Error(`no procedure ${slug}`);
// One part of it that nobody knows.
const file = { ...shipped, sets: 'unknown' as const };
files.set(slug, file);
const ground: Ground = {
  files,
  decisions: [],
  decision: null,
  review: { state: 'needs-review', on: null, by: null },
  changedBy: 'amend',
  rename: false,
  units: new Set(),
};

const form = (): Grid[] =>
  fullForm([[slug, file]], { internal: true }).map(({ name, columns, rows }) => ({
    name,
    merges: [],
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
  }));
const worksheet = (grids: Grid[], name: string) => {
  const found = grids.find((grid) => grid.name === name);
  if (!found) throw new Error(`no worksheet ${name}`);
  return found;
};
const at = (grids: Grid[], heading: string) => worksheet(grids, 'Thủ tục').rows[0]?.indexOf(heading) ?? -1;
const cell = (grids: Grid[], heading: string) => worksheet(grids, 'Thủ tục').rows[1]?.[at(grids, heading)];
const set = (grids: Grid[], heading: string, value: GridCell) => {
  const row = worksheet(grids, 'Thủ tục').rows[1];
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
    expect(worksheet(grids, 'Trình tự').rows).toHaveLength(4);
  });

  test('a cell that was changed changes its part and no other', () => {
    const { change, refusals } = outcome(set(form(), 'Số lượng hồ sơ', '01 bộ'));
    expect(refusals).toEqual([]);
    expect([change?.kind, change?.parts, change?.others]).toEqual(['changed', ['sets'], []]);
    expect(change?.after).toEqual({ ...file, sets: '01 bộ' });
  });

  test('a column or a worksheet that was taken out leaves its part', () => {
    const grids = form().filter(({ name }) => name !== 'Hồ sơ');
    const main = worksheet(grids, 'Thủ tục');
    const gone = at(grids, 'Cơ quan thực hiện');
    main.rows = main.rows.map((row) => row.toSpliced(gone, 1));
    const { change, refusals } = outcome(grids);
    expect([change?.kind, refusals]).toEqual(['unchanged', []]);
  });

  test('is refused cell by cell, with the worksheet, the row and the column', () => {
    const grids = set(set(form(), 'Thời hạn: đơn vị', 'tuần'), 'Có hiệu lực từ ngày', '31/02/2026');
    set(grids, 'Rà soát', 'Đã rà soát');
    worksheet(grids, 'Cách thức').rows[1]?.splice(2, 1, 'Fax');
    worksheet(grids, 'Trình tự').rows.push(['9.999999', '', 'Bước lạc']);
    worksheet(grids, 'Căn cứ pháp lý').rows.push([slug, '', '', '']);
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
    worksheet(grids, 'Căn cứ pháp lý').rows.splice(1);
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
      'Tệp xuat.json, mục 1, khóa “code”: “T-QNG-1” không phải mã thủ tục. Mã có dạng 1.014446.',
      'Tệp xuat.json, mục 2, khóa “name”: chưa có tên thủ tục.',
      'Tệp xuat.json, mục 3, khóa “executionMethods.0.submissionMethod”: “FAX” không phải DIRECT, ONLINE hay POSTAL.',
      'Tệp xuat.json, mục 4, khóa “executionCases”: không đúng khuôn dạng của cơ sở dữ liệu quốc gia.',
    ]);
    expect(readNational('xuat.json', 'không phải').refusals).toHaveLength(1);
  });
});

describe('odd cells and values', () => {
  test('a day that Excel shows as a number is that day; a code that lost its zeros finds its procedure', () => {
    const { change, refusals } = outcome(set(form(), 'Có hiệu lực từ ngày', 46082));
    expect(refusals).toEqual([]);
    expect(change?.after.effectiveFrom).toBe('2026-03-01');
  });

  test('a unit is told by its code; one that is not there is refused at its cell', () => {
    const reading = readFullForm(set(form(), 'Đơn vị phụ trách (mã)', 'phong-khong-co'));
    const { refusals } = planImport(reading.incoming, ground);
    expect(refusals).toEqual([
      'Trang tính “Thủ tục”, dòng 2, cột “Đơn vị phụ trách (mã)”: không có đơn vị nào mang mã “phong-khong-co” trong content/units.yaml.',
    ]);
    const known = planImport(reading.incoming, { ...ground, units: new Set(['phong-khong-co']) });
    expect(known.changes[0]?.after.unit).toBe('phong-khong-co');
  });

  const national = (entry: object) => {
    const text = `\ufeff${JSON.stringify({ data: { items: [{ code: slug, name: file.name, ...entry }] } })}`;
    const reading = readNational('tep.json', text);
    const { changes, refusals } = planImport(reading.incoming, ground);
    return { after: changes[0]?.after, refusals: [...reading.refusals, ...refusals] };
  };

  test('the markup of the national database becomes plain lines', () => {
    const { after, refusals } = national({
      executionSteps: '<ol><li>Bước 1:&nbsp;nộp <b>hồ sơ</b></li><li>Bước 2: nh&acirc;̣n kết quả</li></ol>',
      requirementsAndConditions: '<p>Không</p>',
      isProvince: 1,
    });
    expect(refusals).toEqual([]);
    expect(after?.steps).toEqual(['Bước 1: nộp hồ sơ', 'Bước 2: nhận kết quả']);
    expect(after?.conditions).toEqual({ none: 'Không' });
    expect(after?.levels).toEqual(['province']);
  });

  test('ways with times of their own do not leave an older common time standing', () => {
    const { after } = national({
      executionMethods: [
        { submissionMethod: 'DIRECT', processingTime: 7, processingTimeUnit: 'WORKING_DAY' },
        { submissionMethod: 'ONLINE', processingTime: '4', processingTimeUnit: 'WORKING_DAY' },
        { submissionMethod: 'POSTAL', processingTime: 0, processingTimeUnit: 'WORKING_DAY' },
      ],
    });
    expect(file.timeLimit).not.toBe('unknown');
    expect(after?.timeLimit).toBe('unknown');
    expect(Array.isArray(after?.methods) && after.methods.map(({ time }) => time)).toEqual([
      '07 ngày làm việc',
      '04 ngày làm việc',
      null,
    ]);
  });

  test('a unit of time that nobody knows is refused, not left out', () => {
    const { after, refusals } = national({
      executionMethods: [{ submissionMethod: 'DIRECT', processingTime: 7, processingTimeUnit: 'FORTNIGHT' }],
    });
    expect(after).toBeUndefined();
    expect(refusals).toEqual([
      'Tệp tep.json, mục 1, khóa “executionMethods.0.processingTimeUnit”: “FORTNIGHT” không phải WORKING_DAY, DAY, MONTH, HOUR; thời hạn không đọc được.',
    ]);
  });

  test('an export without any procedure is refused', () => {
    expect(readNational('tep.json', '[]').refusals).toEqual(['Tệp tep.json không có thủ tục nào.']);
  });
});
