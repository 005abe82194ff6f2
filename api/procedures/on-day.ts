// A procedure as it stands on a day: the content that holds then, and the state that the decisions give it. Pure.
import { type Decision, effectiveDay } from '../decisions/schema.ts';
import { stateOn } from '../decisions/state.ts';
import type { Procedure, ProcedureFile } from './schema.ts';
import { contentOn, type VersionFile } from './version.ts';

export type StoredProcedure = { slug: string; file: ProcedureFile; versions: readonly VersionFile[] };

/** `today` is a date in Việt Nam, YYYY-MM-DD. The newest decisions in force that name the procedure become its own. */
export function procedureOn(
  { slug, file, versions }: StoredProcedure,
  decisions: readonly Decision[],
  today: string,
): Procedure {
  const { content } = contentOn(file, versions, today);
  const { status, replacedBy, effectiveFrom, effectiveTo, history } = stateOn(slug, file, decisions, today);
  const newest = (scope: Decision['scope']) => {
    const told = history.find(({ decision, on }) => decision.scope === scope && on <= today);
    if (!told) return null;
    const { number, signedOn, authority, note } = told.decision;
    return { number, signedOn, authority, note };
  };
  return {
    slug,
    ...content,
    status,
    replacedBy,
    effectiveFrom,
    effectiveTo,
    decisions: {
      ...content.decisions,
      ministry: newest('ministry') ?? content.decisions.ministry,
      province: newest('province') ?? content.decisions.province,
    },
  };
}

/** The next day after `today` on which a decision or an earlier content begins or ends; null: none is known. */
export function nextTurn(
  decisions: readonly Decision[],
  versions: Iterable<readonly VersionFile[]>,
  today: string,
): string | null {
  const days = [...decisions.map(effectiveDay), ...[...versions].flat().map(({ until }) => until)];
  return days.filter((day) => day > today).toSorted()[0] ?? null;
}
