// Print sheets when asked for: one whole, as a file, and what became of one that hangs somewhere.
import { demoMark } from '../text/demo-words.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import { expiredOn } from '../contacts/expiry.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { findKeyOf, listPublications } from '../publishing/repository.ts';
import { onNotice } from './addresses.ts';
import type { PaperSize, Printing } from './tools/pdf.ts';
import { sheetHash } from './tools/sheet-hash.ts';
import { fieldSheetId, paknSheetId, postedFields, procedureSheetId, sheetOf } from './sheet.ts';
import { standingOf } from './standing.ts';
import type { SheetIndex, SheetStanding, SheetView } from './views.ts';

type Where = Pick<Portal, 'content' | 'now'>;

/** The sheets there are; the procedures of one field only, by the id of its list. */
export function sheetIndex({ content }: Pick<Portal, 'content'>, fieldId: string | undefined): SheetIndex {
  const fields = [...postedFields(content)].map(([field, members]) => ({
    id: fieldSheetId(field),
    field,
    members,
  }));
  const chosen = fields.find(({ id }) => id === fieldId)?.members ?? [];
  return {
    pakn: { id: paknSheetId, kind: 'pakn', title: content.noticeBoard.pakn.title, subtitle: null },
    fields: fields.map(({ id, field, members }) => ({ id, field, count: members.length })),
    procedures: chosen.map(({ slug, name, code }) => ({
      id: procedureSheetId(slug),
      kind: 'procedure',
      title: name,
      subtitle: code,
    })),
  };
}

/** A sheet as it would be printed today. */
export function readSheet({ content, now }: Where, id: string): SheetView {
  const sheet = sheetOf(content, id);
  if (!sheet) throw new Problem('not-found', 'Không có tờ niêm yết này. Xem danh sách tại /bang-niem-yet.');
  return { sheet, hash: sheetHash(sheet), printedOn: localDate(now()) };
}

const maxKept = 64;
const maxKeptBytes = 1024 * 1024;
const kept = new Map<string, Promise<Buffer>>();
let lastDrawing: Promise<unknown> = Promise.resolve();

/** The file of a sheet; drawn once and kept while it is asked for. */
export async function printSheet(
  where: Where & Pick<Portal, 'env'>,
  id: string,
  size: PaperSize,
  origin: string,
): Promise<Buffer> {
  const mark = where.env.DEMO ? demoMark : undefined;
  const printing = { ...readSheet(where, id), size, origin, mark };
  const key = [printing.hash, printing.printedOn, size, origin, mark].join(' ');
  const file = kept.get(key) ?? startDrawing(key, printing);
  // The one asked for last is the last to go.
  kept.delete(key);
  kept.set(key, file);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - maxKept))) kept.delete(oldest);
  return await file;
}

// One drawing at a time: cases are taken in by the same process.
function startDrawing(key: string, printing: Printing): Promise<Buffer> {
  const file = lastDrawing.then(async () => (await import('./tools/pdf.ts')).drawPdf(printing));
  lastDrawing = file.then(
    ({ length }) => length > maxKeptBytes && kept.delete(key),
    () => kept.delete(key),
  );
  return file;
}

/** Whether the sheet that carries this hash still holds. */
export async function sheetStanding(
  portal: Pick<Portal, 'db' | 'content' | 'now'>,
  hash: string,
): Promise<SheetStanding> {
  const id = await findKeyOf(portal.db, 'sheet', hash);
  if (id === undefined) return { state: 'unknown' };
  const named = id.startsWith('linh-vuc-')
    ? []
    : expiredOn(onNotice(portal.content.contacts), localDate(portal.now()));
  return standingOf(
    await listPublications(portal.db, 'sheet', id),
    hash,
    named.map(
      ({ name, what, validTo }) => `${name}: ${what}, hết hiệu lực sau ngày ${vietnameseDate(validTo)}`,
    ),
  );
}
