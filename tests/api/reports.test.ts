// A quarter of every kind of case becomes II.05a with the cells that were counted by hand; issued, it never changes.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../api/reports/document.ts';
import { reportWorkbook } from '../../api/reports/tools/office/workbook.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { scriptQuarter } from '../support/worlds/scripted-quarter.ts';
import { wordRows, wordText } from '../support/reading/word.ts';
import { longRegister } from '../support/worlds/long-register.ts';

type Body = Record<string, any>;
const quarter = 'from=2026-01-01&to=2026-03-31';
const q1 = { form: 'ii-05a', from: '2026-01-01', to: '2026-03-31' };

let test: TestPortal;
let script: Awaited<ReturnType<typeof scriptQuarter>>;
beforeAll(async () => {
  test = await openTestPortal();
  script = await scriptQuarter(test);
  script.at('2026-04-02T08:00');
});
afterAll(() => test.close());

const get = (where: string, who: 'CVP' | 'LD' | 'TN' | 'XL' = 'CVP') =>
  test.request(`/api/staff/reports${where}`, { headers: script.crew.officers[who].headers });
const read = async (where: string, who?: 'CVP' | 'LD' | 'TN' | 'XL') => {
  const response = await get(where, who);
  return { status: response.status, body: (await response.json()) as Body };
};
const issue = (json: object, who: 'CVP' | 'LD' = 'CVP') =>
  post(test, '/api/staff/reports/issued', json, script.crew.officers[who].headers);
const tableOf = (document: ReportDocument) => {
  const found = document.blocks.find((block) => block.kind === 'table');
  if (!found) throw new Error('no table');
  return found;
};
const valuesOf = (document: ReportDocument) => {
  const { rows, total } = tableOf(document);
  return [...rows, total ?? []].map((row) => row.map(({ value }) => value));
};
const file = async (where: string) => Buffer.from(await (await get(where)).arrayBuffer());
const countIssued = async () =>
  (await test.portal.db.selectFrom('issuedReports').select('id').execute()).length;

// prettier-ignore
const cells = [
  // (1)                               2  3   4  5  6   7   8  9 10  11 12 13 14 15
  ['Bưu chính',                        7, 0,  7, 0, 1,  6,  7, 0, 6,  1, 0, 0, 4, 0],
  ['Hoạt động khoa học và công nghệ',  2, 0,  2, 0, 0,  2,  2, 0, 1,  1, 0, 0, 0, 0],
  ['Không nêu thủ tục',               17, 5, 12, 0, 1, 16, 11, 2, 0,  9, 1, 2, 1, 3],
  ['Tổng số',                         26, 5, 21, 0, 2, 24, 20, 2, 7, 11, 1, 2, 5, 3],
];

describe('II.05a of the first quarter', () => {
  it('has the cells counted by hand, and every identity holds', async () => {
    const { status, body } = await read(`/preview?form=ii-05a&${quarter}`);
    expect(status).toBe(200);
    expect(valuesOf(body['document'])).toEqual(cells);
    expect(
      body['identities'].map((one: Body) => [one['leftValue'], one['rightValue'], one['holds']]),
    ).toEqual([
      [26, 26, true],
      [26, 26, true],
      [26, 26, true],
      [20, 20, true],
    ]);
    expect(body['offending']).toEqual([]);
    expect(body['hindrance']).toBeNull();
    const words = JSON.stringify(body['document']);
    expect(words).toContain('Ghi chú: 1 đơn khiếu nại, tố cáo, kiến nghị khác');
    expect(words).toContain('Ghi chú: 1 hồ sơ trùng đã gộp');
    expect(words).toContain('Cột 11 gồm cả 8 hồ sơ chưa phân loại thẩm quyền.');
    expect(words).toContain('Cột 7 gồm cả 1 hồ sơ nhận trước đó');
    expect(words).toContain('Biểu tham khảo – đối chiếu mẫu hiện hành trước khi gửi');
  });

  it('names the cases behind a cell, and nothing of their senders', async () => {
    const { body } = await read(`/preview/cases?form=ii-05a&${quarter}&behind=${encodeURIComponent('|13')}`);
    expect(body['cases'].map(({ number }: Body) => number)).toEqual([script.of('sent1'), script.of('sent3')]);
    expect(Object.keys(body['cases'][0]).toSorted()).toEqual([
      'arrival',
      'dueOn',
      'endedOn',
      'field',
      'number',
      'receivedOn',
      'state',
      'track',
    ]);
    const carried = await read(`/preview/cases?form=ii-05a&${quarter}&behind=${encodeURIComponent('*|6')}`);
    expect(carried.body['cases'].map(({ number }: Body) => number)).toEqual([
      script.of('carried1'),
      script.of('carried2'),
    ]);
  });

  it('carries over into the next period exactly what was open at the end of this one', async () => {
    const { body } = await read('/preview?form=ii-05a&from=2026-04-01&to=2026-06-30');
    // Open: 12. New in April: 1.
    expect(valuesOf(body['document']).at(-1)?.slice(1, 7)).toEqual([13, 3, 10, 0, 12, 1]);
    expect(body['hindrance']).toBe('Kỳ báo cáo chưa hết. Ban hành được từ sau ngày 30/6/2026.');
  });
});

