// A paper form typed in once, or twice by two people: where the two typings differ, and what it waits for. Pure.
import type { Answers } from './answers.ts';
import { questionsOf, type SurveyFile } from './schema.ts';

export const paperStateLabels = {
  entered: 'Đã nhập',
  'awaiting-check': 'Chờ người khác nhập lại',
  agrees: 'Hai lần nhập khớp',
  differs: 'Hai lần nhập khác nhau',
  settled: 'Đã thống nhất',
} as const;
export type PaperState = keyof typeof paperStateLabels;

type Typed = {
  answers: Answers | null;
  checkWanted: boolean;
  checkedAnswers: Answers | null;
  checkedBy: string | null;
  settledBy: string | null;
};

/** The codes of the questions that two typings answer differently, in the order of the questionnaire. */
export function differencesOf(survey: SurveyFile, one: Answers, other: Answers): string[] {
  const asText = (answer: Answers[string] | undefined) => JSON.stringify(answer ?? null);
  return questionsOf(survey)
    .map(({ code }) => code)
    .filter((code) => asText(one[code]) !== asText(other[code]));
}

export function paperStateOf(survey: SurveyFile, typed: Typed): PaperState {
  if (typed.settledBy) return 'settled';
  if (typed.answers && typed.checkedAnswers)
    return differencesOf(survey, typed.answers, typed.checkedAnswers).length > 0 ? 'differs' : 'agrees';
  if (typed.checkedBy) return 'agrees';
  return typed.checkWanted ? 'awaiting-check' : 'entered';
}

/** Such a paper form keeps a round from being closed by hand. */
export const isOpenQuestion = (state: PaperState): boolean =>
  state === 'awaiting-check' || state === 'differs';
