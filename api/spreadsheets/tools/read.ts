// The one reader of tables for all imports: XLSX and CSV, judged by content, in a child process.
import { runConfined } from '../../confined/run.ts';
import { refusedBook } from '../kind.ts';
import type { BookReading } from '../worksheet.ts';

const limits = { seconds: 20, megabytes: 700 };

/** The visible worksheets of a file, or the sentence that tells what to do with it. Never throws for what the file holds. */
export async function readBook(bytes: Uint8Array): Promise<BookReading> {
  const outcome = await runConfined<Uint8Array, BookReading>(
    new URL('./read-task.ts', import.meta.url),
    bytes,
    limits,
  );
  if ('done' in outcome) return outcome.done;
  return refusedBook(outcome.stopped === 'broken' ? 'broken' : 'bomb');
}
