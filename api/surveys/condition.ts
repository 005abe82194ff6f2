// The condition of a question in words, for forms that cannot hide it: without script, and on paper. Pure.
import { optionLabel } from './results.ts';
import { questionsOf, type Question, type SurveyFile } from './schema.ts';

/** `Chỉ trả lời khi câu B1 là: Trễ hẹn.`; undefined where a question is always asked. */
export function conditionWords(survey: Pick<SurveyFile, 'sections'>, { when }: Question): string | undefined {
  const earlier = when && questionsOf(survey).find(({ code }) => code === when.question);
  if (!when || !earlier) return undefined;
  const answers = when.is.map((value) => optionLabel(earlier, value) ?? value);
  return `Chỉ trả lời khi câu ${when.question} là: ${answers.join(', ')}.`;
}
