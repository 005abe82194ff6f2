// Which table of a workbook is that of the month: told by its period, else by the person. Pure.
import type { Worksheet } from '../spreadsheets/worksheet.ts';
import { cellName } from '../spreadsheets/worksheet.ts';
import { isOf, periodText } from './period.ts';
import { tablesIn, type Table } from './table.ts';

export type Choice = { key: string; label: string };
export type Chosen =
  | { table: Table }
  | { choices: Choice[] }
  | { fault: { place: string; text: string; worksheet: string; row: number; column: number | null } };

/** `wanted`: the key of a choice that the person made; '' for none. A table of another month is never taken. */
export function chooseTable(worksheets: readonly Worksheet[], month: string, wanted: string): Chosen {
  const tables = worksheets.flatMap(tablesIn);
  const [first] = worksheets;
  if (tables.length === 0) return { fault: noTable(first, worksheets) };
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

/** The stated period counts before the name: a copied worksheet keeps its lines, and then somebody must look. */
function fitOf({ stated, named }: Table, month: string): 'yes' | 'no' | 'unsaid' {
  if (stated) return isOf(stated.period, month) ? 'yes' : 'no';
  if (named) return isOf(named, month) ? 'yes' : 'no';
  return 'unsaid';
}

export const keyOf = ({ worksheet, index }: Table): string => `${index}/${worksheet.name}`;
const labelOf = ({ worksheet, index, segments }: Table) =>
  `Trang tính “${worksheet.name}”${index > 0 ? `, bảng thứ ${index} (từ dòng ${(segments[0]?.from ?? 0) + 1})` : ''}`;

function otherMonth(tables: readonly Table[], month: string) {
  const said = `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;
  const [table] = tables;
  if (tables.length === 1 && table?.stated) {
    const { row, period } = table.stated;
    const column = Math.max(
      0,
      (table.worksheet.rows[row] ?? []).findIndex((cell) => cell !== ''),
    );
    return {
      place: `Trang tính “${table.worksheet.name}”, ô ${cellName(row, column)}`,
      text: `ghi kỳ ${periodText(period)}, không phải ${said} đang chọn. Chọn đúng tháng, hoặc sửa ô này.`,
      worksheet: table.worksheet.name,
      row,
      column,
    };
  }
  const all = tables.map(({ worksheet, stated, named }) => {
    const period = stated?.period ?? named;
    return `“${worksheet.name}”${period ? ` (${periodText(period)})` : ''}`;
  });
  return {
    place: 'Tệp',
    text: `không có trang tính nào của ${said}; tệp có ${all.slice(0, 12).join(', ')}. Chọn đúng tháng, hoặc sửa dòng “Kỳ báo cáo” hay tên trang tính.`,
    worksheet: table?.worksheet.name ?? '',
    row: table?.stated?.row ?? 0,
    column: null,
  };
}

function noTable(first: Worksheet | undefined, worksheets: readonly Worksheet[]) {
  const names = worksheets
    .map(({ name }) => `“${name}”`)
    .slice(0, 6)
    .join(', ');
  const hidden = worksheets.flatMap(({ notes = [] }) => notes).some((note) => /ẩn/.test(note));
  return {
    place: worksheets.length === 0 ? 'Tệp' : `Trang tính ${names}`,
    text: `không thấy dòng đánh số cột (1) đến (13) của biểu II.06a${hidden ? ' (có dòng hoặc cột đang ẩn: hãy bỏ ẩn)' : ''}. Hãy điền vào tệp mẫu.`,
    worksheet: first?.name ?? '',
    row: 0,
    column: null,
  };
}
