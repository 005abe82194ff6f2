// A table of any length as an XLSX that goes out while its rows are read: plain cells, its head frozen, nothing held.
import { writeXlsxStream } from 'hucre/xlsx';

type Row = (string | number | null)[];
export type LongTable = {
  /** Of the worksheet: at most 31 characters, none of : \\ / ? * [ ]. */
  name: string;
  titles: readonly (string | null)[];
  head: Row;
  widths: readonly number[];
  rows: AsyncIterable<Row>;
};

const narrowest = 8;

/** Texts are cells of text, never formulas; numbers stay numbers. */
export function longWorkbook({ name, titles, head, widths, rows }: LongTable): ReadableStream<Uint8Array> {
  const above: Row[] = titles.flatMap((title) => (title ? [[title]] : []));
  async function* all(): AsyncGenerator<Row> {
    yield* above;
    yield head;
    yield* rows;
  }
  return writeXlsxStream(all(), {
    name,
    columns: widths.map((width) => ({ width: Math.max(narrowest, width) })),
    freezePane: { rows: above.length + 1 },
    repeatHeaders: false,
  });
}
