// The questions about an answered case, taken from content/surveys/danh-gia-pakn.yaml when the site is built.
import { parse } from 'yaml';
import { questionsOf, SurveyFile } from '../../../api/surveys/schema.ts';
import source from '../../../content/surveys/danh-gia-pakn.yaml?raw';

const questions = questionsOf(SurveyFile.parse(parse(source)));

/** A question by its code: its words, and its choices where it has any. */
export function ratingQuestion(code: 'score' | 'reason' | 'comment') {
  const question = questions.find((one) => one.code === code);
  if (!question) throw new Error(`content/surveys/danh-gia-pakn.yaml: thiếu câu ${code}`);
  const options = 'options' in question ? (question.options ?? []) : [];
  return {
    label: question.label,
    hint: question.hint,
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

/** What a kept answer is called. */
export const ratingWords = (code: 'score' | 'reason', value: string): string =>
  ratingQuestion(code).options.find((option) => option.value === value)?.label ?? value;
