// A provincial list beside the content: what it changes, and which sentence refuses what.
import { describe, expect, test } from 'vitest';
import { contentDir } from '../../api/content/read.ts';
import type { Decision } from '../../api/procedures/decisions/schema.ts';
import type { Grid } from '../../api/exchange/grid.ts';
import { blankProcedure } from '../../api/exchange/incoming.ts';
import { readList } from '../../api/exchange/list.ts';
import { type Ground, planImport } from '../../api/exchange/plan.ts';
import { countsOf, reportOf } from '../../api/exchange/report.ts';
import { readProcedureFiles } from '../../api/procedures/load.ts';
import { grid, listHeader } from '../support/reading/grids.ts';

const files = await readProcedureFiles(contentDir);
const ground: Ground = {
  files,
  decisions: [],
  decision: null,
  review: { state: 'needs-review', on: null, by: null },
  changedBy: 'amend',
  rename: false,
  units: new Set(),
};
const plan = (grids: Grid[], more: Partial<Ground> = {}) => {
  const reading = readList(grids);
  const made = planImport(reading.incoming, { ...ground, ...more });
  return { ...made, refusals: [...reading.refusals, ...made.refusals] };
};
const amended = (...rows: (string | number)[][]) => [grid('Sửa đổi, bổ sung', [listHeader, ...rows])];
const name = 'Thủ tục điều chỉnh nội dung bản công bố sử dụng dấu định lượng';

describe('a list of changed procedures', () => {
  test('changes the parts that it names and leaves all others', () => {
    const { changes, refusals } = plan(
      amended([
        1,
        '1.000449.000.00.00.H48',
        name,
        '03 ngày làm việc kể từ ngày nhận đủ hồ sơ',
        '',
        '',
        '',
        '',
      ]),
    );
    expect(refusals).toEqual([]);
    expect(changes.map(({ kind, slug, parts }) => ({ kind, slug, parts }))).toEqual([
      { kind: 'changed', slug: '1.000449', parts: ['timeLimit'] },
    ]);
    const before = files.get('1.000449');
    expect(changes[0]?.after).toEqual({
      ...before,
      timeLimit: {
        text: '03 ngày làm việc kể từ ngày nhận đủ hồ sơ',
        amount: 3,
        unit: 'working-days',
        from: 'kể từ ngày nhận đủ hồ sơ',
      },
    });
  });

  test('that says what the content says changes nothing, whatever its Unicode form and spaces', () => {
    const { changes } = plan(
      amended([
        1,
        '1.014446',
        ` ${files.get('1.014446')?.name.normalize('NFD').replace('cấp ', 'cấp  ')}`,
        '',
        '',
        'Không',
        '',
        '',
      ]),
    );
    expect(changes.map(({ kind, parts }) => ({ kind, parts }))).toEqual([{ kind: 'unchanged', parts: [] }]);
  });

  test('keeps the figures that a person took out of the same words', () => {
    const slug = [...files].find(([, { timeLimit }]) => {
      const limit = timeLimit as { text?: string; amount?: number };
      return limit.amount === 25 && limit.text?.includes('(');
    })?.[0];
    const file = files.get(slug ?? '');
    const { changes } = plan(
      amended([
        1,
        file?.code ?? '',
        file?.name ?? '',
        (file?.timeLimit as { text: string } | undefined)?.text ?? '',
        '',
        '',
        '',
        '',
      ]),
    );
    expect(changes[0]?.kind).toBe('unchanged');
  });

  test('“Giữ nguyên” and dashes say nothing', () => {
    const { changes } = plan(amended([1, '1.000449', name, 'Giữ nguyên', '-', '…', '', '']));
    expect(changes[0]?.parts).toEqual([]);
  });

  test('a person who checked it against the decision confirms what is written', () => {
    const { changes } = plan(amended([1, '1.000449', name, '03 ngày', '', '', '', '']), {
      review: { state: 'confirmed', on: '2026-10-06', by: 'Chuyên viên kiểm soát TTHC' },
    });
    expect(changes[0]?.after.review.state).toBe('confirmed');
    expect(changes[0]?.after.status).toBe('in-force');
  });
});

