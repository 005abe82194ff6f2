// Counting into forms, periods, tables and comparisons: literals, and what holds for any history.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import { buildCalendar } from '../../api/calendar/working-days.ts';
import type { StepName, Status } from '../../api/cases/lifecycle.ts';
import { assessmentBlocks } from '../../api/reports/assessment.ts';
import { reportCaseOf, type ReportHistory } from '../../api/reports/case-facts.ts';
import { compareReports } from '../../api/reports/compare.ts';
import { countTable } from '../../api/reports/count-table.ts';
import { casesBehind, countCases } from '../../api/reports/counting.ts';
import { columnNames, placeAndDay } from '../../api/reports/document.ts';
import { countDossiers } from '../../api/reports/dossier-counting.ts';
import { readReportForms } from '../../api/reports/load.ts';
import { reportCsv } from '../../api/reports/tools/office/csv.ts';
import { linesNeeded } from '../../api/reports/tools/office/lines.ts';
import { paperOf } from '../../api/reports/paper.ts';
import { periodWords, usualPeriods, wholeMonths } from '../../api/reports/period.ts';

const forms = await readReportForms(contentDir);
const formOf = <Kind extends string>(id: string, kind: Kind) => {
  const form = forms.get(id);
  if (form?.kind !== kind) throw new Error(`no form ${id}`);
  return form as Extract<typeof form, { kind: Kind }>;
};
const pakn = formOf('ii-05a', 'cases');
const calendar = buildCalendar([]);
const limits = { answer: 15, refuse: 2, transfer: 5, publish: 2 };
const quarter = { from: '2026-01-01', to: '2026-03-31' };

type Told = [on: string, step: StepName, from: Status, to: Status];
function history(told: Told[], more: Partial<ReportHistory> = {}): ReportHistory {
  return {
    caseId: '01980000-0000-7000-8000-000000000001',
    number: 'PAKN-2026-000001',
    receivedOn: told[0]?.[0] ?? '',
    channel: 'web',
    track: null,
    contentCode: '5.2',
    procedure: null,
    field: null,
    clockOn: told[0]?.[0] ?? '',
    sharedPauses: [],
    rating: null,
    classifications: [],
    verification: null,
    named: null,
    ...more,
    events: told.map(([on, step, from, to]) => ({
      on,
      step,
      from,
      to,
      dueBefore: '2026-02-15',
      dueAfter: '2026-02-15',
      data: null,
    })),
  };
}
const how = { calendar, limits, today: '2027-01-04' };
const of = (told: Told[], period = quarter, more?: Partial<ReportHistory>, today = how.today) =>
  reportCaseOf(history(told, more), period, { ...how, today });

const received = (on: string): Told => [on, 'submit', 'draft', 'submitted'];
const accepted = (on: string): Told => [on, 'accept', 'submitted', 'accepted'];
const answered = (on: string): Told => [on, 'approve', 'approving', 'answered'];

describe('a case in a period', () => {
  it('belongs to the period of its receipt, first and last day within', () => {
    expect(of([received('2026-01-01')])?.arrival).toBe('new');
    expect(of([received('2026-03-31')])?.arrival).toBe('new');
    expect(of([received('2026-04-01')])).toBeNull();
  });
  it('is carried over when it was received before and not ended before the first day', () => {
    expect(of([received('2025-12-31')])?.arrival).toBe('carried');
    expect(of([received('2025-12-01'), answered('2026-01-01')])?.arrival).toBe('carried');
    expect(of([received('2025-12-01'), answered('2025-12-31')])).toBeNull();
  });
  it('stands as it did on the last day, whatever came later', () => {
    expect(of([received('2026-03-02'), accepted('2026-03-03'), answered('2026-04-01')])).toMatchObject({
      state: 'open',
      competence: 'ours',
      published: false,
    });
  });
  it('is late by the earlier of the last day of the period and today', () => {
    // 15 working days from Monday 02/3/2026 end on Monday 23/3/2026.
    const late = (today: string, period = quarter) =>
      of([received('2026-03-02')], period, undefined, today)?.late;
    expect(late('2026-03-23')).toBe(false);
    expect(late('2026-03-24')).toBe(true);
    expect(late('2026-06-01')).toBe(true);
    expect(late('2026-06-01', { from: '2026-01-01', to: '2026-03-23' })).toBe(false);
  });
  it('is new once more when an ended one is taken up again', () => {
    const again: Told = ['2026-02-02', 'continue', 'published', 'reopened'];
    expect(of([received('2025-12-01'), answered('2025-12-31'), again])).toMatchObject({
      arrival: 'new',
      again: true,
      receivedBefore: true,
      state: 'open',
    });
  });
  it('follows the content code of the sender until it is classified', () => {
    expect(of([received('2026-01-05')], quarter, { contentCode: '5.1' })?.track).toBe('conduct');
    const classifications = [{ on: '2026-04-02', contentCode: '5.2' as const, track: 'rule' as const }];
    expect(of([received('2026-01-05')], quarter, { contentCode: '5.1', classifications })).toMatchObject({
      track: 'conduct',
      classified: false,
    });
  });
});

