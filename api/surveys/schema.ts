// A questionnaire as content/surveys/{id}.yaml holds it: strict, every reference inside it resolved.
import { z } from 'zod';
import { Text } from '../text/published.ts';

const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,15}$/, 'Mã câu hỏi gồm chữ không dấu và số, như A1.');
const Value = z
  .string('Giá trị phải đặt trong dấu nháy nếu là số.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Giá trị gồm chữ thường không dấu, số và gạch nối.');

/** Thông tư 01/2018/TT-VPCP, Điều 13: 0, 1 or 2 points; an answer to which the indicator does not apply has none. */
const Points = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal('not-counted')]);
export const Option = z.strictObject({ value: Value, label: Text, points: Points.optional() });
export type Option = z.infer<typeof Option>;

/** What a breakdown of the results goes by. */
export const Axis = z.enum(['procedure', 'filing', 'respondent', 'quarter']);
export type Axis = z.infer<typeof Axis>;

const asked = {
  code: Code,
  label: Text,
  hint: Text.optional(),
  /** Without an answer the form is not taken from the web. */
  required: z.literal(true).optional(),
  /** Marked “không bắt buộc” on the form. */
  optional: z.literal(true).optional(),
  /** Asked only when an earlier answer is one of these. */
  when: z.strictObject({ question: Code, is: z.array(Value).min(1) }).optional(),
};
const follow = z.strictObject({
  when: z.array(Value).min(1),
  text: Text,
  link: z.string().startsWith('/', 'Địa chỉ trong cổng, bắt đầu bằng /.'),
  linkText: Text,
});

const Choice = z.strictObject({
  ...asked,
  kind: z.literal('choice'),
  from: z.literal('procedures').optional(),
  options: z.array(Option).min(2).optional(),
  axis: Axis.optional(),
  feeds: z.literal('facts').optional(),
  indicator: Text.optional(),
  follow: follow.optional(),
});
const Multi = z.strictObject({
  ...asked,
  kind: z.literal('multi'),
  max: z.int().min(1),
  options: z.array(Option).min(2),
});
const Scale5 = z.strictObject({ ...asked, kind: z.literal('scale5'), group: z.string().nullable() });
const Month = z.strictObject({ ...asked, kind: z.literal('month'), axis: z.literal('quarter').optional() });
const FreeText = z.strictObject({
  ...asked,
  kind: z.literal('text'),
  /** What not to write here; stands above the field. */
  warning: Text,
  maxCharacters: z.int().min(1).max(5_000),
});
export const Question = z.discriminatedUnion('kind', [Choice, Multi, Scale5, Month, FreeText]);
export type Question = z.infer<typeof Question>;

const Section = z.strictObject({
  code: Code,
  title: Text,
  hint: Text.optional(),
  questions: z.array(Question).min(1),
});

const File = z.strictObject({
  version: z.int().min(1),
  /** `round`: asked in rounds of its own; `case-rating`: asked on the page of an answered case. */
  use: z.enum(['round', 'case-rating']),
  title: Text,
  lead: Text,
  minutes: z.int().min(1),
  sources: z.array(z.strictObject({ document: Text, note: Text.optional() })).min(1),
  /** A form counts when these are answered and at least this share of the section is. */
  valid: z.strictObject({
    requires: z.array(Code),
    section: Code,
    sharePercent: z.int().min(0).max(100),
  }),
  groups: z.array(z.strictObject({ code: z.string().min(1), title: Text })),
  sections: z.array(Section).min(1),
});

/** A questionnaire without its id, which is the name of its file. */
export const SurveyFile = File.superRefine((survey, context) => {
  for (const { path, message } of faultsOf(survey)) context.addIssue({ code: 'custom', path, message });
});
export type SurveyFile = z.infer<typeof File>;
/** As it leaves the API. */
export const Survey = File.extend({ id: z.string() });
export type Survey = z.infer<typeof Survey>;

type Fault = { path: (string | number)[]; message: string };

function faultsOf(survey: SurveyFile): Fault[] {
  const seen = new Map<string, Question>();
  const groups = new Set(survey.groups.map(({ code }) => code));
  const faults: Fault[] = [];
  survey.sections.forEach(({ questions }, section) =>
    questions.forEach((question, place) => {
      const fault = (message: string) =>
        faults.push({ path: ['sections', section, 'questions', place], message });
      if (seen.has(question.code)) fault(`Mã câu ${question.code} đã dùng.`);
      if (question.when && !holds(seen.get(question.when.question), question.when.is))
        fault('Điều kiện phải trỏ tới một câu chọn ở trước và tới lựa chọn có thật của câu đó.');
      for (const message of ownFaults(question, groups)) fault(message);
      seen.set(question.code, question);
    }),
  );
  if (survey.valid.requires.some((code) => !seen.has(code)))
    faults.push({ path: ['valid', 'requires'], message: 'Có mã câu không có trong phiếu.' });
  if (!survey.sections.some(({ code }) => code === survey.valid.section))
    faults.push({ path: ['valid', 'section'], message: 'Không có phần nào mang mã này.' });
  return faults;
}

const holds = (question: Question | undefined, values: readonly string[]) =>
  question?.kind === 'choice' &&
  values.every((value) => question.options?.some((option) => option.value === value));

function ownFaults(question: Question, groups: ReadonlySet<string>): string[] {
  if (question.kind === 'scale5')
    return question.group !== null && !groups.has(question.group)
      ? [`Không có nhóm tiêu chí “${question.group}”.`]
      : [];
  if (question.kind === 'multi')
    return question.max > question.options.length
      ? ['max nhiều hơn số lựa chọn.']
      : sameTwice(question.options);
  if (question.kind !== 'choice') return [];
  if ((question.from === undefined) === (question.options === undefined))
    return ['Câu chọn cần options, hoặc from: procedures, một trong hai.'];
  const { options = [], feeds, indicator } = question;
  const scored = options.filter(({ points }) => points !== undefined).length;
  return [
    ...sameTwice(options),
    ...(scored !== (feeds ? options.length : 0)
      ? ['Câu có feeds: facts thì mọi lựa chọn phải có points; câu khác thì không lựa chọn nào có.']
      : []),
    ...((feeds === undefined) !== (indicator === undefined)
      ? ['Câu tính điểm phải nêu indicator: chỉ số và văn bản.']
      : []),
    ...(question.follow && !holds(question, question.follow.when)
      ? ['follow phải trỏ tới lựa chọn có thật.']
      : []),
  ];
}

const sameTwice = (options: readonly Option[]) =>
  new Set(options.map(({ value }) => value)).size < options.length ? ['Có hai lựa chọn cùng giá trị.'] : [];

/** All questions in their order. */
export const questionsOf = ({ sections }: Pick<SurveyFile, 'sections'>): Question[] =>
  sections.flatMap(({ questions }) => questions);
