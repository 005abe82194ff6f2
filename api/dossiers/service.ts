// Taking over one-stop figures: looked at first, then written; every import stays, the newest one of a month counts.
import { localDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { markBook } from '../spreadsheets/tools/mark.ts';
import { readBook } from '../spreadsheets/tools/read.ts';
import type { Book } from '../spreadsheets/worksheet.ts';
import type { Viewer } from '../staff/roles.ts';
import { holdMonth, insertImport, listDossiers, listImports } from './repository.ts';
import { breaksBetween, openOf, receivedOf, settledOf, sumOf } from './row.ts';
import {
  maxWorkbookBytes,
  type DossierPreview,
  type ImportDossiers,
  type PreviewDossiers,
} from './schema.ts';
import { chooseTable } from './choose.ts';
import { periodText } from './period.ts';
import { readTable, type ReadTable, type TableError } from './read-table.ts';
import type { Table } from './table.ts';
import { inVietnameseOrder } from '../text/order.ts';

const fieldsOf = ({ content }: Pick<Portal, 'content'>) => [
  ...new Set([...content.procedures.values()].map(({ field }) => field)),
];

export async function dossierTemplate(portal: Pick<Portal, 'content'>): Promise<Uint8Array> {
  const { templateWorkbook } = await import('./tools/workbook.ts');
  return await templateWorkbook(fieldsOf(portal).toSorted(inVietnameseOrder));
}

const refuse = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

type ReadFile = { book: Book; bytes: Uint8Array } & (
  { choices: { key: string; label: string }[] } | { errors: TableError[] } | { table: Table; read: ReadTable }
);

async function readFigures({ month, file, table = '' }: PreviewDossiers): Promise<ReadFile> {
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  if (bytes.length > maxWorkbookBytes)
    throw refuse('/file', `Tệp quá ${maxWorkbookBytes / 1000} kB. Chép số liệu vào tệp mẫu rồi gửi lại.`);
  const book = await readBook(bytes);
  if ('refused' in book) throw refuse('/file', book.refused);
  const chosen = chooseTable(book.worksheets, month, table);
  if ('choices' in chosen) return { book, bytes, choices: chosen.choices };
  if ('fault' in chosen) return { book, bytes, errors: [chosen.fault] };
  return { book, bytes, table: chosen.table, read: readTable(chosen.table) };
}

/** Reads a file without writing anything; what is wrong in it is told cell by cell. */
export async function previewDossiers(portal: Portal, asked: PreviewDossiers): Promise<DossierPreview> {
  const { month, fileName } = asked;
  requirePast(portal, month);
  const file = await readFigures(asked);
  const rows = 'read' in file ? file.read.rows : [];
  const before = monthBefore(month);
  const earlier = await listDossiers(portal.db, before, before);
  const known = new Set(fieldsOf(portal).map((field) => field.toLowerCase()));
  const errors = 'read' in file ? file.read.errors : 'errors' in file ? file.errors : [];
  return {
    month,
    fileName,
    rows,
    errors: errors.map(({ place, text }) => ({ place, text })),
    choices: 'choices' in file ? file.choices : [],
    source: 'read' in file ? sourceOf(file) : null,
    unknownFields: rows.map(({ field }) => field).filter((field) => !known.has(field.toLowerCase())),
    breaks: rows.length > 0 ? breaksBetween(earlier, rows) : [],
    replaces: await portal.db.transaction().execute((trx) => holdMonth(trx, month)),
  };
}

function sourceOf({
  book,
  table,
  read,
}: {
  book: Book;
  table: Table;
  read: ReadTable;
}): DossierPreview['source'] {
  const period = table.stated?.period ?? table.named;
  const sum = sumOf(read.rows);
  return {
    worksheet: table.worksheet.name,
    period: period ? periodText(period) : null,
    taken: read.taken,
    left: read.left,
    notes: [...book.notes, ...read.notes],
    sums: { received: receivedOf(sum), settled: settledOf(sum), open: openOf(sum) },
    stated: read.stated,
  };
}

/** The person's own file with the wrong cells marked, for who would rather mend it in Excel. */
export async function markDossiers(portal: Portal, asked: PreviewDossiers): Promise<Uint8Array> {
  requirePast(portal, asked.month);
  const file = await readFigures(asked);
  const errors = 'read' in file ? file.read.errors : 'errors' in file ? file.errors : [];
  if (errors.length === 0) throw refuse('/file', 'Tệp này không có ô sai để đánh dấu.');
  const faults = errors.map(({ worksheet, row, column, text }) => ({ worksheet, row, column, says: text }));
  const marked = await markBook(file.bytes, file.book, faults);
  if (!marked)
    throw refuse('/file', 'Không đánh dấu được vào tệp này. Hãy sửa theo danh sách chỗ sai ở trên.');
  return marked;
}

/** Writes what was looked at; refused when another import of the month came in between. */
export async function importDossiers(
  portal: Portal,
  viewer: Viewer,
  { month, fileName, rows, replaces, reason }: ImportDossiers,
): Promise<{ id: number }> {
  requirePast(portal, month);
  if (new Set(rows.map(({ field }) => field.toLowerCase())).size !== rows.length)
    throw refuse('/rows', 'Một lĩnh vực có hai dòng. Hãy xem lại tệp.');
  const wrong = rows.find((row) => receivedOf(row) !== settledOf(row) + openOf(row));
  if (wrong) throw refuse('/rows', `Số liệu của “${wrong.field}” không cộng khớp. Hãy xem lại tệp.`);
  if (replaces !== null && !reason)
    throw refuse('/reason', 'Tháng này đã có số liệu. Ghi lý do thay số liệu cũ.');
  return await portal.db.transaction().execute(async (trx) => {
    if ((await holdMonth(trx, month)) !== replaces)
      throw new Problem('stale', 'Tháng này vừa có người nhập số liệu khác. Hãy gửi lại tệp để xem trước.');
    const importedAt = portal.now();
    const id = await insertImport(
      trx,
      { month, fileName, reason: reason ?? null, importedBy: viewer.id, importedAt },
      rows,
    );
    return { id };
  });
}

/** `2026-01` -> `2025-12`. */
function monthBefore(month: string): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 2;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function requirePast({ now }: Pick<Portal, 'now'>, month: string): void {
  if (month > localDate(now()).slice(0, 7)) throw refuse('/month', 'Tháng này chưa tới.');
}

export async function dossierImports({ db }: Portal) {
  const imports = await listImports(db, 100);
  return { imports: imports.map((row) => ({ ...row, importedAt: row.importedAt.toISOString() })) };
}
