// The steps of handling: assign, extend, collect, draft.
import { currentCalendar } from '../../../calendar/current-service.ts';
import { dateOf, dayNumber, localDate } from '../../../dates/dates.ts';
import { deadlineInForce } from '../../../deadlines/service.ts';
import { Problem } from '../../../problems/problem.ts';
import { dueOf } from '../../dates/due.ts';
import { listSealedReplies } from '../../seals/sealed-repository.ts';
import { unitChosen } from '../assignee.ts';
import { isSide } from '../../visibility.ts';
import {
  findGiver,
  findHandler,
  findHead,
  insertReply,
  listSubjects,
  replaceUnits,
} from '../rows-repository.ts';
import type { Posted } from '../table.ts';
import type { Effect, Scene } from './effect.ts';
import { twoFigures } from '../../../text/numbers.ts';

type Assignment = Posted<'assign' | 'assign-conduct' | 'reassign'>;
const refuse = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);

/** Given to an active handler, or to a unit that has a head, who is not and whose unit is not what the case complains of. */
export async function assign(scene: Scene, input: Assignment): Promise<Effect> {
  const { portal, trx, row } = scene;
  const subjects = await listSubjects(trx, row.id);
  const { handlerId, unit: given } = await assigneeOf(scene, input.handlerId);
  if (isSide({ id: handlerId ?? '', unit: given }, subjects))
    throw refuse(
      '/handlerId',
      'Người này hoặc đơn vị của người này là bên bị phản ánh: không được giao xử lý.',
    );
  const known = new Set(portal.content.units.map(({ code }) => code));
  if (input.units.some((unit) => !known.has(unit) || subjects.some((subject) => subject.unit === unit)))
    throw refuse('/units', 'Có đơn vị phối hợp không hợp lệ hoặc là bên bị phản ánh.');
  const coUnits = input.units.filter((unit) => unit !== given);
  await replaceUnits(trx, row.id, coUnits);
  return {
    change: { handlerId, unit: given },
    data: { unit: given, coUnits },
    text: input.note ? { kind: 'note', text: input.note } : null,
  };
}

/** Who the choice names: a person with their unit, or a unit alone. */
async function assigneeOf({ trx, viewer, now }: Scene, choice: string) {
  const unit = unitChosen(choice);
  const isHead = viewer.role === 'TP';
  if (unit !== undefined) {
    if (isHead) throw refuse('/handlerId', 'Chọn một người trong đơn vị.');
    if (!(await findHead(trx, unit, localDate(now))))
      throw refuse('/handlerId', 'Đơn vị này chưa có trưởng phòng, đơn vị để nhận: hãy chọn một người.');
    return { handlerId: null, unit };
  }
  const handler = await findHandler(trx, choice, localDate(now));
  if (!handler) throw refuse('/handlerId', 'Chọn một công chức xử lý đang làm việc.');
  if (isHead && handler.unit !== viewer.unit)
    throw refuse('/handlerId', 'Trưởng phòng giao cho người trong đơn vị mình; cần đơn vị khác thì trả lại.');
  return { handlerId: handler.id, unit: handler.unit };
}

/** To the head who gave it to one of the unit; else to who assigns: the leader where it is about conduct. */
export async function giveBack(
  { trx, viewer, row }: Scene,
  { reason }: Posted<'give-back'>,
): Promise<Effect> {
  const text = { kind: 'reason', text: reason } as const;
  const isHeads = viewer.role === 'XL' && (await findGiver(trx, row.id)) === 'TP';
  if (isHeads) return { to: 'assigned', change: { handlerId: null }, data: { unit: row.unit }, text };
  await replaceUnits(trx, row.id, []);
  return {
    to: row.track === 'conduct' ? 'conduct_review' : 'accepted',
    change: { handlerId: null, unit: null },
    data: { unit: null },
    text,
  };
}

/** Once, with a reason and a letter to the sender; an internal rule, for NĐ 20/2008 knows no extension. */
export async function extend({ portal, row, now }: Scene, input: Posted<'extend'>): Promise<Effect> {
  const { amount } = await deadlineInForce(portal, 'extension');
  if (input.days > amount)
    throw new Problem('invalid', undefined, [
      { pointer: '/days', detail: `Nhiều nhất ${twoFigures(amount)} ngày làm việc.` },
    ]);
  if (row.dueBasis.fixedOn)
    throw new Problem('wrong-status', 'Hạn do cơ quan chuyển đặt: hãy xin gia hạn ở cơ quan đó.');
  const basis = { ...row.dueBasis, extensionDays: input.days };
  return {
    change: {
      extendedOn: localDate(now),
      dueBasis: JSON.stringify(basis),
      dueOn: dueOf(currentCalendar(portal), basis).on,
    },
    data: { days: input.days },
    text: { kind: 'reason', text: input.reason },
  };
}

/** Not enough ground yet: an interim answer now, a review each quarter (a proposal of the office). */
export async function collect({ portal, now }: Scene, input: Posted<'collect'>): Promise<Effect> {
  const { amount } = await deadlineInForce(portal, 'collect-review');
  return {
    change: { reviewDueOn: dateOf(dayNumber(localDate(now)) + amount) },
    text: { kind: 'result', text: input.interim },
  };
}

export async function draftReply(
  { trx, viewer, row, now }: Scene,
  input: Posted<'draft-reply'>,
): Promise<Effect> {
  const { body, outcome, criteria, verification = null } = input;
  const version = await insertReply(trx, {
    caseId: row.id,
    body,
    outcome,
    criteria,
    verification,
    authorId: viewer.id,
    writtenAt: now,
  });
  return { sealed: await listSealedReplies(trx, [row.id], version) };
}