const ends: [StepName, Status, Status][] = [
  ['approve', 'approving', 'answered'],
  ['transfer', 'submitted', 'transferred'],
  ['reject', 'submitted', 'rejected'],
  ['withdraw', 'submitted', 'rejected'],
  ['expire-supplement', 'need_info', 'rejected'],
  ['guide-out', 'submitted', 'guided_out'],
  ['merge', 'submitted', 'merged'],
];
const anyDay = fc
  .integer({ min: 0, max: 500 })
  .map((day) => new Date(Date.UTC(2025, 6, 1) + day * 86_400_000).toISOString().slice(0, 10));
/** A life: receipt, perhaps taken up, perhaps ended, published, taken up anew, ended again. */
const anyHistory = fc
  .record({
    days: fc.array(anyDay, { minLength: 6, maxLength: 6 }).map((days) => days.toSorted()),
    takenUp: fc.boolean(),
    end: fc.option(fc.constantFrom(...ends), { nil: undefined }),
    published: fc.boolean(),
    again: fc.option(fc.constantFrom<StepName>('continue', 'return-transfer', 'reopen-rejected'), {
      nil: undefined,
    }),
    endAgain: fc.option(fc.constantFrom(...ends), { nil: undefined }),
    contentCode: fc.constantFrom('5.1' as const, '5.2' as const),
    field: fc.constantFrom('Bưu chính', 'Viễn thông', null),
    serial: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(({ days, takenUp, end, published, again, endAgain, contentCode, field, serial }) => {
    const [d0 = '', d1 = '', d2 = '', d3 = '', d4 = '', d5 = ''] = days;
    const told: Told[] = [received(d0)];
    if (takenUp) told.push(accepted(d1));
    if (end) told.push([d2, ...end]);
    if (end?.[0] === 'approve' && published) told.push([d3, 'publish', 'answered', 'published']);
    if (end && again) {
      told.push([d4, again, end[2], 'submitted']);
      if (endAgain) told.push([d5, ...endAgain]);
    }
    return history(told, { contentCode, field, number: `PAKN-2026-${String(serial).padStart(6, '0')}` });
  });
const anyPeriod = fc
  .tuple(anyDay, anyDay)
  .map(([one, two]) => (one < two ? { from: one, to: two } : { from: two, to: one }));

describe('II.05a', () => {
  it('holds its identities for any histories and any period, and each cell is its list', () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 30 }), anyPeriod, (histories, period) => {
        const cases = histories.flatMap((one) => reportCaseOf(one, period, how) ?? []);
        const counted = countCases(pakn, cases, (key) => key);
        expect(counted.identities.every(({ holds }) => holds)).toBe(true);
        expect(counted.offending).toEqual([]);
        for (const [index, { number }] of pakn.columns.entries()) {
          expect(casesBehind(pakn, cases, number, null)).toHaveLength(counted.total[index] ?? -1);
          expect(counted.rows.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)).toBe(
            counted.total[index],
          );
        }
      }),
    );
  });
  it('loses no case between two periods: what is open at the end of one is carried into the next', () => {
    const next = { from: '2026-04-01', to: '2026-06-30' };
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 30 }), (histories) => {
        const of = (period: typeof next) => histories.flatMap((one) => reportCaseOf(one, period, how) ?? []);
        const open = of(quarter).filter(({ state }) => state === 'open').length;
        expect(of(next).filter(({ arrival }) => arrival === 'carried')).toHaveLength(open);
      }),
    );
  });
  it('names the cases that a wrong column leaves without a place', () => {
    const wrong = {
      ...pakn,
      columns: pakn.columns.map((column) =>
        column.number === '11' && 'count' in column
          ? { ...column, count: { state: ['open' as const], late: true } }
          : column,
      ),
    };
    const open = of([received('2026-03-30'), accepted('2026-03-31')]);
    expect(
      countCases(wrong, open ? [{ ...open, dueOn: '2026-04-30', late: false }] : [], (key) => key),
    ).toMatchObject({
      offending: ['PAKN-2026-000001'],
      identities: [
        { holds: true },
        { holds: true },
        { holds: false, leftValue: 1, rightValue: 0 },
        { holds: true },
      ],
    });
  });
  it('has two lines of groups, the labels and the numbers at its head', () => {
    const table = countTable(
      countCases(pakn, [], (key) => key),
      { name: 'x', rowHead: pakn.rowHead, hasLists: true },
    );
    expect(
      table.head.map((line) => line.map(({ text, columns = 1, rows = 1 }) => `${text} ${columns}x${rows}`)),
    ).toEqual([
      [
        'Ngành, lĩnh vực có PAKN 1x3',
        'PAKN được tiếp nhận 6x1',
        'Kết quả xử lý 6x1',
        'Đã đăng tải công khai kết quả 1x3',
        'Không tiếp nhận, người gửi rút, hết hạn bổ sung 1x3',
      ],
      [
        'Tổng số 1x2',
        'Theo nội dung 3x1',
        'Theo thời điểm 2x1',
        'Thuộc thẩm quyền 4x1',
        'Không thuộc thẩm quyền 2x1',
      ],
      [
        'Hành vi hành chính 1x1',
        'Quy định hành chính 1x1',
        'Cả hành vi và quy định 1x1',
        'Kỳ trước chuyển qua 1x1',
        'Tiếp nhận mới trong kỳ 1x1',
        'Tổng số 1x1',
        'Đã xử lý – hành vi 1x1',
        'Đã xử lý – quy định 1x1',
        'Đang xử lý 1x1',
        'Đang xử lý 1x1',
        'Đã chuyển 1x1',
      ],
      [
        '(1) 1x1',
        '(2) = (3) + (4) + (5) 1x1',
        ...['(3)', '(4)', '(5)', '(6)', '(7)'].map((text) => `${text} 1x1`),
        '(8) = (9) + (10) + (11) 1x1',
        ...['(9)', '(10)', '(11)', '(12)', '(13)', '(14)', '(15)'].map((text) => `${text} 1x1`),
      ],
    ]);
    expect(new Set(columnNames(table)).size).toBe(15);
  });
});