test('a new procedure has the parts of its row; all others stay unknown, and its review is open', () => {
  const { changes, refusals } = plan([
    grid('Danh mục', [
      ['A. DANH MỤC TTHC MỚI BAN HÀNH'],
      [],
      [' stt ', 'MÃ  TTHC', 'Tên thủ tục hành chính', 'Thời hạn', 'Phí'],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['', 'I. Lĩnh vực Bưu chính'],
      [1, '1.999999', 'Cấp phép mẫu', '07 ngày làm việc', 250000],
      ['Ghi chú: hết'],
    ]),
  ]);
  expect(refusals).toEqual([]);
  const [change] = changes;
  expect([change?.kind, change?.slug, change?.before]).toEqual(['new', '1.999999', null]);
  expect(change?.after).toMatchObject({
    name: 'Cấp phép mẫu',
    code: '1.999999',
    field: 'Bưu chính',
    timeLimit: { amount: 7, unit: 'working-days', from: null },
    fee: { text: '250.000 đồng', amountVnd: 250000 },
    steps: 'unknown',
    dossier: 'unknown',
    legalBasis: 'unknown',
    conditions: 'unknown',
    review: { state: 'needs-review', on: null, by: null },
  });
});

test('merged cells: a shared cell holds for all its rows, and rows inside one procedure belong to it', () => {
  const { changes } = plan([
    grid(
      'Sửa đổi, bổ sung',
      [
        ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn', 'Phí'],
        [1, '1.000449', name, '03 ngày', 'Không'],
        ['', '', '', '', ''],
        [2, '1.014446', files.get('1.014446')?.name ?? '', '04 ngày', ''],
        ['', '', '', '(tính theo ngày làm việc)', ''],
      ],
      [
        { startRow: 1, startCol: 4, endRow: 3, endCol: 4 },
        { startRow: 3, startCol: 2, endRow: 4, endCol: 2 },
      ],
    ),
  ]);
  expect(changes.map(({ slug, after: { fee, timeLimit } }) => ({ slug, fee, timeLimit }))).toMatchObject([
    { slug: '1.000449', fee: { none: 'Không' }, timeLimit: { amount: 3 } },
    {
      slug: '1.014446',
      fee: { none: 'Không' },
      timeLimit: { text: '04 ngày (tính theo ngày làm việc)', amount: null },
    },
  ]);
});

test('a replacement names the older procedures in its note, and they must be there', () => {
  const row = (note: string) => [
    grid('Thay thế', [
      ['DANH MỤC TTHC ĐƯỢC THAY THẾ'],
      listHeader,
      ['Lĩnh vực Bưu chính'],
      [1, '1.888888', 'Thủ tục thay', '', '', '', '', note],
    ]),
  ];
  expect(plan(row('Thay thế TTHC mã 1.000449 và 1.014446')).changes[0]).toMatchObject({
    kind: 'replaces',
    op: 'replace',
    replaces: ['1.000449', '1.014446'],
  });
  expect(plan(row('Thay thế TTHC mã 1.777777')).refusals).toEqual([
    'Trang tính “Thay thế”, dòng 4: thủ tục bị thay thế 1.777777 không có trong nội dung.',
  ]);
  expect(plan(row('')).refusals[0]).toContain('cột “Ghi chú”: chưa nói thay thế thủ tục nào');
});

test('all refusals come at once, each with its worksheet, row and column', () => {
  const { refusals, changes } = plan([
    grid('Mới ban hành', [
      listHeader,
      [1, '12.34', 'Thủ tục một', '', '', '', '', ''],
      ['Lĩnh vực Bưu chính'],
      [2, '1.999998', 'Thủ tục hai', 5, '', '', '', ''],
      [3, '1.999997', '', '', '', '', '', ''],
    ]),
    grid('Bãi bỏ', [listHeader, [1, '1.999996', 'Không có thật', '', '', '', '', '']]),
    grid('Trang lạ', [['chữ', 'khác']]),
  ]);
  expect(refusals).toEqual([
    expect.stringContaining(
      'Trang tính “Mới ban hành”, dòng 2, cột “Mã TTHC”: “12.34” không phải mã thủ tục',
    ),
    expect.stringContaining('Trang tính “Mới ban hành”, dòng 2, cột “Lĩnh vực”: thủ tục mới cần có lĩnh vực'),
    expect.stringContaining(
      'Trang tính “Mới ban hành”, dòng 4, cột “Thời hạn giải quyết”: “5” chưa có đơn vị',
    ),
    expect.stringContaining('Trang tính “Mới ban hành”, dòng 5, cột “Tên TTHC”: chưa có tên thủ tục'),
    expect.stringContaining('Trang tính “Trang lạ”, dòng 1: trong 20 dòng đầu không có hàng tiêu đề cột'),
    expect.stringContaining(
      'Trang tính “Bãi bỏ”, dòng 2, cột “Mã TTHC”: không có thủ tục nào trong nội dung mang mã 1.999996',
    ),
  ]);
  expect(changes).toEqual([]);
});

