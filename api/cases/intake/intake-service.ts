// Staff write a case down for somebody, or take over what a higher authority has sent on.
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { enqueueCaseNotice } from '../../notify/enqueue-service.ts';
import { actorOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import { localDate } from '../../dates/dates.ts';
import { isForwarded } from '../dates/report.ts';
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
  const { source, originAgency, originNumber, originOn, originDueOn, nationalCode, ...said } = given;
  if (originOn !== undefined && originOn > localDate(portal.now()))
    throw new Problem('invalid', undefined, [
      { pointer: '/originOn', detail: 'Ngày chuyển không thể ở tương lai.' },
    ]);
  const forwarded = isForwarded(source);
  const arrival = {
    source,
    actor: actorOf(viewer),
    idempotencyKey,
    request: given,
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
      const { id, ...receipt } = await enterCase(trx, portal, said, arrival);
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