describe('II.06a', () => {
  const form = formOf('ii-06a', 'dossiers');
  const row = (month: string, change: object) => ({
    month,
    field: 'Bưu chính',
    online: 0,
    direct: 0,
    carried: 0,
    early: 0,
    onTime: 0,
    late: 0,
    pending: 0,
    pendingLate: 0,
    ...change,
  });
  it('takes what is carried from the first month, what is pending from the last, and adds up the rest', () => {
    const rows = [
      row('2026-01', { online: 10, carried: 2, early: 7, pending: 5 }),
      row('2026-02', { direct: 4, carried: 5, onTime: 6, late: 1, pendingLate: 2 }),
    ];
    const counted = countDossiers(form, rows, { from: '2026-01', to: '2026-02' });
    expect(counted.total).toEqual([16, 10, 4, 2, 14, 7, 6, 1, 2, 0, 2]);
    expect(counted.offending).toEqual([]);
  });
  it('names a missing month, and a field whose months do not follow each other', () => {
    const rows = [row('2026-01', { online: 3, pending: 3 }), row('2026-02', { carried: 2, pending: 2 })];
    expect(countDossiers(form, rows, { from: '2026-01', to: '2026-03' }).offending).toContain(
      'Chưa nhập số liệu tháng 3/2026',
    );
    expect(countDossiers(form, rows, { from: '2026-01', to: '2026-02' }).offending).toEqual([
      'Lĩnh vực Bưu chính: hồ sơ từ tháng trước và đang giải quyết không nối nhau',
    ]);
  });
});

