// A report as people read it, before it becomes a file: what stands on the paper, in order. Pure.

/**
 * How a number follows from others of its table, for spreadsheets: the sum of columns of its own row, the sum of all
 * rows above it in its column, or 100 × one column of its row over another. Columns count from 0.
 */
export type Formula = { sumOf: number[] } | { columnSum: true } | { percent: [number, number] };

/** A number stays a number in every file; null is an empty cell. */
export type Cell = { value: string | number | null; formula?: Formula; percent?: boolean };

/** A heading cell; spans count columns and rows. */
export type HeadCell = { text: string; columns?: number; rows?: number };

export type ReportTable = {
  kind: 'table';
  /** Names the sheet of a workbook: at most 31 characters, none of : \ / ? * [ ]. */
  name: string;
  caption: string | null;
  head: HeadCell[][];
  rows: Cell[][];
  /** The last row, in bold; null: there is none. */
  total: Cell[] | null;
  /** Relative widths of the columns. */
  widths: number[];
  note: string | null;
};

export type ReportBlock = { kind: 'heading'; text: string } | { kind: 'text'; text: string } | ReportTable;

/** Laid out after Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export type ReportDocument = {
  letterhead: { parent: string; department: string; number: string; place: string; on: string };
  /** `BÁO CÁO`, and what it is about. */
  kind: string;
  subject: string;
  period: string;
  /** Stands in a frame above everything: what must be checked before it is sent. */
  caution: string | null;
  isLandscape: boolean;
  blocks: ReportBlock[];
  recipients: string[];
  signer: string;
  /** At the foot of every page: what names this very report. */
  foot: string;
};

export const cellText = ({ value, percent }: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })}${percent ? '%' : ''}`;
};
