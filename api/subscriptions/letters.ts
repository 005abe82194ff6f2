// What the letters to subscribers say of fields and of a decision. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { opLabels } from '../procedures/decisions/labels.ts';
import { type Decision, effectiveDay } from '../procedures/decisions/schema.ts';
import { anchorOf } from '../text/fold.ts';
import type { Procedure } from '../procedures/schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

type Procedures = ReadonlyMap<string, Pick<Procedure, 'name' | 'field'>>;

/** The names of chosen fields, in Vietnamese order; none chosen: every field. */
export function fieldNames(chosen: readonly string[], procedures: Procedures): string {
  if (chosen.length === 0) return 'mọi lĩnh vực';
  const names = new Map([...procedures.values()].map(({ field }) => [anchorOf(field), field]));
  return chosen
    .map((anchor) => names.get(anchor) ?? anchor)
    .toSorted(inVietnameseOrder)
    .join('; ');
}

/** The fields of the procedures that a decision names, old ones that it replaces included. */
export const fieldsOf = ({ items }: Decision, procedures: Procedures): string[] => [
  ...new Set(
    items
      .flatMap(({ procedure, replaces }) => [procedure, ...replaces])
      .flatMap((slug) => procedures.get(slug)?.field ?? [])
      .map(anchorOf),
  ),
];

/** One line per procedure of the chosen fields: what happens to it, and from which day. */
export function decisionLines(
  decision: Decision,
  chosen: readonly string[],
  procedures: Procedures,
): string[] {
  const isChosen = (slug: string) => {
    const field = procedures.get(slug)?.field;
    return chosen.length === 0 || (field !== undefined && chosen.includes(anchorOf(field)));
  };
  return decision.items
    .filter(({ procedure, replaces }) => [procedure, ...replaces].some(isChosen))
    .map(({ op, procedure }) => `- ${opLabels[op]}: ${procedures.get(procedure)?.name ?? procedure}`);
}

export const effectWords = (decision: Decision): string => vietnameseDate(effectiveDay(decision));
