// The person's own file with its wrong cells red and commented, made in a child process.
import { runConfined } from '../../confined/run.ts';
import type { Book, CellFault } from '../worksheet.ts';

export type MarkInput = { bytes: Uint8Array; book: Book; faults: readonly CellFault[] };

/** An XLSX: the same workbook, or one made of a CSV, with a first worksheet that lists the places. Undefined: cannot be made. */
export async function markBook(
  bytes: Uint8Array,
  book: Book,
  faults: readonly CellFault[],
): Promise<Uint8Array | undefined> {
  const outcome = await runConfined<MarkInput, Uint8Array>(
    new URL('./mark-task.ts', import.meta.url),
    { bytes, book, faults },
    { seconds: 20, megabytes: 700 },
  );
  return 'done' in outcome ? outcome.done : undefined;
}
