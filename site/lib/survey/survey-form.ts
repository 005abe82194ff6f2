// The form of a survey: its fields as answers and token of the API, and back.
import type { Answers } from '../../../api/surveys/answers.ts';
import { questionsOf, type SurveyFile } from '../../../api/surveys/schema.ts';
import { readCaseNumber } from '../../../api/text/case-number.ts';
import { department } from '../content/department.ts';
import type { Token } from '../../../api/surveys/answer-schema.ts';
import type { Values } from '../form/form.ts';

/** The box of one choice among several. */
export const boxName = (code: string, value: string) => `${code}-${value}`;

/** What the fields say, empty ones left out. */
export function answersOf(survey: Pick<SurveyFile, 'sections'>, values: Values): Answers {
  const said = questionsOf(survey).flatMap((question): [string, string | string[]][] => {
    const { code } = question;
    if (question.kind !== 'multi') return values[code] ? [[code, values[code]]] : [];
    const chosen = question.options.map(({ value }) => value).filter((value) => values[boxName(code, value)]);
    return chosen.length > 0 ? [[code, chosen]] : [];
  });
  return Object.fromEntries(said);
}

/** The token that the form carries: a scan, else a case of this register with its code, else a dossier's receipt. */
export function tokenOf({ session, number = '', secret = '' }: Values): Token {
  if (session && !number) return { kind: 'session', session };
  const isCase = secret !== '' || readCaseNumber(number).startsWith(`${department.registerCode}-`);
  return isCase ? { kind: 'case', number, secret } : { kind: 'receipt', number };
}

/** The last two years as choices, newest first: `2026-11` is `Tháng 11/2026`. `today` is YYYY-MM-DD. */
export function monthChoices(today: string): { value: string; label: string }[] {
  const newest = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 24 }, (_, back) => {
    const [year, month] = [
      Math.floor((newest - back) / 12),
      String(((newest - back) % 12) + 1).padStart(2, '0'),
    ];
    return { value: `${year}-${month}`, label: `Tháng ${month}/${year}` };
  });
}

/** `87,5%`; a dash where there is nothing to show. */
export const percentWords = (percent: number | null | undefined): string =>
  percent === null || percent === undefined ? '–' : `${percent.toLocaleString('vi-VN')}%`;

/** `1,7`; a dash where there is nothing to show. */
export const scoreWords = (mean: number | null | undefined): string =>
  mean === null || mean === undefined
    ? '–'
    : mean.toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `+1,2` or `−0,5` with its unit; a dash where there is nothing to compare. */
export function changeWords(change: number | null | undefined, unit: string): string {
  if (change === null || change === undefined) return '–';
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${Math.abs(change).toLocaleString('vi-VN')} ${unit}`;
}
