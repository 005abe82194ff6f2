// Taking over one-stop figures: looked at first, then written; every import stays, the newest one of a month counts.
import { localDate } from '../calendar/dates.ts';
import { Problem } from '../http/problem.ts';
import type { Portal } from '../portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { holdMonth, insertImport, listDossiers, listImports } from './repository.ts';
import { breaksBetween, openOf, receivedOf, settledOf } from './row.ts';
import {
  maxWorkbookBytes,
  type DossierPreview,
  type ImportDossiers,
  type PreviewDossiers,
} from './schema.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook, templateWorkbook } from './workbook.ts';

const fieldsOf = ({ content }: Pick<Portal, 'content'>) => [
  ...new Set([...content.procedures.values()].map(({ field }) => field)),
];

export const dossierTemplate = (portal: Pick<Portal, 'content'>): Promise<Uint8Array> =>
  templateWorkbook(fieldsOf(portal).toSorted((one, other) => one.localeCompare(other, 'vi')));

const refuse = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

/** Reads a file without writing anything; what is wrong in it is told cell by cell. */
export async function previewDossiers(
  portal: Portal,
  { month, fileName, file }: PreviewDossiers,
): Promise<DossierPreview> {
  requirePast(portal, month);
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  if (bytes.length > maxWorkbookBytes)
    throw refuse('/file', `Tệp quá ${maxWorkbookBytes / 1000} kB. Chép số liệu vào tệp mẫu rồi gửi lại.`);
  const sheets = await readWorkbook(fileName, bytes);
  if (!sheets || sheets.length === 0)
    throw refuse('/file', 'Tệp không phải XLSX hoặc CSV (UTF-8). Hãy tải tệp mẫu và điền vào đó.');
  const read = sheets.map(readSheet);
  // A workbook may hold sheets of other forms: the one that is this form counts.
  const chosen = read.find(({ rows }) => rows.length > 0) ?? read[0];
  const before = monthBefore(month);
  const earlier = await listDossiers(portal.db, before, before);
  const known = new Set(fieldsOf(portal).map((field) => field.toLowerCase()));
  return {
    month,
    fileName,
    rows: chosen?.rows ?? [],
    errors: chosen?.errors ?? [],
    unknownFields: (chosen?.rows ?? [])
      .map(({ field }) => field)
      .filter((field) => !known.has(field.toLowerCase())),
    breaks: chosen?.errors.length === 0 ? breaksBetween(earlier, chosen.rows) : [],
    replaces: await portal.db.transaction().execute((trx) => holdMonth(trx, month)),
  };
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
