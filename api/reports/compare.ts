// Two issues of one form side by side: the cells that differ. Pure.
import { cellText, columnNames, type Cell, type ReportDocument, type ReportTable } from './document.ts';

export type Difference = {
  table: string;
  row: string;
  column: string;
  before: string;
  after: string;
};

/** The name of a row is its first cell with words; a row named twice takes a number. */
function namedRows(table: ReportTable | undefined): Map<string, Cell[]> {
  const named = new Map<string, Cell[]>();
  for (const row of [...(table?.rows ?? []), ...(table?.total ? [table.total] : [])]) {
    const name = String(row.find(({ value }) => typeof value === 'string')?.value ?? '');
    let key = name;
    for (let nth = 2; named.has(key); nth += 1) key = `${name} (${nth})`;
    named.set(key, row);
  }
  return named;
}

const tablesOf = ({ blocks }: ReportDocument) => blocks.filter((block) => block.kind === 'table');

/** Cells by table, row and column name; a row or table that only one of them has is compared with nothing. */
export function compareReports(before: ReportDocument, after: ReportDocument): Difference[] {
  const names = [...new Set([...tablesOf(before), ...tablesOf(after)].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [old, now] = [before, after].map((one) => tablesOf(one).find((table) => table.name === name));
    return compareTables(name, old, now);
  });
}

function compareTables(
  table: string,
  before: ReportTable | undefined,
  after: ReportTable | undefined,
): Difference[] {
  const [old, now] = [namedRows(before), namedRows(after)];
  const columns = [
    ...new Set([...(before ? columnNames(before) : []), ...(after ? columnNames(after) : [])]),
  ];
  const textIn = (rows: Map<string, Cell[]>, row: string, given: ReportTable | undefined, column: string) => {
    const cell = given && rows.get(row)?.[columnNames(given).indexOf(column)];
    return cell ? cellText(cell) : '';
  };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((row) =>
    columns.flatMap((column) => {
      if (column === 'STT') return [];
      const [was, is] = [textIn(old, row, before, column), textIn(now, row, after, column)];
      return was === is ? [] : [{ table, row, column, before: was, after: is }];
    }),
  );
}
