// The lines of a table of figures: which are fields, which stand over or sum up others, which are none. Pure.
import type { Worksheet } from '../spreadsheets/worksheet.ts';
import { troubleAt } from '../spreadsheets/worksheet.ts';
import { counted, placesIn, totalled, type Places } from './columns.ts';
import { countIn } from './counts.ts';

export type Line = { row: number; places: Places; serial: string; label: string };
export type Item = Line & { parent: Item | null; children: Item[] };
export type Left = { row: number; why: string };
export type Lines = {
  items: Item[];
  totals: Line[];
  left: Left[];
  /** Rows of the table that should hold numbers and hold none. */
  unfilled: Line[];
};

const isTotal = (label: string) =>
  (/^(?:tổng|t\. ?cộng|cộng)(?!\p{L})/iu.test(label) &&
    !/^tổng (?:hợp|đài|cục|công ty)(?!\p{L})/iu.test(label)) ||
  /^(?:toàn (?:sở|tỉnh|ngành|cơ quan|đơn vị)|tất cả)(?!\p{L})/iu.test(label);
/** A sum over everything, by its words alone. */
export const isGrandTotal = (label: string): boolean =>
  /^(?:tổng(?: cộng| số| chung)?|t\. ?cộng|cộng(?: chung)?|tất cả)(?: ?\(.*\)| toàn .*)?[:.]?$/iu.test(
    label,
  ) || /^toàn /iu.test(label);
const isAside = (label: string) =>
  /^(?:tỷ lệ|tỉ lệ|luỹ kế|lũy kế|cùng kỳ|kỳ trước|so với|so sánh|tăng|giảm|bình quân)(?!\p{L})/iu.test(label);
