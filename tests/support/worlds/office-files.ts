// The files of tests/office-files, read as the portal reads them. Names and numbers in them are invented.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readBook } from '../../../api/spreadsheets/tools/read.ts';
import { task } from '../../../api/spreadsheets/tools/read-task.ts';
import type { Book, BookReading, Worksheet } from '../../../api/spreadsheets/worksheet.ts';

export const officeFile = (name: string): Promise<Buffer> =>
  fs.readFile(path.join(import.meta.dirname, '../../office-files', name));

export const officeBook = async (name: string): Promise<Book> =>
  sound(await readBook(await officeFile(name)));

/** In this process: for tests that read hundreds of workbooks. */
export const worksheetsOf = async (bytes: Uint8Array): Promise<Worksheet[]> =>
  sound(await task(bytes)).worksheets;

function sound(book: BookReading): Book {
  if ('refused' in book) throw new Error(book.refused);
  return book;
}
