// One-stop figures: looked at before they are written, kept for ever, shown to everybody.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../compare.ts';
import { recompute } from '../recompute.ts';
import { catchUp, figuresOf } from '../support/portal/figures.ts';
import { post } from '../support/portal/case.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';
import { signedInAs } from '../support/portal/staff.ts';

let test: TestPortal;
let oneStop: Awaited<ReturnType<typeof signedInAs>>;
beforeAll(async () => {
  test = await openTestPortal({ now: '2026-03-20T08:00:00+07:00' });
  oneStop = await signedInAs(test, 'MC');
});
afterAll(() => test.close());

const header = Array.from({ length: 13 }, (_, index) => `(${index + 1})`);
const rows = [
  [1, 'Bưu chính', 10, 4, 5, 1, 7, 2, 4, 1, 3, 2, 1],
  [2, 'Sở hữu trí tuệ', 3, 3, 0, 0, 3, 3, 0, 0, 0, 0, 0],
];
const base64 = async (lines: unknown[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'II.06a', rows: [header, ...lines] as never }] })).toString(
    'base64',
  );
const preview = async (fields: object) =>
  await post(
    test,
    '/api/staff/dossiers/preview',
    { month: '2026-02', fileName: 'thang-2.xlsx', ...fields },
    oneStop.headers,
  );
const write = async (fields: object) => await post(test, '/api/staff/dossiers', fields, oneStop.headers);

describe('the figures of a month', () => {
  it('are read from a workbook, shown, written, and stand on the public page', async () => {
    const seen = await preview({ file: await base64(rows) });
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ errors: [], unknownFields: [], replaces: null });
    expect((await figuresOf(test)).dossiers.rows).toEqual([]);
    const { month, fileName, rows: read } = seen.body;
    expect((await write({ month, fileName, rows: read, replaces: null })).status).toBe(201);
    const shown = await figuresOf(test, '?from=2026-02&to=2026-02');
    expect(shown.dossiers.rows[0]).toEqual({
      field: 'Bưu chính',
      online: 4,
      direct: 5,
      carried: 1,
      early: 2,
      onTime: 4,
      late: 1,
      pending: 2,
      pendingLate: 1,
    });
    expect(shown.indices.find(({ code }) => code === '5.4')).toMatchObject({
      numerator: 9,
      denominator: 10,
      value: 0.9,
    });
    expect(shown.dossiers.settled).toEqual([{ month: '2026-02', early: 5, onTime: 4, late: 1 }]);
    expect((await figuresOf(test)).dossiers.missing).toEqual(['2026-01']);
    const csv = await (await test.request('/api/statistics/csv?from=2026-02&to=2026-02')).text();
    expect(csv).toContain('Hồ sơ một cửa,Bưu chính,Bưu chính,Đang giải quyết quá hạn,1');
    const next = await preview({ month: '2026-03', file: await base64([rows[0] as unknown[]]) });
    expect(next.body['breaks']).toEqual([{ field: 'Bưu chính', carried: 1, before: 3 }]);
    // Anybody gets the same from the open file, also where a month without figures forbids the index.
    await catchUp(test);
    const file = await (await test.request('/api/statistics/events')).text();
    for (const [from, to] of [
      ['2026-02', '2026-02'],
      ['2026-01', '2026-12'],
    ] as const) {
      const { surveys: _, ...again } = recompute(file, from, to);
      expect(differences(await figuresOf(test, `?from=${from}&to=${to}`), again)).toEqual([]);
    }
  });

  it('are read from CSV as spreadsheets of this country write it, with semicolons and a mark', async () => {
    const text = `\ufeff${[header, ...rows].map((line) => line.join(';')).join('\r\n')}`;
    const seen = await preview({ fileName: 'thang-2.csv', file: Buffer.from(text).toString('base64') });
    expect(seen.body['rows']).toHaveLength(2);
  });

  it('replace earlier ones only with a reason, and both stay listed', async () => {
    const first = await preview({ file: await base64([rows[0] as unknown[]]) });
    const { month, fileName, rows: read, replaces } = first.body;
    const refused = await write({ month, fileName, rows: read, replaces });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/reason']);
    const reason = 'Bản chốt lại của Bộ phận Một cửa.';
    expect((await write({ month, fileName, rows: read, replaces, reason })).status).toBe(201);
    expect((await write({ month, fileName, rows: read, replaces, reason })).status).toBe(409);
    const list = await (await test.request('/api/staff/dossiers', { headers: oneStop.headers })).json();
    expect(list.imports.map(({ counts, rows: n }: { counts: boolean; rows: number }) => [counts, n])).toEqual(
      [
        [true, 1],
        [false, 2],
      ],
    );
    await expect(test.portal.db.deleteFrom('dossierRows').execute()).rejects.toThrow();
  });

  it('are refused, and nothing written, when they do not add up, are of a month to come, or no such file', async () => {
    const wrong = await preview({ file: await base64([[1, 'Bưu chính', 10, 4, 5, 2, 7, 2, 4, 1, 3, 2, 1]]) });
    expect(wrong.body).toMatchObject({
      rows: [],
      errors: [{ place: 'Trang tính “II.06a”, ô C2 (dòng 2, cột Tiếp nhận: tổng (3) = (4)+(5)+(6))' }, {}],
    });
    expect((await preview({ month: '2026-04', file: await base64(rows) })).body.errors?.[0]?.pointer).toBe(
      '/month',
    );
    expect((await preview({ file: Buffer.from('%PDF').toString('base64') })).body.errors?.[0]?.pointer).toBe(
      '/file',
    );
    const row = {
      field: 'X',
      online: 1,
      direct: 0,
      carried: 0,
      early: 0,
      onTime: 0,
      late: 0,
      pending: 0,
      pendingLate: 0,
    };
    expect((await write({ month: '2026-01', fileName: 'x.xlsx', rows: [row], replaces: null })).status).toBe(
      422,
    );
    expect((await figuresOf(test, '?from=2026-01&to=2026-01')).dossiers.rows).toEqual([]);
  });

  it('are brought in by the one-stop and the chief of office alone', async () => {
    const other = await signedInAs(test, 'XL');
    expect((await post(test, '/api/staff/dossiers/preview', {}, other.headers)).status).toBe(403);
    expect((await test.request('/api/staff/dossiers')).status).toBe(401);
  });

  it('have a template with a line for each field; left empty it is not taken for zeros', async () => {
    const answer = await test.request('/api/staff/dossiers/template', { headers: oneStop.headers });
    const seen = await preview({ file: Buffer.from(await answer.arrayBuffer()).toString('base64') });
    expect(seen.body['rows']).toEqual([]);
    expect(seen.body.errors).toHaveLength(5);
    expect(seen.body.errors?.[0]).toMatchObject({
      text: 'dòng chưa điền số nào. Không có hồ sơ thì ghi 0; lĩnh vực không dùng thì xóa dòng.',
    });
  });
});

