// The columns of a provincial list of procedures (danh mục TTHC), found by their headings however they are written.
import { fold } from '../../search/fold.ts';
import { cellText, type Grid } from './grid.ts';

export type ListColumn =
  | 'index'
  | 'code'
  | 'name'
  | 'field'
  | 'timeLimit'
  | 'place'
  | 'fee'
  | 'legalBasis'
  | 'replacedCode'
  | 'replacedName'
  | 'executing'
  | 'online'
  | 'note';

/** Columns by number, with the heading as the sheet writes it. */
export type ListHeader = {
  row: number;
  columns: ReadonlyMap<ListColumn, { at: number; heading: string }>;
  /** Headings that mean nothing here. */
  unread: string[];
};

// The first that fits decides; “thay thế” therefore stands before code and name.
const headings: [RegExp, ListColumn][] = [
  [/^(stt|tt|so tt|so thu tu)$/, 'index'],
  [/^(ma|so ho so|ma so).*(bi|duoc) thay the/, 'replacedCode'],
  [/(bi|duoc) thay the/, 'replacedName'],
  [/(vbqppl|van ban|can cu)/, 'legalBasis'],
  [/^(ma|so ho so|ma so)\b/, 'code'],
  [/^(ten )?(tthc|thu tuc( hanh chinh)?)\b|^ten (thu tuc|tthc)/, 'name'],
  [/thoi (han|gian)/, 'timeLimit'],
  [/dia diem|cach thuc/, 'place'],
  [/^(muc )?(phi|le phi)\b/, 'fee'],
  [/^linh vuc/, 'field'],
  [/^(co quan|don vi)( thuc hien| giai quyet)?/, 'executing'],
  [/muc do|truc tuyen|dvctt/, 'online'],
  [/ghi chu|noi dung sua doi/, 'note'],
];

/** The headings of a row; null where the row is none: a heading row names the procedure and at least two columns more. */
export function headerIn(grid: Grid, row: number): ListHeader | null {
  const columns = new Map<ListColumn, { at: number; heading: string }>();
  const unread: string[] = [];
  const width = grid.rows[row]?.length ?? 0;
  for (let at = 0; at < width; at++) {
    const heading = cellText(grid, row, at).replaceAll('\n', ' ');
    if (heading === '') continue;
    const folded = fold(heading).replaceAll('.', '');
    const column = heading.length > 80 ? undefined : headings.find(([words]) => words.test(folded))?.[1];
    if (column && !columns.has(column)) columns.set(column, { at, heading });
    else unread.push(heading);
  }
  return columns.has('name') && columns.size >= 3 ? { row, columns, unread } : null;
}

/** Whether a row is the numbering of columns that forms put under the headings: (1) (2) (3) …, or A B 1 2. */
export function isNumbering(grid: Grid, row: number): boolean {
  const cells = (grid.rows[row] ?? []).map((_, at) => cellText(grid, row, at)).filter(Boolean);
  return cells.length >= 3 && cells.every((cell) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(cell));
}
