// Handing over all of a person in one transaction: every case with its event, a record, and the account closed where it is wished.
import { listSubjects, replaceUnits } from '../cases/steps/rows-repository.ts';
import { lockCase, type LockedCase } from '../cases/event-repository.ts';
import { recordStep } from '../cases/steps/record-service.ts';
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import { deleteFeed } from '../obligations/feed-repository.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { closeWithin } from '../staff/account-service.ts';
import { actorOf } from '../staff/mandates.ts';
import { may } from '../staff/rights.ts';
import type { Role, Viewer } from '../staff/roles.ts';
import { recordSecurity } from '../staff/security-service.ts';
import { giveDrafts, holdAllDrafts } from './draft-service.ts';
import { receiverOf } from './receiver.ts';
import {
  countDraftsOf,
  findPerson,
  insertHandover,
  insertHandoverCase,
  listCoUnits,
  listInHand,
  listReceivers,
  listToHandOver,
} from './repository.ts';
import type { NewHandover } from './schema.ts';

type By = { viewer: Viewer; address: string };
type Person = { id: string; name: string; role: Role; unit: string };
type Going = { handoverId: string; from: Person; receivers: Person[]; reason: string };

/** Writes all of it or nothing. Nobody's case is left without somebody whose turn it is. */
export async function handOver(portal: Portal, by: By, input: NewHandover): Promise<{ id: string }> {
  const { fromId, toId, substituteId, reason, close } = input;
  const { viewer, address } = by;
  const at = portal.now();
  if (close && !may(viewer, 'accounts'))
    throw invalid('/close', 'Chỉ quản trị hệ thống đóng tài khoản. Hãy bỏ dấu chọn này.');
  return await portal.db.transaction().execute(async (trx) => {
    const from = await findPerson(trx, fromId);
    if (!from) throw invalid('/fromId', 'Không có người này.');
    const able = await listReceivers(trx, localDate(at), fromId);
    const chosen = (id: string | null, pointer: string) => {
      if (id === null) return undefined;
      const found = able.find((one) => one.id === id);
      if (!found) throw invalid(pointer, 'Chọn một công chức xử lý đang làm việc, khác người bàn giao.');
      return found;
    };
    const [to, substitute] = [chosen(toId, '/toId'), chosen(substituteId, '/substituteId')];
    if (to && to.id === substitute?.id)
      throw invalid('/substituteId', 'Người nhận thay phải khác người nhận.');
    if (!to && (may(from, 'handle-case') || (await listInHand(trx, viewer, fromId)).length > 0))
      throw invalid('/toId', 'Chọn người nhận việc.');
    const handoverId = await insertHandover(trx, {
      fromId,
      toId: to?.id ?? null,
      substituteId: substitute?.id ?? null,
      byId: viewer.id,
      at,
      reason,
      closed: close,
    });
    const receivers = [to, substitute].filter((one) => one !== undefined);
    await holdAllDrafts(trx, [from, ...receivers]);
    const going = { handoverId, from, receivers, reason };
    const given = new Map<string, Person>();
    // Until nothing is left: somebody may have been given a case meanwhile.
    for (let ids = await listToHandOver(trx, fromId); ids.length > 0; ids = await listToHandOver(trx, fromId))
      for (const id of ids) {
        const to = await giveCase(trx, portal, by, at, await lockCase(trx, id), going);
        if (to) given.set(id, to);
      }
    await giveDrafts(trx, portal, { ...going, given });
    await deleteFeed(trx, fromId);
    await recordSecurity(
      portal,
      { kind: 'handed-over', actorId: viewer.id, subjectId: fromId, address },
      trx,
    );
    if (close) await closeWithin(trx, portal, by, fromId);
    return { id: handoverId };
  });
}

async function giveCase(
  trx: Transaction,
  portal: Portal,
  { viewer }: By,
  at: Date,
  row: LockedCase,
  { handoverId, from, receivers, reason }: Going,
): Promise<Person | undefined> {
  const isHandled = row.handlerId === from.id && row.closedAt === null;
  const wasKept = row.keeperId === from.id;
  // Somebody else took a step meanwhile.
  if (!isHandled && !wasKept) return undefined;
  const to = isHandled ? receiverOf(receivers, await listSubjects(trx, row.id)) : undefined;
  if (to) {
    const coUnits = await listCoUnits(trx, row.id);
    if (coUnits.includes(to.unit))
      await replaceUnits(
        trx,
        row.id,
        coUnits.filter((unit) => unit !== to.unit),
      );
  }
  await insertHandoverCase(trx, { handoverId, caseId: row.id, toId: to?.id ?? null, wasKept });
  const withDrafts = to ? await countDraftsOf(trx, { staffId: from.id, caseId: row.id }) : 0;
  await recordStep(trx, portal, {
    row,
    step: 'hand-over',
    to: row.status,
    actor: actorOf(viewer),
    at,
    change: {
      // Nobody may have it: it waits for who assigns, not for the head of the unit.
      ...(isHandled && { handlerId: to?.id ?? null, unit: to?.unit ?? null }),
      ...(wasKept && { keeperId: null }),
    },
    data: {
      from: from.id,
      to: to?.id ?? null,
      handover: handoverId,
      ...(to && { unit: to.unit }),
      ...(withDrafts > 0 && { drafts: withDrafts }),
    },
    text: { kind: 'note', text: wordsOf(from, to, { isHandled, wasKept, withDrafts, reason }) },
  });
  return to;
}

function wordsOf(
  from: Person,
  to: Person | undefined,
  {
    isHandled,
    wasKept,
    withDrafts,
    reason,
  }: { isHandled: boolean; wasKept: boolean; withDrafts: number; reason: string },
): string {
  const handled = !isHandled
    ? []
    : [to ? `${from.name} bàn giao cho ${to.name}.` : `${from.name} bàn giao; chờ phân công lại.`];
  const kept = wasKept ? [`${from.name} không giữ hồ sơ này nữa; lãnh đạo giao người giữ mới.`] : [];
  const drafts = withDrafts > 0 ? [`Kèm ${withDrafts} bản nháp chưa gửi.`] : [];
  return [...handled, ...drafts, ...kept, `Lý do: ${reason}`].join(' ');
}

const invalid = (pointer: string, detail: string) => new Problem('invalid', undefined, [{ pointer, detail }]);
