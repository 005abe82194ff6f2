// What the decisions make of a procedure on a given day: its state, what replaced it, what comes next. Pure.
import type { ProcedureFile, Status } from '../procedures/schema.ts';
import { type Decision, type DecisionItem, effectiveDay } from './schema.ts';

export type Told = { decision: Decision; item: DecisionItem; on: string };

export type ProcedureState = {
  status: Status;
  replacedBy: string | null;
  /** First and, where it ended, last day on which it holds; null: not known. */
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Everything decisions said of it, newest first; what is still to come included. */
  history: Told[];
};

/** All that decisions say of a procedure, as its own item or as one that it replaces; newest effect first. */
export function historyOf(slug: string, decisions: readonly Decision[]): Told[] {
  return decisions
    .flatMap((decision) =>
      decision.items
        .filter((item) => item.procedure === slug || item.replaces.includes(slug))
        .map((item) => ({ decision, item, on: effectiveDay(decision) })),
    )
    .toSorted((a, b) =>
      a.on === b.on ? (a.decision.signedOn < b.decision.signedOn ? 1 : -1) : a.on < b.on ? 1 : -1,
    );
}

/**
 * The state on `today` (YYYY-MM-DD, Việt Nam). Where no decision speaks, the file's own words hold; a procedure that
 * the department has not confirmed stays `needs-review` while it would be in force.
 */
export function stateOn(
  slug: string,
  file: Pick<ProcedureFile, 'status' | 'replacedBy' | 'effectiveFrom' | 'effectiveTo' | 'review'>,
  decisions: readonly Decision[],
  today: string,
): ProcedureState {
  const history = historyOf(slug, decisions);
  const ends = (told: Told) => told.item.op === 'repeal' || told.item.replaces.includes(slug);
  const begun = history.filter(({ on }) => on <= today);
  const beginning = history.findLast((told) => !ends(told) && ['new', 'replace'].includes(told.item.op));
  const end = history.find(ends);
  const from = beginning?.on ?? file.effectiveFrom;
  const dates = {
    effectiveFrom: from,
    effectiveTo: end ? dayBefore(end.on) : file.effectiveTo,
    replacedBy: end ? (end.item.op === 'repeal' ? null : end.item.procedure) : file.replacedBy,
    history,
  };
  const last = begun[0];
  if (last && ends(last)) return { ...dates, status: last.item.op === 'repeal' ? 'repealed' : 'replaced' };
  const open = { ...dates, replacedBy: end ? null : dates.replacedBy };
  if (from !== null && from > today) return { ...open, status: 'not-yet-in-force' };
  if (history.length === 0) return { ...dates, status: file.status };
  return { ...open, status: file.review.state === 'confirmed' ? 'in-force' : 'needs-review' };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