test('a procedure stands only once, and a repeal must name the procedure that the code belongs to', () => {
  const { refusals } = plan([
    grid('Sửa đổi, bổ sung', [listHeader, [1, '1.000449', name, '', '', '', '', '']]),
    grid('Bãi bỏ', [
      listHeader,
      [1, '1.000449', name, '', '', '', '', ''],
      [2, '1.014446', 'Cấp Thẻ giám định viên', '', '', '', '', ''],
    ]),
  ]);
  expect(refusals).toEqual([
    'Trang tính “Bãi bỏ”, dòng 2, cột “Mã TTHC”: thủ tục 1.000449 đã có ở trang tính “Sửa đổi, bổ sung”, dòng 2. Mỗi thủ tục chỉ đứng một lần.',
    expect.stringContaining(
      'Trang tính “Bãi bỏ”, dòng 3, cột “Mã TTHC”: mã này trong nội dung là “Thủ tục cấp thay đổi',
    ),
  ]);
});

test('what another decision ended is not changed or ended again', () => {
  const earlier: Decision = {
    slug: 'mau-1',
    number: '01/MAU',
    title: 'Mẫu',
    scope: 'province',
    authority: 'Cơ quan mẫu',
    signedOn: '2026-01-05',
    effectiveOn: null,
    receivedOn: null,
    shortened: false,
    file: null,
    sources: [],
    note: null,
    items: [{ op: 'repeal', procedure: '1.000449', replaces: [], parts: [], note: null }],
  };
  const { refusals } = plan([grid('Bãi bỏ', [listHeader, [1, '1.000449', name, '', '', '', '', '']])], {
    decisions: [earlier],
    decision: 'mau-2',
  });
  expect(refusals).toEqual([
    'Trang tính “Bãi bỏ”, dòng 2: thủ tục 1.000449 đã hết hiệu lực theo Quyết định 01/MAU.',
  ]);
});

describe('a procedure without a code whose namesake in the list has one', () => {
  const slug = 'cap-giay-phep-buu-chinh-cap-tinh';
  const rows = amended([1, '1.888887', 'Cấp giấy phép bưu chính (cấp tỉnh)', '09 ngày', '', '', '', '']);

  test('is changed and keeps its address; the code that it did not take is told', () => {
    const { changes, cautions } = plan(rows);
    expect(changes[0]).toMatchObject({ slug, formerSlug: null, parts: ['timeLimit'], others: [] });
    expect(changes[0]?.after.code).toBeNull();
    expect(cautions).toEqual([expect.stringContaining('thủ tục chưa nhận mã 1.888887')]);
  });

  test('takes the code where that is asked for, and its file the name', () => {
    const { changes, cautions } = plan(rows, { rename: true });
    expect(changes[0]).toMatchObject({ slug: '1.888887', formerSlug: slug, others: ['code'] });
    expect(reportOf(plan(rows, { rename: true }))).toContain('      Mã thủ tục: không có → 1.888887');
    expect(cautions).toEqual([
      `Trang tính “Sửa đổi, bổ sung”, dòng 2: thủ tục nay có mã: tệp ${slug}.yaml đổi tên thành 1.888887.yaml.`,
    ]);
  });
});

test('the comparison reads as Vietnamese lines, before and after, with its numbers', () => {
  const made = plan(amended([1, '1.000449', name, '03 ngày làm việc', '', 'Phí: 500.000 đồng', '', '']));
  const lines = reportOf(made);
  expect(lines).toContain('THAY ĐỔI (1)');
  expect(lines.join('\n')).toMatch(/Thời hạn giải quyết: 05 ngày làm việc .* → 03 ngày làm việc$/m);
  expect(countsOf(made)).toBe(
    'Mới 0 · Thay đổi 1 · Thay thế 0 · Bãi bỏ 0 · Không đổi 0 · Có trong nội dung, tệp không nêu 80',
  );
});

