// The questions about an answered case, taken from content/surveys/danh-gia-pakn.yaml when the site is built.
import { parse } from 'yaml';
import type { Language } from '../../../api/languages/language.ts';
import { questionsOf, SurveyFile } from '../../../api/surveys/schema.ts';
import { englishRating } from '../../texts/rating.ts';
import source from '@content/surveys/danh-gia-pakn.yaml?raw';

const questions = questionsOf(SurveyFile.parse(parse(source)));

/** A question by its code: its words in a language, and its choices where it has any. */
export function ratingQuestion(code: 'score' | 'reason' | 'comment', language: Language = 'vi') {
  const question = questions.find((one) => one.code === code);
  if (!question) throw new Error(`content/surveys/danh-gia-pakn.yaml: thiếu câu ${code}`);
  const options = 'options' in question ? (question.options ?? []) : [];
  if (language === 'en') {
    const { label, hint, choices } = englishRating[code];
    const words: Readonly<Record<string, string>> = choices;
    return { label, hint, options: options.map(({ value }) => ({ value, label: words[value] ?? value })) };
  }
  return {
    label: question.label,
    hint: question.hint,
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

/** What a kept answer is called. */
export const ratingWords = (code: 'score' | 'reason', value: string, language: Language = 'vi'): string =>
  ratingQuestion(code, language).options.find((option) => option.value === value)?.label ?? value;
