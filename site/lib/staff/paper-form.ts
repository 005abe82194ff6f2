// Typing a paper form by the number keys: 1 is the first choice, 0 is “Không có ý kiến”, 135 are three choices.
import { noOpinion, type Answers } from '../../../api/surveys/answers.ts';
import { questionsOf, type Question, type SurveyFile } from '../../../api/surveys/schema.ts';
import type { Values } from '../form/form.ts';

/** What the keys of a paper form mean; what means nothing is handed on, for the API to refuse at its field. */
export function paperAnswers(survey: Pick<SurveyFile, 'sections'>, values: Values): Answers {
  const said = questionsOf(survey).flatMap((question): [string, string | string[]][] => {
    const typed = (values[question.code] ?? '').trim();
    return typed === '' ? [] : [[question.code, meaning(question, typed)]];
  });
  return Object.fromEntries(said);
}

function meaning(question: Question, typed: string): string | string[] {
  if (question.kind === 'scale5') return typed === '0' ? noOpinion : typed;
  if (question.kind === 'month') return monthOf(typed);
  if (question.kind === 'text' || !('options' in question) || !question.options) return typed;
  const { options } = question;
  const choice = (key: string) => options[Number(key) - 1]?.value ?? key;
  return question.kind === 'multi' ? [...typed.replace(/[\s,;]/g, '')].map(choice) : choice(typed);
}

/** `11/2026` or `112026` as `2026-11`. */
function monthOf(typed: string): string {
  const [, month = '', year = ''] = /^(\d{1,2})\s*[/.-]?\s*(\d{4})$/.exec(typed) ?? [];
  return month && year ? `${year}-${month.padStart(2, '0')}` : typed;
}

/** The name of a paper form's draft: of the one typed for the first time, or for the second. */
export const paperDraft = (again: string | undefined): string =>
  again ? `check-${again.replaceAll(/[^\w.-]/g, '_').slice(0, 80)}` : 'type';

/** The choices of a question with their keys: `1 Sớm hơn · 2 Đúng hẹn`. */
export function keysOf(question: Question): string {
  if (question.kind === 'scale5') return '1–5, 0 không ý kiến';
  if (question.kind === 'month') return 'ví dụ 11/2026';
  if (!('options' in question) || !question.options) return '';
  return question.options.map(({ label }, index) => `${index + 1} ${label}`).join(' · ');
}

/** Which of two typings is right, for each question that they differ in. */
export const settledIn = (values: Values): Record<string, 'first' | 'second'> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('right-')
        ? [[name.slice(6), value === 'second' ? ('second' as const) : ('first' as const)]]
        : [],
    ),
  );
