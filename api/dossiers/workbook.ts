// Reading and writing the files of the one-stop figures: XLSX and CSV.
import { parse } from 'csv-parse/sync';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { columns, type Sheet } from './sheet.ts';

/** The sheets of an uploaded file; undefined when it is neither XLSX nor CSV. */
export async function readWorkbook(fileName: string, bytes: Uint8Array): Promise<Sheet[] | undefined> {
  try {
    // A ZIP begins with PK.
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const { sheets } = await readXlsx(bytes);
      return sheets.map(({ name, rows }) => ({ name, rows }));
    }
    if (!/\.csv$/i.test(fileName)) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const rows = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return [{ name: 'CSV', rows: rows as string[][] }];
  } catch {
    return undefined;
  }
}

/** The file to fill in: the numbered columns of II.06a and a line for each field. */
export async function templateWorkbook(fields: readonly string[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [
      {
        name: 'II.06a',
        rows: [
          columns.map(({ label }) => label),
          columns.map((_, index) => `(${index + 1})`),
          ...fields.map((field, index) => [index + 1, field, ...columns.slice(2).map(() => null)]),
        ],
        columns: columns.map(({ name }) => ({ width: name === 'field' ? 48 : name === 'serial' ? 6 : 16 })),
        freezePane: { rows: 2 },
      },
    ],
  });
}
