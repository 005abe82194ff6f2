// Until when a decision must be posted at a place, and how it stands today. Pure.
import { dateOf, dayNumber, vietnameseDate } from '../dates/dates.ts';
import { firstDate, lastDate } from '../calendar/holidays.ts';
import { addWorkingDays, type Calendar, workingDaysBetween } from '../calendar/working-days.ts';
import type { Decision } from '../procedures/decisions/schema.ts';
import { missingLabels } from './labels.ts';
import type { DueTerm, MarkView, PlaceState, PlaceView, PostingPlace, Term } from './schema.ts';

type Dated = Pick<Decision, 'signedOn' | 'receivedOn' | 'effectiveOn' | 'shortened'>;

/**
 * A term's day for a decision. Undefined where the rule is younger than the decision, or the calendar does not know
 * its days; null where the day from which
 * it counts is not known. Working days by the calendar in force; a period in days that ends on a day off ends on the
 * next working day (khoản 5 Điều 148 Bộ luật Dân sự 2015).
 */
export function dueTerm(calendar: Calendar, term: Term, decision: Dated): DueTerm | null | undefined {
  if (term.since !== null && decision.signedOn < term.since) return undefined;
  const { signedOn: signed, receivedOn: received, effectiveOn: effective } = decision;
  const from = { signed, received, effective }[term.from];
  if (from === null) return null;
  if (from < firstDate || from > lastDate) return undefined;
  const amount = decision.shortened && term.shortened !== null ? term.shortened : term.amount;
  const { on, certain, summary } =
    term.unit === 'working-days'
      ? addWorkingDays(calendar, from, amount)
      : addWorkingDays(calendar, dateOf(dayNumber(from) + amount), 0);
  return { ...term, amount, on, certain, summary };
}

/** `marks` newest first; `shownOn` is the day on which this portal first showed the decision (web only). */
export function placeView(
  calendar: Calendar,
  { place, label, scopes, legalBasis, terms }: PostingPlace,
  decision: Dated & Pick<Decision, 'scope'>,
  { marks, shownOn, today }: { marks: MarkView[]; shownOn: string | null; today: string },
): PlaceView {
  const dated = terms.map((term) => dueTerm(calendar, term, decision));
  const known = dated.filter((term) => term !== null && term !== undefined).toSorted(byDay);
  const limit = known.find(({ certainty }) => certainty !== 'proposal');
  const target = known.find(({ certainty }) => certainty === 'proposal');
  const due = limit ?? target ?? null;
  const doneOn = place === 'web' ? shownOn : (marks[0]?.on ?? null);
  const isNeeded = scopes.includes(decision.scope);
  return {
    place,
    label,
    legalBasis,
    state: isNeeded || doneOn ? stateOf(due, doneOn, today) : 'not-needed',
    due,
    target: limit && target ? target : null,
    missing: isNeeded ? missingWords(terms, dated) : [],
    daysLeft: due && !doneOn && isNeeded ? workingDaysBetween(calendar, today, due.on) : null,
    doneOn,
    marks,
  };
}

function missingWords(terms: readonly Term[], dated: readonly (DueTerm | null | undefined)[]): string[] {
  const words = terms.flatMap(({ from, since }, index) => {
    if (dated[index] === null) return [missingLabels[from]];
    if (dated[index] || !since) return [];
    return [`Quyết định ký trước khi có quy định về thời hạn này (${vietnameseDate(since)})`];
  });
  return [...new Set(words)];
}

const byDay = (a: DueTerm, b: DueTerm) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

function stateOf(due: DueTerm | null, doneOn: string | null, today: string): PlaceState {
  if (doneOn) return due && doneOn > due.on ? 'done-late' : 'done';
  if (!due) return 'no-due';
  return today > due.on ? 'late' : 'due';
}

const open: readonly PlaceState[] = ['late', 'due', 'no-due'];

/** Whether something is still to do for a decision. */
export const isOpen = ({ places }: { places: readonly PlaceView[] }) =>
  places.some(({ state }) => open.includes(state));

/** The longest overdue first, then the nearest day, then those without a day; finished ones last, the newest first. */
export function inUrgency<One extends { signedOn: string; places: readonly PlaceView[] }>(
  checklists: readonly One[],
): One[] {
  const nextOf = ({ places }: One) =>
    places.flatMap(({ state, due }) => (due && open.includes(state) ? [due.on] : [])).toSorted()[0] ??
    (isOpen({ places }) ? '9998' : '9999');
  return checklists.toSorted((a, b) => {
    const [first, second] = [nextOf(a), nextOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    return a.signedOn < b.signedOn ? 1 : -1;
  });
}
