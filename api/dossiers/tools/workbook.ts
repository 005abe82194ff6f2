// The file to fill in for the one-stop figures.
import { writeXlsx } from 'hucre/xlsx';
import { columns } from '../columns.ts';

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
