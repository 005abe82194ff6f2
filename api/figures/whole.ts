// The 100% that the plans ask for: handled of all that was to be handled, and what keeps it below. Pure.
import type { CaseFigures, Whole } from './schema.ts';

/** `lateAnswers`: numbers of late answers that are public, and how many of the period's late answers there are in all. */
export function wholeOf(cases: CaseFigures, lateAnswers: readonly string[]): Whole {
  const toHandle = cases.carried + cases.received + cases.takenUp;
  const late = cases.answeredLate + cases.transferredLate + cases.refusedLate + cases.guidedLate;
  return {
    handled: toHandle - cases.open,
    toHandle,
    value: toHandle === 0 ? null : (toHandle - cases.open) / toHandle,
    open: cases.open,
    late,
    lateAnswers: [...lateAnswers],
  };
}
