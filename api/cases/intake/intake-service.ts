// Staff write a case down for somebody, or take over what a higher authority has sent on.
import { claimUploads } from '../../attachments/attach-service.ts';
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { enqueueCaseNotice } from '../../notify/enqueue-service.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import { dayNumber, localDate } from '../../dates/dates.ts';
import { isForwarded } from '../dates/report.ts';
import { lockCase } from '../event-repository.ts';
import { addWithin } from '../files/office-file-service.ts';
import type { TakeIn } from './intake-schema.ts';
import { enterCase, type Receipt } from './entry-service.ts';
import { replayReceipt, requireProcedure } from './submission-service.ts';
import { isUniqueViolation } from '../../db/open.ts';

/** Takes the case in once per idempotency key; a forwarded one runs from its transfer, and its own deadline rules. */
export async function takeIn(
  portal: Portal,
  viewer: Viewer,
  idempotencyKey: string,
  given: TakeIn,
): Promise<Receipt> {
  const { source, originAgency, originNumber, originOn, originDueOn, nationalCode, ...more } = given;
  const { receivedOn, attachments = [], ...said } = more;
  const today = localDate(portal.now());
  if (originOn !== undefined && originOn > today)
    throw new Problem('invalid', undefined, [
      { pointer: '/originOn', detail: 'Ngày chuyển không thể ở tương lai.' },
    ]);
  const forwarded = isForwarded(source);
  if (forwarded) requireNear(originOn, originDueOn);
  else if (receivedOn !== undefined) requireLately(receivedOn, today);
  const arrival = {
    source,
    actor: actorOf(viewer),
    idempotencyKey,
    request: given,
    ...(!forwarded && receivedOn !== undefined && { clockFrom: receivedOn }),
    ...(forwarded && {
      clockFrom: originOn,
      fixedDueOn: originDueOn,
      origin: {
        agency: originAgency ?? null,
        number: originNumber ?? null,
        on: originOn ?? null,
        nationalCode: nationalCode ?? null,
      },
    }),
  };
  try {
    requireProcedure(portal, said.procedure);
    return await portal.db.transaction().execute(async (trx) => {
      const uploads = await claimUploads(trx, portal, attachments);
      const { id, ...receipt } = await enterCase(trx, portal, said, arrival);
      if (uploads.length > 0) {
        const row = await lockCase(trx, id);
        const scan = { purpose: 'scan', datedOn: row.clockStartedOn, note: null, documentId: null } as const;
        await addWithin(trx, portal, viewer, { row, uploads, at: row.receivedAt, ...scan, give: false });
      }
      await enqueueCaseNotice(trx, portal, { caseId: id, seq: 1, step: 'submit' });
      return receipt;
    });
  } catch (error) {
    const earlier =
      isUniqueViolation(error) || error instanceof Problem
        ? await replayReceipt(portal, arrival, given)
        : undefined;
    if (earlier) return earlier;
    throw error;
  }
}

const mostDays = 366;

/** The day on which a letter came: not to come, and not of another year by a slip of the pen. */
function requireLately(receivedOn: string, today: string): void {
  const wrong =
    receivedOn > today
      ? 'Ngày nhận không thể ở tương lai.'
      : dayNumber(today) - dayNumber(receivedOn) > mostDays
        ? 'Ngày nhận cách đây hơn một năm. Hãy xem lại năm.'
        : undefined;
  if (wrong) throw new Problem('invalid', undefined, [{ pointer: '/receivedOn', detail: wrong }]);
}

/** The days of another authority's letter, as far as the calendar counts: none before it begins, no deadline out of its sight. */
function requireNear(originOn: string | undefined, originDueOn: string | undefined): void {
  if (originOn !== undefined && originOn < '2000-01-01')
    throw new Problem('invalid', undefined, [
      { pointer: '/originOn', detail: 'Ngày chuyển phải từ năm 2000. Hãy xem lại năm.' },
    ]);
  if (
    originOn !== undefined &&
    originDueOn !== undefined &&
    dayNumber(originDueOn) - dayNumber(originOn) > mostDays
  )
    throw new Problem('invalid', undefined, [
      { pointer: '/originDueOn', detail: 'Hạn phải trong một năm kể từ ngày chuyển. Hãy xem lại năm.' },
    ]);
}
