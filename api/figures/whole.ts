// The 100% that the plans ask for: handled of all that was to be handled, and what keeps it below. Pure.
import type { Figures, Whole } from './schema.ts';

/** `lateAnswers`: numbers of late answers that are public, and how many of the period's late answers there are in all. */
export function wholeOf(
  { openAtStart, total, openAtEnd }: { openAtStart: number; total: Figures; openAtEnd: number },
  lateAnswers: readonly string[],
): Whole {
  const toHandle = openAtStart + total.received + total.continued + total.returned;
  const late = total.answeredLate + total.transferredLate + total.refusedLate + total.guidedLate;
  return {
    handled: toHandle - openAtEnd,
    toHandle,
    value: toHandle === 0 ? null : (toHandle - openAtEnd) / toHandle,
    open: openAtEnd,
    late,
    lateAnswers: [...lateAnswers],
  };
}