const isNote = (label: string) =>
  /^\(?\*? ?(?:ghi chú|chú thích|chú ý|lưu ý|thuyết minh|nơi nhận|người lập|người kiểm|lập biểu|thủ trưởng|giám đốc|phó giám đốc|kt\.|tl\.|tuq\.|trưởng phòng|chánh văn phòng|đơn vị tính|ký)(?!\p{L})/iu.test(
    label,
  );
const isWithin = (label: string) => /^(?:trong đó|bao gồm|chia ra|gồm)(?!\p{L})/iu.test(label);

type SerialKind = 'letter' | 'roman' | 'number' | `deeper-${number}` | 'small' | 'dash' | 'none';

export function linesOf(
  worksheet: Worksheet,
  segments: readonly { places: Places; from: number; to: number }[],
): Lines {
  const result: Lines = { items: [], totals: [], left: [], unfilled: [] };
  const lines = segments.flatMap(({ places, from, to }) =>
    Array.from({ length: to - from }, (_, at) => lineAt(worksheet, places, from + at)),
  );
  const full = lines.map((line) => hasCounts(worksheet, line));
  const lastFull = full.lastIndexOf(true);
  const isNumbered = lines.some(({ serial }, at) => full[at] && serial !== '');
  const kinds: SerialKind[] = [];
  const open: { kind: SerialKind; item: Item }[] = [];
  let within = false;
  for (const [at, line] of lines.entries()) {
    const cells = worksheet.rows[line.row] ?? [];
    if (cells.every((cell) => cell === '') && !full[at]) continue;
    const leave = (why: string) => result.left.push({ row: line.row, why });
    const kind = serialKind(line.serial, kinds);
    if (!full[at]) {
      const next = lines.slice(at + 1).find((_, ahead) => full[at + 1 + ahead]);
      if (placesIn(cells) || /^(?:stt|tt)$/iu.test(line.serial) || /^lĩnh vực/iu.test(line.label))
        leave('tiêu đề cột lặp lại');
      else if (line.label === '' || isNote(line.label)) leave('ghi chú, phần ký, không có số');
      else if (isTotal(line.label)) leave('dòng tổng chưa có số');
      else if (isWithin(line.label)) leave('dòng “trong đó”');
      else if (kind === 'letter' || kind === 'roman') {
        leave('tên nhóm');
        kinds.push(kind);
        open.length = 0;
      } else if (kind === 'none' && lastFull !== -1 && at > lastFull) leave('chữ sau bảng, không có số');
      else if (kind === 'none' && next && (isNumbered || isMerged(worksheet, line))) leave('tên nhóm');
      else if (next && serialKind(next.serial, kinds).startsWith('deeper')) leave('tên nhóm');
      else result.unfilled.push(line);
      continue;
    }
    if (isTotal(line.label)) {
      result.totals.push(line);
      within = false;
      continue;
    }
    if (isAside(line.label)) {
      leave('tỷ lệ, so sánh hoặc lũy kế, không phải số của kỳ');
      continue;
    }
    const isDetail = kind === 'dash' || kind === 'small' || /^[-+•–*]/.test(line.label);
    const over = open.at(-1);
    const underField =
      over !== undefined && over.kind !== 'letter' && over.kind !== 'roman' && over.kind !== 'dash';
    if (isWithin(line.label) || (isDetail && (within || underField))) {
      within = true;
      leave('chi tiết của dòng trên (“trong đó”)');
      continue;
    }
    within = false;
    // A line without a number among numbered ones stands over them, or is one that lost its number.
    const key: SerialKind = isDetail ? 'dash' : kind === 'none' && isNumbered ? 'none' : kind;
    const known = open.findIndex((one) => one.kind === key);
    if (known !== -1) open.length = known;
    else if (key === 'none')
      while (open.length > 0 && !/letter|roman/.test(open.at(-1)?.kind ?? '')) open.pop();
    // What is numbered on does not begin anew under the line between.
    const between = open.at(-1);
    if (
      key === 'number' &&
      between?.kind === 'none' &&
      between.item.children.length === 0 &&
      line.serial !== '1'
    )
      open.pop();
    const parent = open.at(-1)?.item ?? null;
    const label = line.label.replace(/^[-+•–*]\s*/, '');
    const item: Item = { ...line, label, parent, children: [] };
    parent?.children.push(item);
    open.push({ kind: key, item });
    kinds.push(kind);
    result.items.push(item);
  }
  return result;
}

function lineAt(worksheet: Worksheet, places: Places, row: number): Line {
  const text = (at: number) =>
    String(worksheet.rows[row]?.[at] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const [first, field] = [text(places.get('serial') ?? 0), text(places.get('field') ?? 1)];
  const isSerial = /^(?:[A-Z]{1,5}|[a-zđ]|\d+(?:\.\d+)*)?[.)]?$|^[-+•–*]$|^(?:STT|Stt|stt|TT)$/u.test(first);
  // Words over the whole width begin in the first column.
  if (field === '' && first !== '' && !isSerial) return { row, places, serial: '', label: first };
  const inside = first === '' ? /^([A-Z]|[IVX]{1,5}|\d+(?:\.\d+)*)[.)] (.+)$/u.exec(field) : null;
  return inside
    ? { row, places, serial: inside[1] ?? '', label: inside[2] ?? '' }
    : { row, places, serial: first.replace(/[.)]$/, ''), label: field };
}

function hasCounts(worksheet: Worksheet, { row, places }: Line): boolean {
  const names = [...counted, ...totalled];
  return names.some((name) => {
    const at = places.get(name) ?? 0;
    const count = countIn(worksheet.rows[row]?.[at]);
    return (count !== undefined && !Number.isNaN(count)) || troubleAt(worksheet, row, at)?.kind === 'formula';
  });
}

function isMerged(worksheet: Worksheet, { row, places }: Line): boolean {
  const field = places.get('field') ?? 1;
  return worksheet.merges.some(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row && row <= endRow && startCol <= field && endCol > field + 1,
  );
}

/** C, D, L, M are letters after their neighbours, else Roman numerals. */
function serialKind(serial: string, before: readonly SerialKind[]): SerialKind {
  if (serial === '') return 'none';
  if (/^\d+$/.test(serial)) return 'number';
  if (/^\d+(\.\d+)+$/.test(serial)) return `deeper-${serial.split('.').length}`;
  if (/^[-+•–*]$/.test(serial)) return 'dash';
  if (/^[IVX]+$/.test(serial)) return 'roman';
  if (/^[LCDM]+$/.test(serial) && serial.length > 1) return 'roman';
  if (/^[LCDM]$/.test(serial))
    return before.includes('letter') ? 'letter' : before.includes('roman') ? 'roman' : 'letter';
  if (/^[A-Z]$/.test(serial)) return 'letter';
  return /^[a-zđ]$/.test(serial) ? 'small' : 'none';
}

/** The lines that are counted: those under which nothing stands. */
export const leavesOf = (items: readonly Item[]): Item[] =>
  items.filter(({ children }) => children.length === 0);