describe('a list as people make it in Excel', () => {
  const twoRows = (sub: [string, string], ...rows: (string | number)[][]) => [
    grid(
      'Sửa đổi, bổ sung',
      [
        ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn giải quyết', '', 'Phí, lệ phí'],
        ['', '', '', ...sub, ''],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
        ...rows,
      ],
      [
        { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
        { startRow: 0, endRow: 1, startCol: 1, endCol: 1 },
        { startRow: 0, endRow: 1, startCol: 2, endCol: 2 },
        { startRow: 0, endRow: 0, startCol: 3, endCol: 4 },
        { startRow: 0, endRow: 1, startCol: 5, endCol: 5 },
      ],
    ),
  ];
  const text = (grids: Grid[]) => {
    const { timeLimit } = plan(grids).changes[0]?.after ?? {};
    return typeof timeLimit === 'object' && 'text' in timeLimit ? timeLimit.text : timeLimit;
  };

  test('with the law’s limit and the province’s under one heading takes the province’s, and says so', () => {
    const row = (law: string, own: string) =>
      twoRows(['Theo quy định', 'Sau cắt giảm'], [1, '1.000449', name, law, own, '']);
    expect(text(row('10 ngày làm việc', '03 ngày làm việc'))).toBe('03 ngày làm việc');
    expect(text(row('10 ngày làm việc', ''))).toBe('10 ngày làm việc');
    expect(readList(row('10 ngày làm việc', '03 ngày làm việc')).cautions).toEqual([
      'Trang tính “Sửa đổi, bổ sung”: thời hạn lấy ở cột “Sau cắt giảm”; cột “Theo quy định” chỉ dùng khi cột ấy để trống.',
    ]);
  });

  test('with two limits and no word which of them holds is refused', () => {
    const { changes, refusals } = plan(
      twoRows(['Quy định', 'Cắt giảm'], [1, '1.000449', name, '10 ngày', '03 ngày', '']),
    );
    expect(changes).toEqual([]);
    expect(refusals).toEqual([
      'Trang tính “Sửa đổi, bổ sung”, dòng 4, cột “Thời hạn giải quyết”: có nhiều thời hạn khác nhau (“Quy định”, “Cắt giảm”), không rõ lấy thời hạn nào. Giữ một cột là thời hạn đang áp dụng, hoặc đặt tên cột ấy là “Sau cắt giảm”.',
    ]);
  });

  test('with a tick under each way to lodge, fees in two columns and a level in a word says all of them', () => {
    const { changes, refusals } = plan([
      grid('Sửa đổi, bổ sung', [
        [
          'STT',
          'Mã TTHC',
          'Tên TTHC',
          'Cách thức thực hiện',
          '',
          '',
          'Phí',
          'Lệ phí',
          'Dịch vụ công trực tuyến',
        ],
        ['', '', '', 'Trực tiếp', 'Trực tuyến', 'BCCI', '', '', ''],
        [1, '1.000449', name, 'x', 'X', '', 500000, 'Không', 'Một phần'],
      ]),
    ]);
    expect(refusals).toEqual([]);
    expect(changes[0]?.after).toMatchObject({
      methods: [
        { channel: 'in-person', text: 'Trực tiếp' },
        { channel: 'online', text: 'Trực tuyến' },
      ],
      fee: { text: 'Phí: 500.000 đồng; Lệ phí: Không', amountVnd: null },
      onlineLevel: 'partial',
    });
  });

  test('with a level that nobody knows any more leaves it and says so', () => {
    const reading = readList([
      grid('Sửa đổi, bổ sung', [
        ['STT', 'Mã TTHC', 'Tên TTHC', 'Mức độ'],
        [1, '1.000449', name, 'Mức độ 4'],
      ]),
    ]);
    expect(reading.cautions).toEqual([
      'Trang tính “Sửa đổi, bổ sung”, dòng 2, cột “Mức độ”: “Mức độ 4” không phải toàn trình, một phần hay chưa cung cấp; mức độ trực tuyến được giữ như cũ.',
    ]);
  });

  test('with fields in capitals or without the word “Lĩnh vực” uses the fields that there are', () => {
    const rows = (...heading: string[]) =>
      readList(
        [
          grid('Mới ban hành', [
            ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn'],
            heading,
            [1, '1.999999', 'Cấp phép mẫu', '07 ngày'],
          ]),
        ],
        [...new Set([...files.values()].map(({ field }) => field))],
      ).incoming.map(({ amended: put }) => put(blankProcedure('')).field);
    expect(rows('I', 'LĨNH VỰC BƯU CHÍNH')).toEqual(['Bưu chính']);
    expect(rows('II. HOẠT ĐỘNG KHOA HỌC VÀ CÔNG NGHỆ')).toEqual(['Hoạt động khoa học và công nghệ']);
    expect(rows('Lĩnh vực TRỒNG TRỌT')).toEqual(['Trồng trọt']);
  });

  test('with a field that is nearly one of ours is refused; one that is new is said to be new', () => {
    const added = (field: string) =>
      plan([
        grid('Mới ban hành', [
          ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn'],
          [`Lĩnh vực ${field}`],
          [1, '1.999999', 'Cấp phép mẫu', '07 ngày'],
        ]),
      ]);
    expect(added('Buu chinh').refusals).toEqual([
      'Trang tính “Mới ban hành”, dòng 3, cột “Lĩnh vực”: chưa có lĩnh vực “Buu chinh”; có phải “Bưu chính”? Ghi cho đúng để thủ tục không tách thành một lĩnh vực khác.',
    ]);
    expect(added('Trồng trọt')).toMatchObject({
      refusals: [],
      cautions: [
        'Trang tính “Mới ban hành”, dòng 3: lĩnh vực “Trồng trọt” chưa có trong nội dung; cổng sẽ thêm một lĩnh vực mới.',
      ],
    });
  });

  test('of repealed procedures keeps the document that repeals each', () => {
    const { changes } = plan([
      grid('Bãi bỏ', [
        ['STT', 'Mã TTHC', 'Tên TTHC', 'Tên VBQPPL quy định việc bãi bỏ TTHC'],
        [1, '1.000449', name, 'Nghị định số 100/2026/NĐ-CP'],
      ]),
    ]);
    expect(changes[0]).toMatchObject({
      kind: 'repealed',
      note: 'Văn bản quy định việc bãi bỏ: Nghị định số 100/2026/NĐ-CP',
    });
  });

  test('whose decision has no number yet names none', () => {
    const reading = readList([
      grid('Mới ban hành', [
        ['(Kèm theo Quyết định số /QĐ-UBND ngày 05 tháng 11 năm 2026 của Chủ tịch UBND tỉnh)'],
        listHeader,
        ['Lĩnh vực Bưu chính'],
        [1, '1.999999', 'Cấp phép mẫu', '07 ngày', '', '', '', ''],
      ]),
    ]);
    expect(reading.preamble).toEqual({});
  });

  test('with a new time and fee for the whole takes away what single ways had before, and keeps how a way is named', () => {
    const slug = '1.000449';
    const before = files.get(slug);
    const own = [{ channel: 'in-person' as const, text: 'Tại quầy số 5', time: '10 ngày', fee: '1 đồng' }];
    const known = new Map(files).set(slug, { ...(before as NonNullable<typeof before>), methods: own });
    const { changes } = plan(amended([1, slug, name, '03 ngày', 'trực tiếp; qua bưu chính', '', '', '']), {
      files: known,
    });
    expect(changes[0]?.after.methods).toEqual([
      { channel: 'in-person', text: 'Tại quầy số 5', time: null, fee: '1 đồng' },
      { channel: 'postal', text: 'Qua bưu chính', time: null, fee: null },
    ]);
  });

  test.each([5, '05', '2026-03-05'])('with “%s” for a time limit is refused', (time) => {
    const { changes, refusals } = plan(amended([1, '1.000449', name, time, '', '', '', '']));
    expect(changes).toEqual([]);
    expect(refusals).toEqual([
      `Trang tính “Sửa đổi, bổ sung”, dòng 2, cột “Thời hạn giải quyết”: “${time}” chưa có đơn vị. Ghi đủ, như “05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ”.`,
    ]);
  });

  test('with a fee in figures only is in đồng, however the cell is formatted', () => {
    const fee = (cell: string | number) =>
      plan(amended([1, '1.000449', name, '', '', cell, '', ''])).changes[0]?.after.fee;
    expect(fee(500000)).toEqual({ text: '500.000 đồng', amountVnd: 500000 });
    expect(fee('500.000')).toEqual({ text: '500.000 đồng', amountVnd: 500000 });
    expect(fee('500000')).toEqual({ text: '500.000 đồng', amountVnd: 500000 });
  });

  test('with a failed formula or a yes in a cell is refused at that cell', () => {
    const { refusals } = plan(amended([1, '1.000449', name, '', '', 'true', '#N/A', '']));
    expect(refusals).toEqual([
      'Trang tính “Sửa đổi, bổ sung”, dòng 2, cột “Phí, lệ phí”: “true” là lỗi hay giá trị của bảng tính, không phải nội dung. Sửa ô này.',
      'Trang tính “Sửa đổi, bổ sung”, dòng 2, cột “Căn cứ pháp lý”: “#N/A” là lỗi hay giá trị của bảng tính, không phải nội dung. Sửa ô này.',
    ]);
  });
});
