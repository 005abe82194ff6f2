// The picture of a procedure: what is known of it, and nothing else. Pure.
import { shortTimeLimit, statusLabels } from '../procedures/labels.ts';
import { isSuperseded } from '../procedures/order.ts';
import type { Procedure } from '../procedures/schema.ts';
import type { Card } from './card.ts';

/** `owner` is the department; a fact of which nothing is known is left out. */
export function cardOf(
  procedure: Pick<Procedure, 'name' | 'code' | 'status' | 'timeLimit'>,
  owner: string,
): Card {
  const { name, code, status } = procedure;
  const facts = [
    { label: 'Thời hạn', value: shortTimeLimit(procedure) },
    { label: 'Mã thủ tục', value: code },
  ];
  return {
    owner,
    title: name,
    facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    mark: {
      text: statusLabels[status],
      tone: isSuperseded(procedure) ? 'danger' : status === 'in-force' ? 'success' : 'warning',
    },
  };
}
