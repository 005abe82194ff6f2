// What changed for citizens, derived from each decision: one notice per procedure, with what stood before and after. Pure.
import { contentAround } from '../version.ts';
import type { StoredProcedure } from '../on-day.ts';
import { partWords } from '../part-words.ts';
import { changedParts, partLabels, ProcedurePart } from '../parts.ts';
import type { ProcedureFile } from '../schema.ts';
import { opLabels, opSentences } from './labels.ts';
import type { ChangedPart, ChangeNotice } from './notice-schema.ts';
import { type Decision, type DecisionItem, effectiveDay } from './schema.ts';

type Where = { decisions: readonly Decision[]; stored: readonly StoredProcedure[] };

/** Every notice, newest effect first, those to come included; of one day by decision, in the decision's order. */
export function changeNotices({ decisions, stored }: Where): ChangeNotice[] {
  const bySlug = new Map(stored.map((one) => [one.slug, one]));
  return decisions
    .flatMap((decision) => noticesOf(decision, bySlug))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

export type Wanted = { field?: string | undefined; procedure?: string | undefined };

/** Whether a notice is of a field (by name) and of a procedure (by slug), also where another has taken its place. */
export const isAbout = (
  { procedure, replaces }: Pick<ChangeNotice, 'procedure' | 'replaces'>,
  { field, procedure: wanted }: Wanted,
): boolean =>
  (field === undefined || procedure.field === field) &&
  (wanted === undefined || [procedure, ...replaces].some(({ slug }) => slug === wanted));

/**
 * The notices of one decision in its order. Chuẩn hóa gives one only where the content really differs (practice: the
 * whole list is published again); every other kind gives one, also where what stood before was not kept.
 */
export function noticesOf(decision: Decision, stored: ReadonlyMap<string, StoredProcedure>): ChangeNotice[] {
  return decision.items.flatMap((item) => {
    const one = stored.get(item.procedure);
    if (!one) return [];
    const parts = partsOf(item, one, decision.slug);
    if (item.op === 'standardise' && !parts.some(({ before }) => before !== null)) return [];
    const nameOf = (slug: string) => stored.get(slug)?.file.name ?? slug;
    const { name, code, field } = contentAround(one.file, one.versions, decision.slug)?.after ?? one.file;
    return [
      {
        id: `${decision.slug}/${item.procedure}`,
        decision: decision.slug,
        number: decision.number,
        op: item.op,
        label: opLabels[item.op],
        sentence: opSentences[item.op],
        procedure: { slug: item.procedure, code, name, field },
        replaces: item.replaces.map((slug) => ({ slug, name: nameOf(slug) })),
        on: effectiveDay(decision),
        isInferred: decision.effectiveOn === null,
        parts,
        note: item.note,
      },
    ];
  });
}

/** The parts that read differently, with both contents; then those that the decision names but nobody kept. */
function partsOf(item: DecisionItem, { file, versions }: StoredProcedure, by: string): ChangedPart[] {
  const around = contentAround(file, versions, by);
  const compared = around ? comparedParts(around.before, around.after) : [];
  const told = new Set(compared.map(({ part }) => part));
  const named = ProcedurePart.options
    .filter((part) => item.parts.includes(part) && !told.has(part))
    .map((part): ChangedPart => ({ part, label: partLabels[part], before: null, after: null }));
  return [...compared, ...named];
}

function comparedParts(before: ProcedureFile, after: ProcedureFile): ChangedPart[] {
  return changedParts(before, after).flatMap((part) => {
    const [old, now] = [partWords(part, before), partWords(part, after)];
    return old.join('\n') === now.join('\n')
      ? []
      : [{ part, label: partLabels[part], ...twoSides(old, now) }];
  });
}

/** Both lists of lines, each line with whether the other side has it too. */
function twoSides(before: string[], after: string[]): Pick<ChangedPart, 'before' | 'after'> {
  return {
    before: before.map((text) => ({ text, kept: after.includes(text) })),
    after: after.map((text) => ({ text, kept: before.includes(text) })),
  };
}
