// How many working days before a date officers are told of it: the office's own setting among the deadlines.
import { deadlineInForce } from '../../deadlines/service.ts';
import type { Portal } from '../../portal/portal.ts';
import type { WarningDays } from './lateness.ts';

export async function warningDays(portal: Pick<Portal, 'db'>): Promise<WarningDays> {
  const [first, again] = await Promise.all([
    deadlineInForce(portal, 'remind-first'),
    deadlineInForce(portal, 'remind-again'),
  ]);
  return { first: first.amount, again: again.amount };
}
