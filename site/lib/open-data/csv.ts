// A table as CSV that spreadsheets open without harm: UTF-8 with a mark, RFC 4180 lines, no cell that is a formula.
import { stringify } from 'csv-stringify/sync';

/** Cells that begin with = + - @, a tab or a line break get an apostrophe before them. Null is an empty cell. */
export function csvOf(columns: readonly string[], rows: readonly (string | number | null)[][]): string {
  return stringify([columns, ...rows] as (string | number | null)[][], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}
