// The columns of a provincial list of procedures (danh mục TTHC), found by their headings however they are written.
import { fold } from '../text/fold.ts';
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

type Headed = { at: number; heading: string };
/** `divided`: the columns that hold the value together where there are several, this one among them. */
export type HeadedColumn = Headed & { divided: Headed[] };

/** Columns by number, with the heading as the worksheet writes it. */
export type ListHeader = {
  row: number;
  /** The last row of headings: the row itself, or the one under it. */
  lastRow: number;
  columns: ReadonlyMap<ListColumn, HeadedColumn>;
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

const divisible: readonly ListColumn[] = ['timeLimit', 'place', 'fee', 'legalBasis', 'online', 'note'];

/** The headings of a row; null where the row is none: a heading row names the procedure and at least two columns more. */
export function headerIn(grid: Grid, row: number): ListHeader | null {
  const columns = new Map<ListColumn, HeadedColumn>();
  const unread: string[] = [];
  const take = (headed: Headed, under: Headed[] = []) => {
    const column = columnOf(headed.heading);
    const known = column && columns.get(column);
    // A common heading that says nothing here may stand over columns that do.
    if (!column && under.length > 0) for (const one of under) take(one);
    else if (!column || (known && !divisible.includes(column))) unread.push(headed.heading);
    else if (known) known.divided.push(...(under.length > 0 ? under : [headed]));
    else columns.set(column, { ...headed, divided: under.length > 0 ? under : [headed] });
  };
  const headings = headedIn(grid, row);
  if (headings.length < 3) return null;
  const second = secondRow(grid, row, headings);
  for (const [index, headed] of headings.entries()) {
    const end = headings[index + 1]?.at ?? Infinity;
    take(
      headed,
      second.filter(({ at }) => at >= headed.at && at < end),
    );
  }
  const lastRow = second.length > 0 ? row + 1 : row;
  return columns.has('name') && columns.size >= 3 ? { row, lastRow, columns, unread } : null;
}

function columnOf(heading: string): ListColumn | undefined {
  const folded = fold(heading).replaceAll('.', '');
  return heading.length > 80 ? undefined : headings.find(([words]) => words.test(folded))?.[1];
}

const headedIn = (grid: Grid, row: number): Headed[] =>
  (grid.rows[row] ?? [])
    .map((_, at) => ({ at, heading: cellText(grid, row, at).replaceAll('\n', ' ') }))
    .filter(({ heading }) => heading !== '');

/** The headings under those of `row`, where the next row only divides headings that are wider than one column. */
function secondRow(grid: Grid, row: number, above: readonly Headed[]): Headed[] {
  const below = headedIn(grid, row + 1);
  const isUnderWide = ({ at }: Headed) => {
    const over = above.findLastIndex((headed) => headed.at <= at);
    return over !== -1 && (above[over + 1]?.at ?? Infinity) - (above[over]?.at ?? 0) > 1;
  };
  return below.length > 1 && !isNumbering(grid, row + 1) && below.every(isUnderWide) ? below : [];
}

/** Whether a row is the numbering of columns that forms put under the headings: (1) (2) (3) …, or A B 1 2. */
export function isNumbering(grid: Grid, row: number): boolean {
  const cells = (grid.rows[row] ?? []).map((_, at) => cellText(grid, row, at)).filter(Boolean);
  return cells.length >= 3 && cells.every((cell) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(cell));
}
