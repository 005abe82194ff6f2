// The steps of intake: classify, ask, reject, guide out, transfer, merge, split.
import { currentCalendar } from '../../../calendar/current-service.ts';
import { localDate } from '../../../dates/dates.ts';
import { addWorkingDays } from '../../../calendar/working-days.ts';
import { deadlineInForce } from '../../../deadlines/service.ts';
import { Problem } from '../../../problems/problem.ts';
import type { Portal } from '../../../portal/portal.ts';
import { afterPause, dueOf, limitAfterPause } from '../../dates/due.ts';
import { askDueOn } from '../../dates/ask-service.ts';
import { isPast } from '../../dates/lateness.ts';
import type { LockedCase } from '../../event-repository.ts';
import { requireProcedure } from '../../intake/submission-service.ts';
import { findOpenCase } from '../link-repository.ts';
import { trackOf, type ContentCode } from '../../schema.ts';
import {
  findColleague,
  findStanding,
  listSubjects,
  replaceSubjects,
  replaceUnits,
} from '../rows-repository.ts';
import type { DueBasis } from '../../tables.ts';
import { isSubject } from '../../visibility.ts';
import type { Posted } from '../table.ts';
import type { Effect, Scene } from './effect.ts';

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

export async function classify({ portal, trx, row, now }: Scene, input: Posted<'classify'>): Promise<Effect> {
  // A case of its time keeps the procedure that it came with.
  if (input.procedure !== row.procedureSlug) requireProcedure(portal, input.procedure);
  const track = trackOf(input.contentCode);
  await replaceSubjects(trx, row.id, await subjectsOf({ portal, trx, now }, input));
  return {
    change: {
      contentCode: input.contentCode,
      track,
      restricted: track === 'conduct',
      procedureSlug: input.procedure ?? null,
      summary: input.summary,
    },
    data: { contentCode: input.contentCode, track, procedure: input.procedure ?? null },
  };
}

async function subjectsOf(
  { portal, trx, now }: Pick<Scene, 'portal' | 'trx' | 'now'>,
  { subjectUnit, subjectId }: Posted<'classify'>,
) {
  if (subjectId !== undefined) {
    const person = await findColleague(trx, subjectId, localDate(now));
    if (!person) throw invalid('/subjectId', 'Không có người này trong danh sách cán bộ.');
    return [{ unit: person.unit, staffId: person.id }];
  }
  if (subjectUnit === undefined) return [];
  if (!portal.content.units.some(({ code }) => code === subjectUnit))
    throw invalid('/subjectUnit', 'Không có đơn vị này.');
  return [{ unit: subjectUnit, staffId: '' }];
}

/** What a step says of the content of a case that nobody has classified: the same as classifying it first. */
export function classified({ procedureSlug }: LockedCase, contentCode: ContentCode): Effect {
  const track = trackOf(contentCode);
  return {
    change: { contentCode, track, ...(track === 'conduct' && { restricted: true }) },
    data: { contentCode, track, procedure: procedureSlug },
  };
}

/** The first question is due within a term (chỉ số 5.2, QĐ 766/QĐ-TTg); a later one is put, and written as late. */
export async function askSupplement(
  { portal, trx, row, now }: Scene,
  input: Posted<'ask-supplement'>,
): Promise<Effect> {
  const { wasAsked } = await findStanding(trx, row.id);
  const today = localDate(now);
  return {
    change: { resumeStatus: row.status, pausedOn: today },
    ...(!wasAsked && { data: { late: isPast(await askDueOn(portal, row), today) } }),
    text: { kind: 'question', text: input.question },
  };
}

export function reject(_scene: Scene, input: Posted<'reject'>): Effect {
  return { data: { ground: input.ground }, text: { kind: 'reason', text: input.reason } };
}

/** Khiếu nại and tố cáo are never handled here: guided out without a word on the content, and locked. */
export async function guideOut(scene: Scene, input: Posted<'guide-out'>): Promise<Effect> {
  const { portal, row, now } = scene;
  const keeperId = input.keeperId ?? row.keeperId;
  if (keeperId !== null) await requireKeeper(scene, keeperId);
  const locked = row.locked || input.kind !== 'other';
  return {
    change: {
      locked,
      restricted: locked || row.restricted,
      keeperId,
      signal: locked ? 'confirmed' : 'dismissed',
      ...unpaused(portal, row, localDate(now)),
    },
    data: { kind: input.kind },
    text: { kind: 'guidance', text: input.guidance },
  };
}

export function transfer({ row, now }: Scene, input: Posted<'transfer'>): Effect {
  const today = localDate(now);
  const { documentNumber = null, documentOn = null } = input;
  if (documentNumber === null && documentOn !== null)
    throw invalid('/documentNumber', 'Ghi số, ký hiệu của văn bản đã có ngày, hoặc để trống cả hai.');
  if (documentNumber !== null && documentOn === null)
    throw invalid('/documentOn', 'Ghi ngày của văn bản đã có số, hoặc để trống cả hai.');
  return {
    change: { outsideAgency: input.agency, outsideNumber: documentNumber, outsideOn: documentOn },
    // The one hard number of the decree: 5 working days (điểm d khoản 1 Điều 9). A late transfer is written as late.
    // Agency and number are typed by hand: they stand in the case, sealed, where they can be erased.
    data: {
      ...(documentOn !== null && { documentOn }),
      late: isPast(row.transferDueOn, today),
    },
  };
}

