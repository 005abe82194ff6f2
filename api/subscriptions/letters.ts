// What the letters to subscribers say of fields and of a decision. Pure.
import { vietnameseDate } from '../dates/dates.ts';
import { opLabels } from '../procedures/decisions/labels.ts';
import { type Decision, effectiveDay } from '../procedures/decisions/schema.ts';
import { anchorOf } from '../text/fold.ts';
import type { Procedure } from '../procedures/schema.ts';
import { inVietnameseOrder } from '../text/order.ts';

type Procedures = ReadonlyMap<string, Pick<Procedure, 'name' | 'field'>>;

const topic = 'thu-tuc:';
/** A single procedure among what can be chosen, beside the anchors of fields. */
export const topicOf = (slug: string): string => `${topic}${slug}`;

/** The names of chosen fields and procedures, in Vietnamese order; none chosen: every field. */
export function fieldNames(chosen: readonly string[], procedures: Procedures): string {
  if (chosen.length === 0) return 'mọi lĩnh vực';
  const names = new Map([...procedures.values()].map(({ field }) => [anchorOf(field), field]));
  return chosen
    .map((one) =>
      one.startsWith(topic)
        ? `riêng thủ tục ${procedures.get(one.slice(topic.length))?.name ?? one.slice(topic.length)}`
        : (names.get(one) ?? one),
    )
    .toSorted(inVietnameseOrder)
    .join('; ');
}

/** The procedures that a decision names and their fields, as they can be chosen; old ones that it replaces included. */
export const fieldsOf = ({ items }: Decision, procedures: Procedures): string[] => [
  ...new Set(
    items
      .flatMap(({ procedure, replaces }) => [procedure, ...replaces])
      .flatMap((slug) => {
        const field = procedures.get(slug)?.field;
        return [topicOf(slug), ...(field === undefined ? [] : [anchorOf(field)])];
      }),
  ),
];

/** One line per procedure chosen, by itself or with its field: what happens to it, and from which day. */
export function decisionLines(
  decision: Decision,
  chosen: readonly string[],
  procedures: Procedures,
): string[] {
  const isChosen = (slug: string) => {
    const field = procedures.get(slug)?.field;
    return (
      chosen.length === 0 ||
      chosen.includes(topicOf(slug)) ||
      (field !== undefined && chosen.includes(anchorOf(field)))
    );
  };
  return decision.items
    .filter(({ procedure, replaces }) => [procedure, ...replaces].some(isChosen))
    .map(({ op, procedure }) => `- ${opLabels[op]}: ${procedures.get(procedure)?.name ?? procedure}`);
}

export const effectWords = (decision: Decision): string => vietnameseDate(effectiveDay(decision));
