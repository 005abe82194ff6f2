// The answers of one form: read against the questionnaire, whether the form counts, and what it adds to the figures. Pure.
import { z } from 'zod';
import type { FieldError } from '../problems/problem.ts';
import { paragraphs } from '../forms/validation.ts';
import { questionsOf, type Question, type SurveyFile } from './schema.ts';

/** By the code of the question: a value, `1` to `5` or `none` on the scale, `YYYY-MM`, words; a list for multi. */
export const Answers = z.record(
  z.string().max(20),
  z.union([z.string().max(10_000), z.array(z.string().max(60)).max(50)]),
);
export type Answers = z.infer<typeof Answers>;

export const noOpinion = 'none';
const scale = new Set(['1', '2', '3', '4', '5', noOpinion]);

type Asked = { survey: SurveyFile; procedures: readonly string[]; month: string };

/**
 * Brings a form to its one shape: nothing empty, nothing to a question that was not asked. `month` is the present one
 * in Việt Nam, YYYY-MM. Each fault has the pointer `/answers/{code}`.
 */
export function readAnswers(asked: Asked, given: Answers): { answers: Answers; errors: FieldError[] } {
  const questions = questionsOf(asked.survey);
  const codes = new Set(questions.map(({ code }) => code));
  const errors: FieldError[] = Object.keys(given)
    .filter((code) => !codes.has(code))
    .map((code) => fault(code, `Phiếu này không có câu “${code}”.`));
  const answers: Answers = {};
  for (const question of questions) {
    const said = given[question.code];
    if (said === undefined || said.length === 0 || !isAsked(question, answers)) continue;
    const read = readOne(question, said, asked);
    if ('error' in read) errors.push(fault(question.code, read.error));
    // Spaces alone say nothing.
    else if (read.value.length > 0) answers[question.code] = read.value;
  }
  return { answers, errors };
}

const fault = (code: string, detail: string): FieldError => ({ pointer: `/answers/${code}`, detail });

/** Whether the condition of a question is met by the answers before it. */
export function isAsked({ when }: Pick<Question, 'when'>, answers: Answers): boolean {
  if (!when) return true;
  const earlier = answers[when.question];
  return typeof earlier === 'string' && when.is.includes(earlier);
}

type Read = { value: string | string[] } | { error: string };
const notOffered = { error: 'Hãy chọn một trong các lựa chọn của câu này.' };

function readOne(question: Question, said: string | string[], { procedures, month }: Asked): Read {
  if (question.kind === 'multi') return readSeveral(question, Array.isArray(said) ? said : [said]);
  if (typeof said !== 'string') return notOffered;
  if (question.kind === 'scale5') return scale.has(said) ? { value: said } : notOffered;
  if (question.kind === 'month') return readMonth(said, month);
  if (question.kind === 'text') return readText(said, question.maxCharacters);
  const offered = question.from ? procedures : (question.options ?? []).map(({ value }) => value);
  return offered.includes(said) ? { value: said } : notOffered;
}

function readSeveral({ max, options }: Extract<Question, { kind: 'multi' }>, said: string[]): Read {
  const chosen = options.map(({ value }) => value).filter((value) => said.includes(value));
  if (said.some((value) => !options.some((option) => option.value === value))) return notOffered;
  return chosen.length > max ? { error: `Chọn nhiều nhất ${max} nội dung; hãy bỏ bớt.` } : { value: chosen };
}

function readMonth(said: string, month: string): Read {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(said)) return { error: 'Chọn tháng và năm trong danh sách.' };
  return said > month ? { error: 'Tháng nhận kết quả không thể ở tương lai.' } : { value: said };
}

function readText(said: string, max: number): Read {
  const read = paragraphs({ min: 0, max, missing: '' }).safeParse(said);
  return read.success ? { value: read.data } : { error: read.error.issues[0]?.message ?? '' };
}

/** Whether a form counts: what is missing of what it must hold, and how much of the section is answered. */
export type Standing = {
  isValid: boolean;
  missing: string[];
  answered: number;
  needed: number;
  asked: number;
};

/**
 * The rule of a valid form: the required answers and a share of a section (“Không có ý kiến” is an answer). By default
 * of the department's questionnaire: A1 and 70 % of C.
 */
export function standingOf(survey: SurveyFile, answers: Answers): Standing {
  const { requires, section, sharePercent } = survey.valid;
  const counted = survey.sections.find(({ code }) => code === section)?.questions ?? [];
  const asked = counted.filter((question) => isAsked(question, answers));
  const answered = asked.filter(({ code }) => answers[code] !== undefined).length;
  const needed = Math.ceil((asked.length * sharePercent) / 100);
  const missing = requires.filter((code) => answers[code] === undefined);
  return {
    isValid: missing.length === 0 && answered >= needed,
    missing,
    answered,
    needed,
    asked: asked.length,
  };
}

/** What one form adds to the figures of a round. */
export type Measures = {
  isValid: boolean;
  procedure: string | null;
  filing: string | null;
  respondent: string | null;
  /** `2026-Q4`, of the month named in the answer. */
  quarter: string | null;
  /** Opinions on the scale within groups, and how many of them are 4 or 5. */
  opinions: number;
  satisfied: number;
  /** Points of Thông tư 01/2018/TT-VPCP, and how many answers had any. */
  points: number;
  scored: number;
};

export function measuresOf(survey: SurveyFile, answers: Answers): Measures {
  const questions = questionsOf(survey);
  const on = (axis: string) => {
    const question = questions.find((one) => 'axis' in one && one.axis === axis);
    const said = question && answers[question.code];
    return typeof said === 'string' ? said : null;
  };
  const opinions = questions.flatMap((question) => {
    const said = question.kind === 'scale5' && question.group !== null ? answers[question.code] : undefined;
    return said === undefined || said === noOpinion ? [] : [Number(said)];
  });
  const points = questions.flatMap((question) => {
    const said = pointsOf(question, answers);
    return said === undefined ? [] : [said];
  });
  return {
    isValid: standingOf(survey, answers).isValid,
    procedure: on('procedure'),
    filing: on('filing'),
    respondent: on('respondent'),
    quarter: quarterOf(on('quarter')),
    opinions: opinions.length,
    satisfied: opinions.filter((level) => level >= 4).length,
    points: points.reduce((sum, one) => sum + one, 0),
    scored: points.length,
  };
}

/** The points of one answer; undefined when there is none, or the indicator does not apply to it. */
export function pointsOf(question: Question, answers: Answers): number | undefined {
  if (question.kind !== 'choice' || !question.feeds) return undefined;
  const points = question.options?.find(({ value }) => value === answers[question.code])?.points;
  return typeof points === 'number' ? points : undefined;
}

/** `2026-11` -> `2026-Q4`. */
export function quarterOf(month: string | null): string | null {
  return month && `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}
