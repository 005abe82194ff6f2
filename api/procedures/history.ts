// What has become of a procedure and what is to come: every decision about it, with the words before and after. Pure.
import { type Decision, type DecisionItem, effectiveDay } from './decisions/schema.ts';
import { historyOf } from './decisions/state.ts';
import type { StoredProcedure } from './on-day.ts';
import { partWords } from './part-words.ts';
import { changedParts, partLabels, ProcedurePart } from './parts.ts';

/** `before` and `after` are lines; null where the earlier content was not kept. */
export type PartChange = { label: string; before: string[] | null; after: string[] | null };

export type Change = {
  /** From this day it holds; YYYY-MM-DD. */
  on: string;
  isUpcoming: boolean;
  /** Null: the content was changed without a decision that the portal knows. */
  decision: Decision | null;
  item: DecisionItem | null;
  parts: PartChange[];
};

/**
 * The decision that each part's present content comes from; a part that no decision in force named is left out. A new
 * procedure has everything from the decision that published it, also before that day.
 */
export function decidedBy(slug: string, changes: readonly Change[]): Map<ProcedurePart, Decision> {
  const decided = new Map<ProcedurePart, Decision>();
  for (const { item, decision, isUpcoming } of changes.toReversed()) {
    if (!decision || item?.procedure !== slug) continue;
    const isWhole = (item.op === 'new' || item.op === 'replace') && item.parts.length === 0;
    if (isUpcoming && !isWhole) continue;
    for (const part of isWhole ? ProcedurePart.options : item.parts) decided.set(part, decision);
  }
  return decided;
}

/** Newest first. `today` is a date in Việt Nam, YYYY-MM-DD; what holds from a later day is upcoming. */
export function changesOf(
  { slug, file, versions }: StoredProcedure,
  decisions: readonly Decision[],
  today: string,
): Change[] {
  const kept = versions.toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
  const compared = kept.map(({ until, by, content: before }, at) => {
    const after = kept[at + 1]?.content ?? file;
    const parts = changedParts(before, after).map((part) => ({
      label: partLabels[part],
      before: partWords(part, before),
      after: partWords(part, after),
    }));
    return { on: until, by, parts };
  });
  const told = historyOf(slug, decisions).map(({ decision, item, on }): Change => {
    const known = compared.find(({ by }) => by === decision.slug)?.parts ?? [];
    const named = item.parts
      .map((part) => partLabels[part])
      .filter((label) => !known.some((part) => part.label === label))
      .map((label) => ({ label, before: null, after: null }));
    return { on, isUpcoming: on > today, decision, item, parts: [...known, ...named] };
  });
  const toldSlugs = new Set(told.map(({ decision }) => decision?.slug));
  const untold = compared
    .filter(({ by }) => by === null || !toldSlugs.has(by))
    .map(({ on, by, parts }): Change => {
      const decision = decisions.find(({ slug: other }) => other === by) ?? null;
      return {
        on: decision ? effectiveDay(decision) : on,
        isUpcoming: on > today,
        decision,
        item: null,
        parts,
      };
    });
  return [...told, ...untold].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}
