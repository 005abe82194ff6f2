// A column of a list that stands in several: under a common heading, or as headings of their own that mean the same.
import type { GridCell } from './grid.ts';
import type { ListColumn } from './list-columns.ts';

/** One of the columns that hold a value together, with its own heading. */
export type Division = { heading: string; value: GridCell };
type Read = { value: GridCell } | { wrong: string };

/** Words that leave a part as it is: the list does not say, or says that nothing changes. */
export const unsaid =
  /^(?:[\s\-–—_.…?/]+|giữ nguyên|không thay đổi|không đổi|như cũ|đang cập nhật|chưa có)$/i;

const mark = /^[x×✓✔v+]$/i;
// The limit that the province works by. “Cắt giảm” alone may be the number of days that were cut.
const ownTime =
  /sau (?:khi )?(?:cắt )?(?:giảm|rút)|đã (?:cắt giảm|rút ngắn)|thực tế|còn lại|(?:của|tại) tỉnh/i;
const channel = /trực tiếp|trực tuyến|bưu chính|bưu điện|bcci|https?:/i;

/** A tick under a heading says the heading; every other text says itself. */
export const ticked = ({ heading, value }: Division): string =>
  mark.test(String(value)) ? heading : String(value);

/** The index of the column that holds the time limit in force; null where the headings do not tell. */
export function ownTimeAt(headings: readonly string[]): number | null {
  const found = headings.flatMap((heading, at) => (ownTime.test(heading) ? [at] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What several columns say together; `divisions` as the worksheet has them, empty cells included. */
export function together(column: ListColumn, divisions: readonly Division[]): Read {
  const said = divisions.filter(({ value }) => String(value) !== '' && !unsaid.test(String(value)));
  if (column === 'timeLimit') return timeOf(divisions, said);
  if (column === 'fee') return { value: feeOf(said) };
  if (column === 'place') return { value: said.map(placeOf).join('\n') };
  return { value: said.map(ticked).join('\n') };
}

function timeOf(divisions: readonly Division[], said: readonly Division[]): Read {
  const [first] = said;
  if (!first) return { value: '' };
  const at = ownTimeAt(divisions.map(({ heading }) => heading));
  const own = at === null ? undefined : divisions[at];
  if (own && said.includes(own)) return { value: own.value };
  // An empty cell beside the limit of the law: nothing was cut here.
  if (said.length === 1 && own) return { value: first.value };
  if (said.every(({ value }) => value === first.value)) return { value: first.value };
  const headings = said.map(({ heading }) => `“${heading}”`).join(', ');
  return {
    wrong: `có nhiều thời hạn khác nhau (${headings}), không rõ lấy thời hạn nào. Giữ một cột là thời hạn đang áp dụng, hoặc đặt tên cột ấy là “Sau cắt giảm”.`,
  };
}

function feeOf(said: readonly Division[]): GridCell {
  const words = said.map(({ heading, value }) => {
    const text = typeof value === 'number' ? `${value.toLocaleString('de-DE')} đồng` : value;
    return /^(phí|lệ phí)/i.test(text) ? text : `${heading}: ${text}`;
  });
  return said.length > 0 && said.every(({ value }) => /^không( thu| có)?\.?$/i.test(String(value)))
    ? 'Không'
    : words.join('\n');
}

function placeOf(division: Division): string {
  const text = ticked(division).replace(/^BCCI$/i, 'Bưu chính công ích');
  return channel.test(division.heading) && !channel.test(text) && text !== 'Bưu chính công ích'
    ? `${division.heading}: ${text}`
    : text;
}
