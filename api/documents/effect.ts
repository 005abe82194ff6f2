// Whether a document holds on a day: by what replaced it, by what its file says, by the years it was made for. Pure.
import type { DocumentFile, Effect, ShownRelation } from './schema.ts';

const unknown: Effect = { state: 'unknown', on: null, certainty: null, note: null };

/** `today` is a date in Việt Nam, YYYY-MM-DD. A replacement without a day counts as having taken place, one in part leaves the rest. */
export function effectOn(
  { effect, period }: Pick<DocumentFile, 'effect' | 'period'>,
  relations: readonly Pick<ShownRelation, 'kind' | 'on' | 'part' | 'certainty' | 'name'>[],
  today: string,
): Effect {
  const ending = relations.find(
    ({ kind, on, part }) =>
      (kind === 'replaced-by' || kind === 'repealed-by') && part === null && (on === null || on <= today),
  );
  if (ending) {
    const { kind, on, certainty, name } = ending;
    const replaced = kind === 'replaced-by';
    return {
      state: replaced ? 'replaced' : 'ended',
      on,
      certainty,
      note: replaced ? `Thay thế bởi ${name}` : `Bãi bỏ bởi ${name}`,
    };
  }
  if (effect) {
    const { from, to, certainty, note } = effect;
    if (from !== null && from > today) return { state: 'not-yet', on: from, certainty, note };
    if (effect.state === 'ended' && (to === null || to <= today))
      return { state: 'ended', on: to, certainty, note };
    if (effect.state === 'unknown') return { state: 'unknown', on: from, certainty, note };
    return { state: 'in-force', on: from, certainty, note };
  }
  if (period && `${period.to}-12-31` < today)
    return {
      state: 'period-over',
      on: `${period.to}-12-31`,
      certainty: 'read',
      note: 'Theo thời kỳ ghi trong tên văn bản',
    };
  return unknown;
}
