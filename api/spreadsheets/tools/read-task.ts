// Confined work: a file as a book.
import { readCsv } from './csv.ts';
import { kindOf } from '../kind.ts';
import type { BookReading } from '../worksheet.ts';
import { readXlsxBook } from './xlsx.ts';

export async function task(bytes: Uint8Array): Promise<BookReading> {
  const kind = kindOf(bytes);
  if (typeof kind === 'object') return kind;
  return kind === 'zip' ? await readXlsxBook(bytes) : readCsv(bytes);
}