describe('issuing', () => {
  it('is for the chief of office, for figures that were looked at, for periods that are over', async () => {
    const { body } = await read(`/preview?form=ii-05a&${quarter}`);
    expect((await issue({ ...q1, seen: body['seen'] }, 'LD')).status).toBe(403);
    expect((await issue({ ...q1, seen: '0'.repeat(64) })).status).toBe(409);
    const open = { form: 'ii-05a', from: '2026-04-01', to: '2026-06-30', seen: '0'.repeat(64) };
    expect((await issue(open)).body['code']).toBe('wrong-status');
    const register = { ...q1, form: 'so-tiep-nhan' };
    const { body: seen } = await read(`/preview?form=so-tiep-nhan&${quarter}`);
    expect((await issue({ ...register, seen: seen['seen'] })).body['code']).toBe('wrong-status');
    expect((await get('', 'XL')).status).toBe(403);
    expect(await countIssued()).toBe(0);
  });

  it('is refused when the sums do not agree, and names the cases', async () => {
    const form = test.portal.content.reports.get('ii-05a');
    if (form?.kind !== 'cases') throw new Error('no form');
    const columns = form.columns.map((column) =>
      column.number === '13' ? { ...column, count: { state: ['merged' as const] } } : column,
    );
    test.portal.content.reports.set('ii-05a', { ...form, columns } as typeof form);
    const { body } = await read(`/preview?form=ii-05a&${quarter}`);
    expect(body['offending']).toEqual([script.of('sent1'), script.of('sent3')]);
    const refused = await issue({ ...q1, seen: body['seen'] });
    test.portal.content.reports.set('ii-05a', form);
    expect(refused.status).toBe(409);
    expect(refused.body['code']).toBe('does-not-add-up');
    expect(refused.body.errors?.map(({ detail }) => detail)).toEqual([
      'Tổng số (2) = thuộc thẩm quyền (8) + không thuộc thẩm quyền (12) + (13) + không tiếp nhận (15): 26 khác 24.',
      script.of('sent1'),
      script.of('sent3'),
    ]);
    expect(await countIssued()).toBe(0);
  });

  it('keeps figures, lists and files for ever, and tells two issues apart cell by cell', async () => {
    const { body: before } = await read(`/preview?form=ii-05a&${quarter}`);
    const { status, body } = await issue({ ...q1, seen: before['seen'] });
    expect(status).toBe(201);
    const id = body['id'] as number;
    // Later work on the cases changes no past quarter…
    script.at('2026-04-15T08:00');
    const handing = { handlerId: script.crew.officers.XL.id };
    await script.must('TN', script.of('fresh2'), 'classify', script.classification);
    await script.must('TN', script.of('fresh2'), 'accept');
    await script.must('CVP', script.of('fresh2'), 'assign', handing);
    const { body: later } = await read(`/preview?form=ii-05a&${quarter}`);
    expect(later['seen']).toBe(before['seen']);
    // …but naming its procedure at last moves a case from row to row: only in what is issued from now on.
    await script.must('TN', script.of('fresh1'), 'classify', {
      ...script.classification,
      contentCode: '5.1',
      procedure: '1.014431',
    });
    const { body: moved } = await read(`/preview?form=ii-05a&${quarter}`);
    const second = (await issue({ ...q1, seen: moved['seen'] })).body['id'] as number;
    const { body: kept } = await read(`/issued/${id}`);
    expect(valuesOf(kept['document'])).toEqual(cells);
    expect(kept['others'].map((other: Body) => other['id'])).toEqual([second]);
    const { body: compared } = await read(`/issued/${second}/compare?with=${id}`);
    expect(
      compared['differences'].map((one: Body) => [one['row'], one['column'], one['before'], one['after']]),
    ).toEqual([
      ['Hoạt động khoa học và công nghệ', 'PAKN được tiếp nhận – Tổng số', '2', '3'],
      [
        'Hoạt động khoa học và công nghệ',
        'PAKN được tiếp nhận – Theo nội dung – Hành vi hành chính',
        '0',
        '1',
      ],
      [
        'Hoạt động khoa học và công nghệ',
        'PAKN được tiếp nhận – Theo thời điểm – Tiếp nhận mới trong kỳ',
        '2',
        '3',
      ],
      ['Hoạt động khoa học và công nghệ', 'Kết quả xử lý – Thuộc thẩm quyền – Tổng số', '2', '3'],
      ['Hoạt động khoa học và công nghệ', 'Kết quả xử lý – Thuộc thẩm quyền – Đang xử lý', '1', '2'],
      ['Không nêu thủ tục', 'PAKN được tiếp nhận – Tổng số', '17', '16'],
      ['Không nêu thủ tục', 'PAKN được tiếp nhận – Theo nội dung – Hành vi hành chính', '5', '4'],
      ['Không nêu thủ tục', 'PAKN được tiếp nhận – Theo thời điểm – Tiếp nhận mới trong kỳ', '16', '15'],
      ['Không nêu thủ tục', 'Kết quả xử lý – Thuộc thẩm quyền – Tổng số', '11', '10'],
      ['Không nêu thủ tục', 'Kết quả xử lý – Thuộc thẩm quyền – Đang xử lý', '9', '8'],
    ]);
    const { body: behind } = await read(`/issued/${id}/cases?behind=${encodeURIComponent('|13')}`);
    expect(behind['cases']).toHaveLength(2);
    await expect(
      test.owner
        .updateTable('issuedReports')
        .set({ hash: 'x' } as never)
        .execute(),
    ).rejects.toThrow();
  });
});

