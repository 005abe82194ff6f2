// A report as people read it, before it becomes a file: what stands on the paper, in order. Pure.
import { z } from 'zod';
import { writtenDate } from '../dates/dates.ts';

/**
 * How a number follows from others of its table, for spreadsheets: the sum of columns of its own row, the sum of all
 * rows above it in its column, or 100 × one column of its row over another, to one decimal. Columns count from 0.
 */
export const Formula = z.union([
  z.strictObject({ sumOf: z.array(z.int()) }),
  z.strictObject({ columnSum: z.literal(true) }),
  z.strictObject({ percent: z.tuple([z.int(), z.int()]) }),
]);
export type Formula = z.infer<typeof Formula>;

/** A number stays a number in every file; null is an empty cell. `behind` names the list of cases that it counts. */
export const Cell = z.strictObject({
  value: z.union([z.string(), z.number()]).nullable(),
  formula: Formula.optional(),
  percent: z.boolean().optional(),
  behind: z.string().optional(),
});
export type Cell = z.infer<typeof Cell>;

/** A heading cell; spans count columns and rows. */
export const HeadCell = z.strictObject({
  text: z.string(),
  columns: z.int().optional(),
  rows: z.int().optional(),
});
export type HeadCell = z.infer<typeof HeadCell>;

export const ReportTable = z.strictObject({
  kind: z.literal('table'),
  /** Names the worksheet of a workbook: at most 31 characters, none of : \ / ? * [ ]. */
  name: z.string().max(31),
  caption: z.string().nullable(),
  head: z.array(z.array(HeadCell)),
  rows: z.array(z.array(Cell)),
  /** The last row, in bold; null: there is none. */
  total: z.array(Cell).nullable(),
  /** Relative widths of the columns. */
  widths: z.array(z.number()),
  note: z.string().nullable(),
});
export type ReportTable = z.infer<typeof ReportTable>;

export const ReportBlock = z.union([
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  /** A note is set smaller, and stands in workbooks too. */
  z.strictObject({ kind: z.literal('text'), text: z.string(), isNote: z.boolean().optional() }),
  ReportTable,
]);
export type ReportBlock = z.infer<typeof ReportBlock>;

/** Laid out after Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export const ReportDocument = z.strictObject({
  letterhead: z.strictObject({
    parent: z.string(),
    department: z.string(),
    /** Empty: the paper has no number. */
    number: z.string(),
    place: z.string(),
    on: z.string(),
  }),
  /** `BÁO CÁO`, and what it is about; null: the subject names the paper itself (a register, an assessment). */
  kind: z.string().nullable(),
  subject: z.string(),
  period: z.string(),
  /** Stands in a frame above everything: what must be checked before it is sent. */
  caution: z.string().nullable(),
  isLandscape: z.boolean(),
  blocks: z.array(ReportBlock),
  recipients: z.array(z.string()),
  signer: z.string(),
  /** At the foot of every page: what names this very report. */
  foot: z.string(),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

export const cellText = ({ value, percent }: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })}${percent ? '%' : ''}`;
};

/** `Quảng Ngãi, ngày 05 tháng 4 năm 2026`: days below ten and months 1, 2 with a nought before (NĐ 30/2020/NĐ-CP). */
export const placeAndDay = ({ place, on }: ReportDocument['letterhead']): string =>
  `${place}, ${writtenDate(on)}`;

/** The heading cells laid out: for every line and column, the cell that begins there. */
export function headGrid({ head, widths }: ReportTable): { line: number; column: number; cell: HeadCell }[] {
  const taken = new Set<string>();
  const placed: { line: number; column: number; cell: HeadCell }[] = [];
  for (const [line, cells] of head.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${line},${column}`) && column < widths.length) column += 1;
      placed.push({ line, column, cell });
      const { columns = 1, rows = 1 } = cell;
      for (let down = 0; down < rows; down += 1)
        for (let across = 0; across < columns; across += 1) taken.add(`${line + down},${column + across}`);
      column += columns;
    }
  }
  return placed;
}

/** What each column is called: its headings from the top down, without the line of numbers. */
export function columnNames(table: ReportTable): string[] {
  const placed = headGrid(table).filter(({ cell }) => !/^\(\d/.test(cell.text));
  return table.widths.map((_, index) =>
    placed
      .filter(({ column, cell }) => column <= index && index < column + (cell.columns ?? 1))
      .map(({ cell }) => cell.text)
      .join(' – '),
  );
}
