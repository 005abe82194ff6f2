// Numbers of outgoing documents: given once, without a gap, in the transaction that writes the document; and taken out of force.
import { lockCase, type CaseChange, type LockedCase } from '../cases/event-repository.ts';
import { findCaseId } from '../cases/reading/staff-repository.ts';
import { listMergedIds } from '../cases/steps/link-repository.ts';
import { recordStep } from '../cases/steps/record-service.ts';
import { localDate, vietnameseDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { actorOf } from '../staff/mandates.ts';
import type { Viewer } from '../staff/roles.ts';
import { makeLetter, marked, type Made } from './letter-service.ts';
import { nextNumber } from './letter.ts';
import {
  findDocument,
  insertCancellation,
  insertDocument,
  insertText,
  isNumberTaken,
  listCaseDocuments,
  listCounters,
  takeSerial,
} from './outgoing-repository.ts';
import { lastSeq } from './repository.ts';
import { letterNames, type IssueLetter, type LetterKind } from './schema.ts';

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

/**
 * Issues a letter: its number, its line in the register, the letter as it then reads, and an event on the case; all or
 * nothing. Refused where the letter is a draft, has a number already, or is not the one that was looked at.
 */
export async function issueLetter(
  portal: Portal,
  viewer: Viewer,
  { number, kind }: { number: string; kind: LetterKind },
  input: IssueLetter,
): Promise<{ id: string; number: string }> {
  const made = await makeLetter(portal, viewer, { number, kind, wished: input.template });
  if (made.hindrance !== null) throw new Problem('wrong-status', made.hindrance);
  if (made.seen !== input.seen)
    throw new Problem('stale', 'Văn bản vừa thay đổi so với lúc xem. Hãy đọc lại rồi cấp số.');
  if (!portal.content.letters.capacities.includes(input.capacity))
    throw invalid('/capacity', 'Chọn quyền hạn, chức vụ người ký trong danh sách.');
  const at = portal.now();
  const today = localDate(at);
  if (input.numbering === 'given' && (input.issuedOn ?? today) > today)
    throw invalid('/issuedOn', 'Ngày văn bản không thể ở tương lai.');
  return await portal.db.transaction().execute(async (trx) => {
    const found = await findCaseFor(trx, viewer, number);
    const row = await lockCase(trx, found);
    if (row.erasedAt) throw new Problem('wrong-status', 'Dữ liệu cá nhân của hồ sơ này đã xóa.');
    await requireNone(trx, viewer, number, kind, made.since);
    if (row.version !== made.version)
      throw new Problem('stale', 'Hồ sơ vừa có thay đổi. Hãy đọc lại văn bản rồi cấp số.');
    const on = input.numbering === 'given' ? (input.issuedOn ?? today) : today;
    const given = await giveNumber(trx, portal, made, input, Number(on.slice(0, 4)));
    const letter = made.issued({ number: given.number, on, capacity: input.capacity, signer: input.signer });
    const type = made.template.type ?? 'cong-van';
    const id = await insertDocument(trx, {
      caseId: row.id,
      kind,
      type,
      series: portal.content.letters.types[type].series,
      year: Number(on.slice(0, 4)),
      serial: given.serial,
      number: given.number,
      issuedOn: on,
      subject: letter.subject,
      capacity: input.capacity,
      signer: input.signer,
      unit: row.unit,
      templateCode: made.template.code,
      templateVersion: made.template.version,
      byId: viewer.id,
      at,
    });
    await insertText(trx, {
      documentId: id,
      caseId: row.id,
      letter: JSON.stringify(marked(portal, letter)),
    });
    await recordStep(trx, portal, {
      row,
      step: 'issue-letter',
      to: row.status,
      actor: actorOf(viewer),
      at,
      change: numberIn(kind, given.number, on),
      data: {
        document: id,
        kind,
        number: given.number,
        on,
        template: made.template.code,
        version: made.template.version,
      },
      text: { kind: 'note', text: `${letterNames[kind]}: số ${given.number} ngày ${vietnameseDate(on)}.` },
    });
    if (kind === 'transfer')
      await tellMerged(trx, portal, viewer, {
        main: row,
        was: null,
        now: given.number,
        on,
        step: 'issue-letter',
        at,
      });
    return { id, number: given.number };
  });
}

/**
 * A transfer was made of every letter that was merged into the case: its number is theirs, from when it is given until it is
 * void.
 */
async function tellMerged(
  trx: Transaction,
  portal: Portal,
  viewer: Viewer,
  {
    main,
    was,
    now,
    on,
    step,
    at,
  }: {
    main: LockedCase;
    was: string | null;
    now: string | null;
    on: string | null;
    step: 'issue-letter' | 'cancel-letter';
    at: Date;
  },
): Promise<void> {
  for (const id of await listMergedIds(trx, main.id)) {
    const row = await lockCase(trx, id);
    if (row.status !== 'transferred' || row.outsideNumber !== was || row.erasedAt) continue;
    await recordStep(trx, portal, {
      row,
      step,
      to: row.status,
      actor: actorOf(viewer),
      at,
      change: numberIn('transfer', now, on),
      data: { main: main.number, number: now ?? was },
    });
  }
}

/** The case's own columns that hold a number of this kind. */
function numberIn(kind: LetterKind, number: string | null, on: string | null): CaseChange {
  if (kind === 'reply') return { letterNumber: number, letterOn: on };
  return kind === 'transfer' ? { outsideNumber: number, outsideOn: on } : {};
}

async function findCaseFor(trx: Transaction, viewer: Viewer, number: string): Promise<string> {
  const id = await findCaseId(trx, viewer, number);
  if (!id) throw new Problem('not-found');
  return id;
}

/** A letter about what happened once has one number; a void one does not count. */
async function requireNone(
  trx: Transaction,
  viewer: Viewer,
  number: string,
  kind: LetterKind,
  since: string | null,
): Promise<void> {
  const others = await listCaseDocuments(trx, viewer, number);
  const standing = others.find(
    (one) =>
      one.kind === kind && one.cancelledAt === null && (since === null || one.at.toISOString() >= since),
  );
  if (standing)
    throw new Problem(
      'wrong-status',
      `Văn bản này đã có số ${standing.number} ngày ${vietnameseDate(standing.issuedOn)}. Muốn cấp số khác, hãy hủy số ấy trước.`,
    );
}

async function giveNumber(
  trx: Transaction,
  portal: Portal,
  { template }: Made,
  { numbering, number }: IssueLetter,
  year: number,
): Promise<{ number: string; serial: number | null }> {
  const { department: office, letters: content } = portal.content;
  if (numbering === 'given') {
    if (number === undefined) throw invalid('/number', 'Ghi số, ký hiệu.');
    if (await isNumberTaken(trx, year, number))
      throw invalid('/number', `Số ${number} đã có trong sổ văn bản đi năm ${year}.`);
    return { number, serial: null };
  }
  if (office.letterSymbol === null)
    throw invalid(
      '/numbering',
      'Chưa có ký hiệu của cơ quan trong content/department.yaml: hãy ghi số từ hệ thống văn bản.',
    );
  const { series } = content.types[template.type ?? 'cong-van'];
  // A number that the office's own system has given stands in the register already: it is passed over.
  for (;;) {
    const serial = await takeSerial(trx, series, year);
    const next = nextNumber(serial, { content, office }, template);
    if (!(await isNumberTaken(trx, year, next))) return { number: next, serial };
  }
}

/** Takes a number out of force: it stays in the register with the reason, and is given to nothing else. */
export async function cancelNumber(
  portal: Portal,
  viewer: Viewer,
  id: string,
  reason: string,
): Promise<void> {
  const at = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    const seen = await findDocument(trx, viewer, id);
    if (!seen) throw new Problem('not-found', 'Không có văn bản này trong sổ.');
    const row = await lockCase(trx, seen.caseId);
    const found = await findDocument(trx, viewer, id);
    if (!found || found.cancelledAt !== null)
      throw new Problem('wrong-status', `Số ${seen.number} đã hủy trước đó.`);
    const holds = found.number === (found.kind === 'reply' ? row.letterNumber : row.outsideNumber);
    await recordStep(trx, portal, {
      row,
      step: 'cancel-letter',
      to: row.status,
      actor: actorOf(viewer),
      at,
      change: holds ? numberIn(found.kind, null, null) : {},
      data: { document: id, number: found.number },
      text: { kind: 'note', text: `Hủy số ${found.number}: ${reason}` },
    });
    if (holds && found.kind === 'transfer')
      await tellMerged(trx, portal, viewer, {
        main: row,
        was: found.number,
        now: null,
        on: null,
        step: 'cancel-letter',
        at,
      });
    await insertCancellation(trx, { documentId: id, seq: await lastSeq(trx, row.id), byId: viewer.id, at });
  });
}

/** The number that the register would give a letter of a template now; null: the department has no symbol yet. */
export async function expectedNumber(
  { db, content, now }: Pick<Portal, 'db' | 'content' | 'now'>,
  template: Made['template'],
): Promise<string | null> {
  const { department: office, letters } = content;
  if (office.letterSymbol === null) return null;
  const { series } = letters.types[template.type ?? 'cong-van'];
  const counters = await listCounters(db, Number(localDate(now()).slice(0, 4)));
  const last = counters.find((one) => one.series === series)?.last ?? 0;
  return nextNumber(last + 1, { content: letters, office }, template);
}