async function requireKeeper({ trx, row, now }: Scene, keeperId: string): Promise<void> {
  const keeper = await findColleague(trx, keeperId, localDate(now));
  if (!keeper) throw invalid('/keeperId', 'Không có người này trong danh sách cán bộ.');
  // Whom the case is hidden from cannot keep it.
  if (isSubject(keeper, { subjects: await listSubjects(trx, row.id) }))
    throw invalid('/keeperId', 'Người này là bên bị phản ánh: không được giao giữ.');
}

/** Recognised as a tố cáo or khiếu nại, at whatever point: from now on for its keeper and the leaders alone. */
export async function lock(
  scene: Scene,
  { keeperId = scene.viewer.id, reason }: Posted<'lock'>,
): Promise<Effect> {
  await requireKeeper(scene, keeperId);
  return {
    change: { locked: true, restricted: true, keeperId, signal: 'confirmed' },
    text: { kind: 'reason', text: reason },
  };
}

/** The dates of a case that waits for its classification (again): all of them run from the first receipt. */
async function triageDates({ portal }: Scene, { clockStartedOn, dueBasis }: Scene['row'], basis: DueBasis) {
  const { amount } = await deadlineInForce(portal, 'triage');
  const calendar = currentCalendar(portal);
  return {
    dueBasis: JSON.stringify(basis),
    dueOn: dueOf(calendar, basis).on,
    stageDueOn: addWorkingDays(calendar, clockStartedOn, amount + (dueBasis.pausedDays ?? 0)).on,
  };
}

const withNobody = { handlerId: null, unit: null, reviewDueOn: null, answeredAt: null };

/** A lock that was wrong; a letter that was guided out by mistake is classified anew, under its first clock. */
export async function unlock(scene: Scene, { reason }: Posted<'unlock'>): Promise<Effect> {
  const { trx, row } = scene;
  const isClosed = row.status === 'guided_out';
  const subjects = await listSubjects(trx, row.id);
  if (isClosed) await replaceUnits(trx, row.id, []);
  return {
    to: isClosed ? 'submitted' : row.status,
    change: {
      locked: false,
      restricted: subjects.length > 0 || row.contentCode === '5.1',
      keeperId: null,
      signal: 'dismissed',
      ...(isClosed && { ...withNobody, track: null, ...(await triageDates(scene, row, row.dueBasis)) }),
    },
    text: { kind: 'reason', text: reason },
  };
}

/**
 * A wrong accept or classification taken back: classified anew, as if it had not been accepted. The clocks are those of
 * the receipt again; an extension of the handling falls with it.
 */
export async function takeBack(scene: Scene, { reason }: Posted<'take-back'>): Promise<Effect> {
  const { trx, row } = scene;
  const { extensionDays: _, ...basis } = row.dueBasis;
  await replaceUnits(trx, row.id, []);
  return {
    change: { ...withNobody, track: null, extendedOn: null, ...(await triageDates(scene, row, basis)) },
    text: { kind: 'reason', text: reason },
  };
}

/** Back from another agency: the clock starts anew with the latest transfer. */
export async function returnTransfer(
  { portal, now }: Scene,
  input: Posted<'return-transfer'>,
): Promise<Effect> {
  const [handle, limit] = await Promise.all([
    deadlineInForce(portal, 'handle'),
    deadlineInForce(portal, 'transfer'),
  ]);
  const [calendar, today] = [currentCalendar(portal), localDate(now)];
  const basis = { rule: handle.code, from: today, workingDays: handle.amount };
  return {
    change: {
      mergedInto: null,
      clockStartedOn: today,
      dueBasis: JSON.stringify(basis),
      dueOn: dueOf(calendar, basis).on,
      transferDueOn: addWorkingDays(calendar, today, limit.amount).on,
      outsideAgency: null,
      outsideNumber: null,
      outsideOn: null,
    },
    text: { kind: 'reason', text: input.reason },
  };
}

/** What waited for the sender waits no longer: the days of the wait are given back. */
function unpaused(portal: Portal, { pausedOn, dueBasis, transferDueOn }: LockedCase, today: string) {
  if (pausedOn === null) return {};
  const calendar = currentCalendar(portal);
  const basis = afterPause(calendar, dueBasis, pausedOn, today);
  return {
    pausedOn: null,
    resumeStatus: null,
    dueBasis: JSON.stringify(basis),
    dueOn: dueOf(calendar, basis).on,
    transferDueOn: limitAfterPause(calendar, transferDueOn, pausedOn, today),
  };
}

export async function merge({ trx, row, viewer }: Scene, input: Posted<'merge'>): Promise<Effect> {
  const main = await findOpenCase(trx, viewer, input.into);
  if (!main || main.id === row.id || main.mergedInto)
    throw invalid('/into', 'Không có hồ sơ đang mở nào mang mã này để gộp vào.');
  const subjects = await listSubjects(trx, row.id);
  if (subjects.some(({ unit, staffId }) => staffId === main.handlerId || unit === main.unit))
    throw invalid('/into', 'Hồ sơ chung đang do bên bị phản ánh xử lý: không gộp vào đó.');
  return {
    change: { mergedInto: main.id },
    data: { into: main.number },
    text: { kind: 'reason', text: input.reason },
  };
}

/** Merged by mistake: by itself again, under the clocks of its own receipt. */
export async function undoMerge(scene: Scene, { reason }: Posted<'undo-merge'>): Promise<Effect> {
  const { row } = scene;
  return {
    change: { mergedInto: null, ...(await triageDates(scene, row, row.dueBasis)) },
    text: { kind: 'reason', text: reason },
  };
}
