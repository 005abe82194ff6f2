// Free text of a form with everything that looks like personal data covered: nobody confirms here, so all of it goes. Pure.
import { findPersonalData } from '../cases/privacy/masking.ts';
import type { Answers } from './answers.ts';
import { findBareNames } from './bare-names.ts';
import { questionsOf, type SurveyFile } from './schema.ts';

export const covered = '[đã che]';

/** `Gọi Trần Văn Thử 0900 000 000` -> `Gọi [đã che] [đã che]`; what the detectors only suspect is covered as well. */
export function maskedText(text: string): string {
  const told = coveredAt(text, findPersonalData(text, { name: '' }));
  return coveredAt(told, findBareNames(told));
}

const coveredAt = (text: string, places: readonly { start: number; end: number }[]): string =>
  places.reduceRight((kept, { start, end }) => kept.slice(0, start) + covered + kept.slice(end), text);

/** The answers of a form with its free texts covered; the others cannot hold anything personal. */
export function maskedAnswers(survey: SurveyFile, answers: Answers): Answers {
  const free = questionsOf(survey).filter(({ kind }) => kind === 'text');
  const masked = free.flatMap(({ code }) => {
    const text = answers[code];
    return typeof text === 'string' ? [[code, maskedText(text)] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(masked) };
}