describe('the assessment form', () => {
  const form = formOf('tt-01-2018', 'assessment');
  const pointsOf = (late: number, onTime: number) => {
    const one = of([received('2026-01-05')]);
    if (!one) throw new Error('no case');
    const cases = [
      ...Array.from({ length: late }, () => ({
        ...one,
        state: 'answered' as const,
        onTime: false,
        late: true,
      })),
      ...Array.from({ length: onTime }, () => ({
        ...one,
        state: 'answered' as const,
        onTime: true,
        late: false,
      })),
    ];
    const [table] = assessmentBlocks(form, null, cases);
    return table?.kind === 'table' ? table.rows[7]?.[3]?.value : undefined;
  };
  it('counts what people said of conduct without what was found untrue or slanderous', () => {
    const one = of([received('2026-01-05')]);
    if (!one) throw new Error('no case');
    const cases = (['true', 'partly-true', 'insufficient', 'untrue', 'slander'] as const).map(
      (verification) => ({ ...one, track: 'conduct' as const, state: 'answered' as const, verification }),
    );
    const [table] = assessmentBlocks(form, null, cases);
    expect(table?.kind === 'table' && table.rows[6]?.map(({ value }) => value)).toEqual([
      7,
      'Thái độ của công chức khi hướng dẫn và tiếp nhận hồ sơ',
      2,
      null,
      null,
      'Cơ quan tự chấm theo từng hồ sơ. Kỳ này: 3 PAKN về hành vi được tính; 2 kết luận không đúng hoặc vu cáo, không tính',
    ]);
  });
  it('gives 2 points for none or all on time, 1 from nine of ten, 0 below', () => {
    expect([pointsOf(0, 0), pointsOf(0, 4), pointsOf(1, 9), pointsOf(2, 9)]).toEqual([2, 2, 1, 0]);
  });
});

describe('periods, paper and files', () => {
  it('names the usual periods and knows their days', () => {
    expect(usualPeriods(2024).find(({ name }) => name === 'Tháng 2')).toEqual({
      name: 'Tháng 2',
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(periodWords(quarter)).toBe('Quý I năm 2026 (từ ngày 01/01/2026 đến hết ngày 31/3/2026)');
    expect(periodWords({ from: '2025-12-15', to: '2026-03-14' })).toBe(
      'Từ ngày 15/12/2025 đến hết ngày 14/3/2026',
    );
    expect(wholeMonths(quarter)).toEqual({ from: '2026-01', to: '2026-03' });
    expect(wholeMonths({ from: '2026-01-01', to: '2026-03-30' })).toBeUndefined();
  });
  it('finds how many lines a text takes in a column, for the height of its row', () => {
    expect(linesNeeded('Bưu chính', 22)).toBe(1);
    expect(linesNeeded('Hoạt động khoa học và công nghệ', 22)).toBe(2);
    expect(linesNeeded('PAKN-2026-000001', 12)).toBe(2);
    expect(linesNeeded('một\nhai', 12)).toBe(2);
    expect(linesNeeded('a'.repeat(25), 10.5)).toBe(3);
    expect(linesNeeded('', 8)).toBe(1);
  });
  it('writes the place and day as Nghị định 30/2020/NĐ-CP does', () => {
    const head = { parent: '', department: '', number: '', place: 'Quảng Ngãi' };
    expect(placeAndDay({ ...head, on: '2026-02-05' })).toBe('Quảng Ngãi, ngày 05 tháng 02 năm 2026');
    expect(placeAndDay({ ...head, on: '2026-11-21' })).toBe('Quảng Ngãi, ngày 21 tháng 11 năm 2026');
  });
  const paper = (label: string, value: number) =>
    paperOf({
      form: pakn,
      department: { name: 'Sở', parent: 'UBND', province: 'tỉnh Quảng Ngãi' },
      on: '2026-04-02',
      period: '',
      isLandscape: true,
      blocks: [
        {
          kind: 'table',
          name: 'Bảng',
          caption: null,
          head: [[{ text: 'Tên' }, { text: 'Số' }]],
          rows: [[{ value: label }, { value }]],
          total: null,
          widths: [1, 1],
          note: null,
        },
      ],
      foot: '',
    });
  it('guards a spreadsheet against formulas in texts', () => {
    expect(reportCsv(paper('=HYPERLINK("http://x")', 1))).toBe(
      '\ufeffTên,Số\r\n"\'=HYPERLINK(""http://x"")",1\r\n',
    );
  });
  it('compares rows by name: a changed cell, a row that came, a row that went', () => {
    expect(compareReports(paper('A', 1), paper('A', 2))).toEqual([
      { table: 'Bảng', row: 'A', column: 'Số', before: '1', after: '2' },
    ]);
    expect(
      compareReports(paper('A', 1), paper('B', 1)).map(({ row, before, after }) => [row, before, after]),
    ).toEqual([
      ['A', 'A', ''],
      ['A', '1', ''],
      ['B', '', 'B'],
      ['B', '', '1'],
    ]);
  });
});
