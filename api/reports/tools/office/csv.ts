// The tables of a report as one CSV: UTF-8 with a byte order mark, nothing that a spreadsheet would take for a formula.
import { stringify } from 'csv-stringify/sync';
import { columnNames, type ReportDocument, type ReportTable } from '../../document.ts';

/** One table: its headings and rows. Several: each with its name before it and an empty line after it. */
export function reportCsv({ blocks }: ReportDocument): string {
  const tables = blocks.filter((block) => block.kind === 'table');
  const lines = tables.flatMap((table, index) => [
    ...(index > 0 ? [[]] : []),
    ...(tables.length > 1 ? [[table.name]] : []),
    ...linesOf(table),
  ]);
  return stringify(lines, { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** Rows of a table that comes in parts; with its headings where it begins. */
export const tablePart = (table: ReportTable, isFirst: boolean): string =>
  stringify(isFirst ? linesOf(table) : linesOf(table).slice(1), {
    bom: isFirst,
    escape_formulas: true,
    record_delimiter: 'windows',
  });

const linesOf = (table: ReportTable): (string | number | null)[][] => [
  columnNames(table),
  ...[...table.rows, ...(table.total ? [table.total] : [])].map((row) => row.map(({ value }) => value)),
];
