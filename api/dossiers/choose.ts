// Which table of a workbook is that of the month: told by its period, else by the person. Pure.
import type { Sheet } from '../spreadsheets/sheet.ts';
import { cellName } from '../spreadsheets/sheet.ts';
import { isOf, periodText } from './period.ts';
import { tablesIn, type Table } from './table.ts';

export type Choice = { key: string; label: string };
export type Chosen =
  | { table: Table }
  | { choices: Choice[] }
  | { fault: { place: string; text: string; sheet: string; row: number; column: number | null } };

/** `wanted`: the key of a choice that the person made; '' for none. A table of another month is never taken. */
export function chooseTable(sheets: readonly Sheet[], month: string, wanted: string): Chosen {
  const tables = sheets.flatMap(tablesIn);
  const [first] = sheets;
  if (tables.length === 0) return { fault: noTable(first, sheets) };
  const fits = tables.filter((table) => fitOf(table, month) === 'yes');
  const silent = tables.filter((table) => fitOf(table, month) === 'unsaid');
  const open = fits.length > 0 ? fits : silent;
  const asked = tables.find((table) => keyOf(table) === wanted);
  if (asked && open.includes(asked)) return { table: asked };
  const [only] = open;
  if (only && open.length === 1) return { table: only };
  if (open.length > 1)
    return { choices: open.map((table) => ({ key: keyOf(table), label: labelOf(table) })) };
  return { fault: otherMonth(tables, month) };
}

/** The stated period counts before the name: a copied sheet keeps its lines, and then somebody must look. */
function fitOf({ stated, named }: Table, month: string): 'yes' | 'no' | 'unsaid' {
  if (stated) return isOf(stated.period, month) ? 'yes' : 'no';
  if (named) return isOf(named, month) ? 'yes' : 'no';
  return 'unsaid';
}

export const keyOf = ({ sheet, index }: Table): string => `${index}/${sheet.name}`;
const labelOf = ({ sheet, index, segments }: Table) =>
  `Trang tính “${sheet.name}”${index > 0 ? `, bảng thứ ${index} (từ dòng ${(segments[0]?.from ?? 0) + 1})` : ''}`;

function otherMonth(tables: readonly Table[], month: string) {
  const said = `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
  const [table] = tables;
  if (tables.length === 1 && table?.stated) {
    const { row, period } = table.stated;
    const column = Math.max(
      0,
      (table.sheet.rows[row] ?? []).findIndex((cell) => cell !== ''),
    );
    return {
      place: `Trang tính “${table.sheet.name}”, ô ${cellName(row, column)}`,
      text: `ghi kỳ ${periodText(period)}, không phải ${said} đang chọn. Chọn đúng tháng, hoặc sửa ô này.`,
      sheet: table.sheet.name,
      row,
      column,
    };
  }
  const all = tables.map(({ sheet, stated, named }) => {
    const period = stated?.period ?? named;
    return `“${sheet.name}”${period ? ` (${periodText(period)})` : ''}`;
  });
  return {
    place: 'Tệp',
    text: `không có trang tính nào của ${said}; tệp có ${all.slice(0, 12).join(', ')}. Chọn đúng tháng, hoặc sửa dòng “Kỳ báo cáo” hay tên trang tính.`,
    sheet: table?.sheet.name ?? '',
    row: table?.stated?.row ?? 0,
    column: null,
  };
}

function noTable(first: Sheet | undefined, sheets: readonly Sheet[]) {
  const names = sheets
    .map(({ name }) => `“${name}”`)
    .slice(0, 6)
    .join(', ');
  const hidden = sheets.flatMap(({ notes = [] }) => notes).some((note) => /ẩn/.test(note));
  return {
    place: sheets.length === 0 ? 'Tệp' : `Trang tính ${names}`,
    text: `không thấy dòng đánh số cột (1) đến (13) của biểu II.06a${hidden ? ' (có dòng hoặc cột đang ẩn: hãy bỏ ẩn)' : ''}. Hãy điền vào tệp mẫu.`,
    sheet: first?.name ?? '',
    row: 0,
    column: null,
  };
}
