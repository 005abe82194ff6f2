// Keeping data: what would go on a day is shown before it goes, and a case may be held back.
import { findCaseId } from '../cases/reading/staff-repository.ts';
import { lockCase } from '../cases/event-repository.ts';
import { keptKindNames, keptKindOf, keptKinds } from '../cases/privacy/kept.ts';
import { countClosedBefore, listDueFor } from '../cases/privacy/retention-repository.ts';
import { termAt } from '../cases/privacy/retention-service.ts';
import { localDate } from '../dates/dates.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { may } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import { insertSecurityEvent } from '../staff/security-repository.ts';
import { countHolds, endHold, listHolds, putHold } from './hold-repository.ts';
import type { NewHold, RetentionView } from './schema.ts';

const mostShown = 100;

/** What the night's work would erase on a day (the coming night where none is named), as things stand now. */
export async function previewRetention(
  portal: Portal,
  viewer: Viewer,
  named: string | undefined,
): Promise<RetentionView> {
  const { db } = portal;
  const today = localDate(portal.now());
  const on = named ?? today;
  // As late on that day as the work may run.
  const at = on === today ? portal.now() : new Date(`${on}T23:59:59+07:00`);
  const opens = may(viewer, 'see-case');
  const kinds = [];
  const cases = [];
  for (const kind of keptKindNames) {
    const { amount, legalBasis, before } = await termAt(portal, kind, at);
    const term = { kind, before, today: on };
    const { label, term: code } = keptKinds[kind];
    kinds.push({ code, label, days: amount, legalBasis, ...(await countClosedBefore(db, term)) });
    if (opens) cases.push(...(await listDueFor(db, viewer, term, mostShown)));
  }
  return {
    on,
    kinds,
    cases: opens
      ? cases.slice(0, mostShown).map(({ number, status, closedAt }) => ({
          number,
          label: keptKinds[keptKindOf(status)].label,
          closedOn: localDate(closedAt ?? at),
        }))
      : null,
    holds: opens
      ? (await listHolds(db, viewer, today, mostShown)).map(({ madeAt, ...hold }) => ({
          ...hold,
          at: madeAt.toISOString(),
        }))
      : null,
    standing: await countHolds(db, today),
  };
}

/** Holds a case back; one that stands already gives way to the new one. */
export async function holdCase(
  portal: Portal,
  viewer: Viewer,
  { number, reason, untilOn }: NewHold,
): Promise<void> {
  const at = portal.now();
  if (untilOn !== undefined && untilOn < localDate(at))
    throw new Problem('invalid', undefined, [
      { pointer: '/untilOn', detail: 'Ngày này đã qua. Ghi ngày từ hôm nay, hoặc để trống: giữ đến khi bỏ.' },
    ]);
  await portal.db.transaction().execute(async (trx) => {
    const id = await findCaseId(trx, viewer, number);
    if (id === undefined)
      throw new Problem('invalid', undefined, [
        { pointer: '/number', detail: 'Không mở được hồ sơ có mã này. Hãy xem lại mã hồ sơ.' },
      ]);
    const row = await lockCase(trx, id);
    if (row.erasedAt)
      throw new Problem('invalid', undefined, [
        { pointer: '/number', detail: 'Dữ liệu cá nhân của hồ sơ này đã xóa, không còn gì để giữ.' },
      ]);
    await putHold(trx, { caseId: id, reason, untilOn: untilOn ?? null, by: viewer.id, at });
    await insertSecurityEvent(trx, {
      at,
      kind: 'hold-made',
      actorId: viewer.id,
      detail: { ...(untilOn !== undefined && { until: untilOn }) },
    });
  });
}

export async function endCaseHold(portal: Portal, viewer: Viewer, id: string): Promise<void> {
  const at = portal.now();
  await portal.db.transaction().execute(async (trx) => {
    if (!(await endHold(trx, viewer, id, at))) throw new Problem('not-found', 'Không còn lần giữ này.');
    await insertSecurityEvent(trx, { at, kind: 'hold-ended', actorId: viewer.id, detail: {} });
  });
}
