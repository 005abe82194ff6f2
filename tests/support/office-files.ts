// The files of tests/office-files, read as the portal reads them. Names and numbers in them are invented.
import fs from 'node:fs/promises';
import path from 'node:path';
import { readBook } from '../../api/spreadsheets/read.ts';
import type { Book } from '../../api/spreadsheets/sheet.ts';

export const officeFile = (name: string): Promise<Buffer> =>
  fs.readFile(path.join(import.meta.dirname, '../office-files', name));

export async function officeBook(name: string): Promise<Book> {
  const book = await readBook(await officeFile(name));
  if ('refused' in book) throw new Error(book.refused);
  return book;
}