describe('a file of several tables', () => {
  const twoWorksheets = async () =>
    Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Nháp', rows: [header, ...rows] as never },
          { name: 'Chốt', rows: [header, rows[0]] as never },
        ],
      }),
    ).toString('base64');

  it('asks which one; the answer tells worksheet, rows and sums', async () => {
    const file = await twoWorksheets();
    const asked = await preview({ file });
    expect([asked.body['choices'], asked.body['rows']]).toEqual([
      [
        { key: '0/Nháp', label: 'Trang tính “Nháp”' },
        { key: '0/Chốt', label: 'Trang tính “Chốt”' },
      ],
      [],
    ]);
    const chosen = await preview({ file, table: '0/Chốt' });
    expect(chosen.body['source']).toEqual({
      worksheet: 'Chốt',
      period: null,
      taken: '2',
      left: [],
      notes: [],
      sums: { received: 10, settled: 7, open: 3 },
      stated: null,
    });
  });

  it('comes back with the wrong cells marked; a sound one has none', async () => {
    const marked = async (file: string) =>
      await test.request('/api/staff/dossiers/marked', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...oneStop.headers },
        body: JSON.stringify({ month: '2026-02', fileName: 'x.xlsx', file }),
      });
    const answer = await marked(await base64([[1, 'Bưu chính', 10, 4, 5, 2, 7, 2, 4, 1, 3, 2, 1]]));
    expect(answer.status).toBe(200);
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Chỗ cần sửa', 'II.06a']);
    expect(sheets[1]?.cells?.get('1,2')?.comment?.text).toContain('cộng các cột thành phần được 11');
    expect((await marked(await base64([rows[0] as unknown[]]))).status).toBe(422);
  });
});