describe('the files of an issued report', () => {
  it('the DOCX has the head of a state document and the cells of the table', async () => {
    const bytes = await file('/files/1.docx');
    const text = wordText(bytes);
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'UBND tỉnh Quảng Ngãi',
      'Sở Khoa học và Công nghệ',
      'Số:        /BC-SKHCN',
      'Quảng Ngãi, ngày 02 tháng 4 năm 2026',
      'Kết quả xử lý phản ánh, kiến nghị về quy định hành chính',
      'Nơi nhận:',
      '- Lưu: VT, VP.',
    ])
      expect(text).toContain(part);
    expect(
      text.split('\n').slice(text.split('\n').indexOf('Tổng số', text.split('\n').indexOf('Bưu chính'))),
    ).toEqual(expect.arrayContaining(['Tổng số', '26', '20']));
    expect(wordRows(bytes).at(-2)).toEqual(cells[3]?.map(String));
    expect(wordRows(bytes).filter((row) => row[0] === 'Bưu chính')).toEqual([cells[0]?.map(String)]);
  });

  it('the XLSX has numbers as numbers and its totals as formulas', async () => {
    const { sheets } = await readXlsx(await file('/files/1.xlsx'));
    const [sheet] = sheets;
    const from = sheet?.rows.findIndex((row) => row[0] === 'Bưu chính') ?? -1;
    expect(sheet?.rows.slice(from, from + 4)).toEqual(cells);
    // What was left out and why, and what the cells mean, stand below the table; every row is high enough for its words.
    const words = sheet?.rows.flat().join('\n');
    expect(words).toContain('Ghi chú: 1 đơn khiếu nại, tố cáo, kiến nghị khác');
    const heightOf = (row: number) => sheet?.rowDefs?.get(row)?.height;
    expect([heightOf(from), heightOf(from + 1)]).toEqual([20, 36]);
    const formulaAt = (row: number, column: number) => sheet?.cells?.get(`${row},${column}`)?.formula;
    expect(formulaAt(from, 1)).toBe(`C${from + 1}+D${from + 1}+E${from + 1}`);
    expect(formulaAt(from, 7)).toBe(`I${from + 1}+J${from + 1}+K${from + 1}`);
    expect(formulaAt(from + 3, 14)).toBe(`SUM(O${from + 1}:O${from + 3})`);
  });

  it('LibreOffice computes the same totals from the formulas alone', async ({ skip }) => {
    const run = promisify(execFile);
    const there = await run('soffice', ['--version']).catch(() => undefined);
    if (!there) return skip();
    const { body } = await read('/issued/1');
    const document = body['document'] as ReportDocument;
    // Every cell with a formula is told a wrong value: what comes out right was computed.
    for (const row of [...tableOf(document).rows, tableOf(document).total ?? []])
      for (const cell of row) if (cell.formula) cell.value = 999;
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'reports-'));
    await fs.writeFile(path.join(folder, 'r.xlsx'), await reportWorkbook(document));
    // By itself it would trust the values that stand beside the formulas.
    await fs.mkdir(path.join(folder, 'profile/user'), { recursive: true });
    await fs.writeFile(path.join(folder, 'profile/user/registrymodifications.xcu'), alwaysRecalculate);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      // Comma, double quote, UTF-8.
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      `${folder}/r.xlsx`,
    ]);
    const lines = (await fs.readFile(path.join(folder, 'r.csv'), 'utf8')).split('\n');
    await fs.rm(folder, { recursive: true, force: true });
    expect(lines.filter((line) => /^(Bưu|Hoạt động|Không nêu|Tổng số,)/.test(line))).toEqual(
      cells.map((row) => row.join(',')),
    );
  }, 60_000);

  it('the PDF says the same in letters that can be searched', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await file('/files/1.pdf')));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('Quảng Ngãi, ngày 02 tháng 4 năm 2026');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Tổng số 26 5 21 0 2 24 20 2 7 11 1 2 5 3');
  });

  it('the CSV opens in a spreadsheet and holds no formula', async () => {
    const text = (await file('/files/1.csv')).toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.trimEnd().split('\r\n').at(-1)).toBe('Tổng số,26,5,21,0,2,24,20,2,7,11,1,2,5,3');
  });
});

