// The one order in which procedures are listed: superseded ones last, then by field, those of which little is known last, then by name.
import { isThin } from './answers.ts';
import type { Procedure } from './schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

type Listed = Pick<
  Procedure,
  'slug' | 'name' | 'field' | 'status' | 'dossier' | 'timeLimit' | 'fee' | 'methods'
>;

const withoutPrefix = (name: string) => name.replace(/^Thủ tục /, '');

/** No longer to be used: replaced by another procedure or repealed. */
export const isSuperseded = ({ status }: Pick<Procedure, 'status'>) =>
  status === 'replaced' || status === 'repealed';

/** A comparison for sorting; Vietnamese alphabetical, the word “Thủ tục” before a name not counted. */
export function inListOrder(a: Listed, b: Listed): number {
  return (
    Number(isSuperseded(a)) - Number(isSuperseded(b)) ||
    inVietnameseOrder(a.field, b.field) ||
    Number(isThin(a)) - Number(isThin(b)) ||
    inVietnameseOrder(withoutPrefix(a.name), withoutPrefix(b.name)) ||
    (a.slug < b.slug ? -1 : 1)
  );
}
