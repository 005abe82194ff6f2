// A filled-in form of the department's questionnaire, for demonstrations. Pure.
import type { Answers } from '../surveys/answers.ts';

export const surveyId = 'muc-do-hai-long';

/** A form that counts: every answer of part C is the given level; `month` YYYY-MM. */
export function filledForm(
  { procedure, month, level = 4 }: { procedure: string; month: string; level?: number | 'none' },
  change: Answers = {},
): Answers {
  const scale = Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [`C${index + 1}`, String(level)]),
  );
  return {
    ...{ A1: procedure, A2: 'online', A3: 'person', A4: month },
    ...{ B1: 'on-time', B2: 'none', B3: 'none', B4: 'not-late', B5: 'none', B6: 'none' },
    ...scale,
    ...change,
  };
}