describe('the register (sổ tiếp nhận)', () => {
  it('names senders to those who keep it, records each read, and keeps complaints closed', async () => {
    const { status, body } = await read(`/preview?form=so-tiep-nhan&${quarter}`, 'TN');
    expect(status).toBe(200);
    const rows = valuesOf(body['document']).filter((row) => row.length > 0);
    // 4 of December are not in it, the second part of the split letter is; the complaint is its keeper's and the leaders'.
    expect(rows).toHaveLength(24);
    const complaintIn = (some: typeof rows) => some.find((row) => row[1] === script.of('complaint'));
    expect(complaintIn(rows)).toBeUndefined();
    const led = await read(`/preview?form=so-tiep-nhan&${quarter}`, 'LD');
    const complaint = complaintIn(valuesOf(led.body['document']));
    expect(complaint?.filter((value) => value !== null).slice(1)).toEqual([
      script.of('complaint'),
      '08:00 10/02/2026',
      'Đơn đã khóa: không hiện nội dung ở danh sách',
    ]);
    const sent = rows.find((row) => row[1] === script.of('sent1'));
    expect(sent?.slice(4, 5)).toEqual(['Người Thử Nghiệm, Thôn Thử, xã Thử, tỉnh Quảng Ngãi, 0900000000']);
    expect(sent?.[9]).toBe('Sở Thử nghiệm');
    const reads = await test.portal.db
      .selectFrom('caseReads')
      .innerJoin('cases', 'cases.id', 'caseReads.caseId')
      .select(['number', 'onDay'])
      .where('viewerId', '=', script.crew.officers.TN.id)
      .where('onDay', '=', '2026-04-15')
      .execute();
    expect(reads.map(({ number }) => number)).toContain(script.of('sent1'));
    expect(reads.map(({ number }) => number)).not.toContain(script.of('complaint'));
    expect((await read(`/preview?form=ii-05a&${quarter}`, 'TN')).status).toBe(403);
    expect((await get(`/drafts/so-tiep-nhan.xlsx?${quarter}`, 'TN')).status).toBe(200);
  });
});

