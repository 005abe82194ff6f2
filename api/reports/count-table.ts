// The table of a counting form: grouped headings, the line of column numbers, rows and total. Pure.
import type { Cell, HeadCell, ReportTable } from './document.ts';
import type { Counted } from './counting.ts';

type Columns = Counted['columns'];

/** Key of the list of cases behind a cell; `*` is the row of totals. */
export const behindKey = (row: string, column: string): string => `${row}|${column}`;

/**
 * Lays the counted figures out. A form whose first counted column is number 3 has an ordinal column before the names
 * of its rows. With `hasLists`, every number above 0 names the list behind it.
 */
export function countTable(
  { columns, rows, total }: Pick<Counted, 'columns' | 'rows' | 'total'>,
  { name, rowHead, hasLists }: { name: string; rowHead: string; hasLists: boolean },
): ReportTable {
  const leads = columns[0]?.number === '3' ? ['STT', rowHead] : [rowHead];
  const cellsOf = (row: string, values: readonly number[], isTotal: boolean): Cell[] =>
    values.map((value, index) => {
      const column = columns[index];
      const sumOf = column?.sumOf?.map((inner) => inner + leads.length);
      return {
        value,
        ...(sumOf && !isTotal && { formula: { sumOf } }),
        ...(isTotal && { formula: { columnSum: true as const } }),
        ...(hasLists && value > 0 && { behind: behindKey(row, column?.number ?? '') }),
      };
    });
  const leadOf = (index: number, label: string): Cell[] =>
    leads.length > 1 ? [{ value: index + 1 }, { value: label }] : [{ value: label }];
  return {
    kind: 'table',
    name,
    caption: null,
    head: headOf(columns, leads),
    rows: rows.map(({ key, label, values }, index) => [
      ...leadOf(index, label),
      ...cellsOf(key, values, false),
    ]),
    total: [
      ...(leads.length > 1 ? [{ value: null }] : []),
      { value: 'Tổng số' },
      ...cellsOf('*', total, true),
    ],
    widths: [...(leads.length > 1 ? [4] : []), 22, ...columns.map(() => 8)],
    note: null,
  };
}

/** Two lines of groups at most, the labels, the numbers; a label with fewer groups above it reaches further up. */
function headOf(columns: Columns, leads: readonly string[]): HeadCell[][] {
  const depth = Math.max(...columns.map(({ groups }) => groups.length));
  const lines = Array.from({ length: depth + 1 }, (_, level): HeadCell[] => {
    const line: HeadCell[] = level === 0 ? leads.map((text) => ({ text, rows: depth + 1 })) : [];
    const pathOf = (index: number) => columns[index]?.groups.slice(0, level + 1).join('\n');
    for (let index = 0; index < columns.length;) {
      const { groups, label } = columns[index] ?? { groups: [], label: '' };
      let next = index + 1;
      if (groups.length === level) line.push({ text: label, rows: depth + 1 - level });
      else if (groups.length > level) {
        while (next < columns.length && pathOf(next) === pathOf(index)) next += 1;
        line.push({ text: groups[level] ?? '', columns: next - index });
      }
      index = next;
    }
    return line;
  });
  return [...lines, numberLine(columns, leads.length)];
}

function numberLine(columns: Columns, leads: number): HeadCell[] {
  const first = Array.from({ length: leads }, (_, index) => ({ text: `(${index + 1})` }));
  const rest = columns.map(({ number, sumOf }) => {
    const parts = sumOf?.map((index) => `(${columns[index]?.number})`).join(' + ');
    return { text: parts ? `(${number}) = ${parts}` : `(${number})` };
  });
  return [...first, ...rest];
}
