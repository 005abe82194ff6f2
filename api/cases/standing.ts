// How a case stands on a day that was answered, taken up again and perhaps answered again: the one meaning of “handled”. Pure.
// Figures, reports, the register, public answers, lists of officers and the open file ask here (docs/decisions/0015-standing.md).
import { isClosed, type Status } from './lifecycle.ts';
import type { Ending, Start } from './steps/step.ts';

/** One handling of a case from its start to its end; days in Việt Nam, both ends within. */
export type Spell = { start: Start; startedOn: string; endedOn: string | null; ending: Ending | null };

/** First and last day, both within. */
type Days = { from: string; to: string };

export type Standing<One extends Spell> = {
  /** `carried`: open when the period began; all else came in it, also what had ended before and was taken up again. */
  arrival: 'carried' | 'new';
  /** Taken up again within the period. */
  again: boolean;
  /** The latest handling by the last day of the period. */
  last: One;
  /** How that one has ended by then; null: the case is open. */
  ending: Ending | null;
};

/**
 * How a case stands at the end of a period; null when the period has nothing to do with it. A case counts once, as its
 * latest handling stands on the last day: answered and taken up again it is open, until it is answered again, and what
 * happens after the period changes nothing of it. Source: điểm đ khoản 1 Điều 9, Điều 14 Nghị định số 20/2008/NĐ-CP
 * (handled is what was answered, transferred, refused); chỉ số 5.3 Quyết định số 766/QĐ-TTg (tiếp tục phản ánh).
 */
export function standingOf<One extends Spell>(
  spells: readonly One[],
  { from, to }: Days,
): Standing<One> | null {
  const begun = spells.filter(({ startedOn }) => startedOn <= to);
  const last = begun.at(-1);
  if (!last) return null;
  const carried = begun.some(
    ({ startedOn, endedOn }) => startedOn < from && (endedOn === null || endedOn >= from),
  );
  const started = begun.filter(({ startedOn }) => startedOn >= from);
  if (!carried && started.length === 0) return null;
  return {
    arrival: carried ? 'carried' : 'new',
    again: started.some(({ start }) => start !== 'new'),
    last,
    ending: last.endedOn !== null && last.endedOn <= to ? last.ending : null,
  };
}

type Row = {
  status: Status;
  answeredAt: Date | null;
  mergedInto: string | null;
  outsideNumber: string | null;
};

/**
 * Whether an answer of the department stands on a case as it is now. The result that another agency gave, and the answer
 * to the case that a letter was merged into, are no answers of this one.
 */
export const answerStands = ({ status, answeredAt, mergedInto, outsideNumber }: Row): boolean =>
  answeredAt !== null &&
  mergedInto === null &&
  outsideNumber === null &&
  (status === 'answered' || isClosed(status));