describe('a register of more than 5,000 letters', () => {
  it('goes out as one workbook and one CSV with every letter, and as text only month by month', async () => {
    const year = 'from=2031-01-01&to=2031-12-31';
    // Copies of one row of the register, under numbers of a year of their own; only the register's own columns are read.
    await longRegister(test.owner, script.of('post1'), 5_003);
    const response = await get(`/drafts/so-tiep-nhan.xlsx?${year}`, 'TN');
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="xem-truoc-so-tiep-nhan-2031-01-01-2031-12-31.xlsx"',
    ]);
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const rows = book.sheets[0]?.rows ?? [];
    const head = rows.findIndex((row) => row[1] === 'Mã hồ sơ');
    expect(rows[head]?.length).toBe(15);
    const lines = rows.slice(head + 1).filter((row) => typeof row[0] === 'number');
    expect(lines).toHaveLength(5_003);
    expect([lines.at(0)?.slice(0, 2), lines.at(-1)?.slice(0, 2)]).toEqual([
      [1, 'PAKN-2031-000001'],
      [5_003, 'PAKN-2031-005003'],
    ]);
    expect(new Set(lines.map((row) => row[1])).size).toBe(5_003);
    const csv = await (await get(`/drafts/so-tiep-nhan.csv?${year}`, 'TN')).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(5_004);
    const text = await get(`/drafts/so-tiep-nhan.docx?${year}`, 'TN');
    expect([text.status, ((await text.json()) as Body)['errors'][0].detail]).toEqual([
      422,
      'Kỳ này có hơn 5.000 hồ sơ: tải bảng tính (XLSX) hoặc CSV, có đủ mọi hồ sơ; để xem, in hoặc tải văn bản (DOCX, PDF), chọn từng tháng.',
    ]);
    // Who took them along is written down, with how many lines.
    const exports = await test.portal.db
      .selectFrom('listViews')
      .select(['mostRows', 'times'])
      .where('kind', '=', 'export')
      .where('viewerId', '=', script.crew.officers.TN.id)
      .where('filter', 'like', '%2031-12-31%')
      .where('mostRows', 'is not', null)
      .execute();
    expect(exports).toEqual([{ mostRows: 5_003, times: 2 }]);
  });
});

describe('II.06a and the assessment form', () => {
  it('name the months without figures, and score answers on time', async () => {
    const { body } = await read(`/preview?form=ii-06a&${quarter}`);
    expect(body['offending']).toEqual([
      'Chưa nhập số liệu tháng 1/2026',
      'Chưa nhập số liệu tháng 2/2026',
      'Chưa nhập số liệu tháng 3/2026',
    ]);
    const refused = await read('/preview?form=ii-06a&from=2026-01-15&to=2026-03-31');
    expect([refused.status, refused.body['errors'][0].pointer]).toEqual([422, '/from']);
    const assessment = await read(`/preview?form=tt-01-2018&${quarter}`);
    const conduct = valuesOf(assessment.body['document'])[6];
    expect(conduct?.at(-1)).toContain(
      '2 PAKN về hành vi được tính; 0 kết luận không đúng hoặc vu cáo, không tính',
    );
    const row = valuesOf(assessment.body['document'])[7];
    expect(row?.slice(0, 4)).toEqual([8, 'Tiếp thu, giải trình phản ánh, kiến nghị', 2, 0]);
  });
});

const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
