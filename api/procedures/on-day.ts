// A procedure as it stands on a day: the content that holds then, and the state that the decisions give it. Pure.
import { dateOf, dayNumber } from '../dates/dates.ts';
import { type Decision, effectiveDay } from './decisions/schema.ts';
import { effectOf, stateOn } from './decisions/state.ts';
import type { Procedure, ProcedureFile } from './schema.ts';
import { contentOn, type VersionFile } from './version.ts';

export type StoredProcedure = { slug: string; file: ProcedureFile; versions: readonly VersionFile[] };

/**
 * `today` is a date in Việt Nam, YYYY-MM-DD. The newest decisions in force that name the procedure become its own; of one
 * that is only to come, those that publish it.
 */
export function procedureOn(
  { slug, file, versions }: StoredProcedure,
  decisions: readonly Decision[],
  today: string,
): Procedure {
  const { content } = contentOn(file, versions, today);
  // What was confirmed is the content that holds today, not the one that is to come.
  const own = { ...file, review: content.review };
  const { status, replacedBy, effectiveFrom, effectiveTo, history } = stateOn(slug, own, decisions, today);
  const newest = (scope: Decision['scope']) => {
    // A correction mends another decision's text, an end takes it away; neither publishes anything.
    const told = history.find(
      ({ decision, item, on }) =>
        decision.scope === scope &&
        item.op !== 'correct' &&
        effectOf(slug, item) !== 'end' &&
        (on <= today || status === 'not-yet-in-force'),
    );
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

/** Every day on which a procedure's content or state can change: decisions, kept contents, the file's own days. */
export function changeoverDays(
  procedures: Iterable<StoredProcedure>,
  decisions: readonly Decision[],
): string[] {
  const days = decisions.map(effectiveDay);
  for (const { file, versions } of procedures) {
    days.push(...versions.map(({ until }) => until));
    if (file.effectiveFrom) days.push(file.effectiveFrom);
    if (file.effectiveTo) days.push(dateOf(dayNumber(file.effectiveTo) + 1));
  }
  return days;
}
