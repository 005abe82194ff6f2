// The register of outgoing documents for one viewer, as a list and as files; and one document as it was issued.
import { isStanding } from '../cases/intake/signal.ts';
import { noteRead, noteReads } from '../cases/reading/reads-service.ts';
import { maySeeSender } from '../cases/visibility.ts';
import { clockOf, localDate, vietnameseDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { paperOf } from '../reports/paper.ts';
import { fileOf } from '../reports/service.ts';
import { actingName } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { unitName } from '../units/schema.ts';
import type { Letter } from './letter.ts';
import { findDocument, listCaseDocuments, listDocuments, type FoundDocument } from './outgoing-repository.ts';
import { outgoingTable, type Asked, type OutgoingLine } from './outgoing.ts';
import { readLetter } from './tools/kept-letter.ts';

const most = 5_000;
const erased = 'lý do đã xóa cùng dữ liệu cá nhân';

/** What reads like a tố cáo or khiếu nại leaves in no list but by number and day. */
const isShown = ({ locked, signal }: FoundDocument) => !locked && !isStanding(signal);

function lineOf({ content, keys }: Portal, viewer: Viewer, row: FoundDocument): OutgoingLine {
  const { name } = content.letters.types[row.type];
  const letter = row.kept === null ? undefined : readLetter(keys, row.id, row.kept);
  const isOpen = isShown(row);
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issuedOn,
    about: isOpen ? `${name ?? 'Công văn'}: ${row.subject}` : (name ?? 'Công văn'),
    signer: row.signer,
    capacity: row.capacity,
    to: isOpen && maySeeSender(viewer, row) && letter ? letter.to.join(' ') : null,
    unit: row.unit && unitName(content.units, row.unit),
    caseNumber: row.caseNumber,
    isOutside: row.serial === null,
    givenBy: row.givenBy,
    cancelled: row.cancelledAt && {
      on: localDate(row.cancelledAt),
      reason: row.whyCancelled?.replace(/^Hủy số \S+: /u, '') ?? erased,
    },
  };
}

/** The register of a period; that it names who was written to is kept as a look at each of those cases. */
export async function outgoingLines(portal: Portal, viewer: Viewer, asked: Asked): Promise<OutgoingLine[]> {
  const rows = await listDocuments(portal.db, viewer, asked, most + 1);
  if (rows.length > most)
    throw new Problem('invalid', undefined, [
      { pointer: '/to', detail: `Kỳ này có hơn ${most} văn bản. Hãy chọn kỳ ngắn hơn.` },
    ]);
  const lines = rows.map((row) => lineOf(portal, viewer, row));
  const named = rows.filter((_, index) => lines[index]?.to !== null);
  await noteReads(portal.db, viewer, [...new Map(named.map(asCase)).values()], portal.now());
  return lines;
}

const asCase = ({ caseId, restricted, locked, signal }: FoundDocument) =>
  [caseId, { id: caseId, restricted, locked, signal }] as const;

/** `2026.xlsx`: the register of a period as a file. */
export async function outgoingFile(portal: Portal, viewer: Viewer, file: string, asked: Asked) {
  const [, extension] = /^so-van-ban-di\.(docx|xlsx|pdf|csv)$/.exec(file) ?? [];
  if (!extension)
    throw new Problem('not-found', 'Tệp của sổ tên là so-van-ban-di, đuôi .docx, .xlsx, .pdf hoặc .csv.');
  const now = portal.now();
  const today = localDate(now);
  const document = paperOf({
    form: {
      form: null,
      genre: null,
      title: 'Sổ đăng ký văn bản đi',
      caution: null,
      source: 'Phụ lục IV Nghị định số 30/2020/NĐ-CP',
      recipients: [],
      signer: '',
      symbol: null,
    },
    department: portal.content.department,
    on: today,
    period: `Từ ngày ${vietnameseDate(asked.from)} đến hết ngày ${vietnameseDate(asked.to)}`,
    isLandscape: true,
    blocks: [outgoingTable(await outgoingLines(portal, viewer, asked))],
    foot: `${actingName(viewer)} lập lúc ${clockOf(now)} ngày ${vietnameseDate(today)}.`,
  });
  return await fileOf(portal, document, `so-van-ban-di-${asked.from}-${asked.to}.${extension}`);
}

/** The documents of a case, the oldest first. */
export async function issuedOf(portal: Portal, viewer: Viewer, caseNumber: string): Promise<OutgoingLine[]> {
  const rows = await listCaseDocuments(portal.db, viewer, caseNumber);
  // On the page of its own case nothing is withheld but who sent it.
  return rows.map((row) => ({ ...lineOf(portal, viewer, row), to: null }));
}

/** A document as it was issued. Throws `not-found` where it is not this viewer's, names somebody to whom they may not be told, or was erased. */
export async function issuedLetter(
  portal: Portal,
  viewer: Viewer,
  id: string,
): Promise<{ line: OutgoingLine; letter: Letter }> {
  const row = await findDocument(portal.db, viewer, id);
  if (!row || !maySeeSender(viewer, row)) throw new Problem('not-found', 'Không có văn bản này trong sổ.');
  if (row.kept === null)
    throw new Problem(
      'not-found',
      'Nội dung văn bản này đã xóa cùng dữ liệu cá nhân của hồ sơ; số vẫn còn trong sổ.',
    );
  const letter = readLetter(portal.keys, row.id, row.kept);
  if (!letter) throw new Error(`issued letter ${id} does not open`);
  await noteRead(portal.db, viewer, { ...row, id: row.caseId }, portal.now());
  return { line: lineOf(portal, viewer, row), letter };
}
