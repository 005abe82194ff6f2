// content/reports/*.yaml: the forms of reports as data, so that a true form needs no release.
import { z } from 'zod';
import { CaseSource } from '../cases/schema.ts';
import { Text } from '../text/published.ts';

const Number_ = z.string().regex(/^\d{1,2}$/, 'Số của cột đặt trong dấu nháy, như "3".');
const Place = { number: Number_, groups: z.array(Text).max(2).default([]), label: Text };

/** Which cases a column counts; what is left out is not asked. */
export const CaseFilter = z.strictObject({
  track: z.array(z.enum(['conduct', 'rule', 'both'])).optional(),
  arrival: z.array(z.enum(['carried', 'new'])).optional(),
  competence: z.array(z.enum(['ours', 'other', 'none', 'undecided'])).optional(),
  channel: z.array(z.union([CaseSource, z.literal('none')])).optional(),
  /** `open`: not ended by the last day of the period. */
  state: z
    .array(z.enum(['open', 'answered', 'transferred', 'refused', 'withdrawn', 'lapsed', 'guided', 'merged']))
    .optional(),
  onTime: z.boolean().optional(),
  /** Whether it is past its due date: at its end, or at the end of the period when open. */
  late: z.boolean().optional(),
  published: z.boolean().optional(),
  /** Taken up anew in the period after an earlier end: continued, sent back, reopened. */
  again: z.boolean().optional(),
  /** Received before the first day of the period. */
  receivedBefore: z.boolean().optional(),
  classified: z.boolean().optional(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

const CaseColumn = z.union([
  z.strictObject({ ...Place, sum: z.array(Number_).min(1) }),
  z.strictObject({ ...Place, count: CaseFilter }),
]);
export type CaseColumn = z.infer<typeof CaseColumn>;

const dossierMeasures = [
  'online',
  'direct',
  'carried',
  'early',
  'onTime',
  'late',
  'pending',
  'pendingLate',
] as const;
const DossierColumn = z.union([
  z.strictObject({ ...Place, sum: z.array(Number_).min(1) }),
  z.strictObject({ ...Place, measure: z.enum(dossierMeasures) }),
]);
export type DossierColumn = z.infer<typeof DossierColumn>;

/** A sum of columns on each side that must come to the same. */
export const Identity = z.strictObject({
  text: Text,
  left: z.array(Number_).min(1),
  right: z.array(Number_).min(1),
});
export type Identity = z.infer<typeof Identity>;

const common = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Mã biểu chỉ gồm chữ thường không dấu, số, gạch nối.'),
  /** The form's own name, such as II.05a/VPCP/KSTT; null: none. */
  form: Text.nullable(),
  /** What the paper is called above its title, such as Báo cáo; null: the title names it. */
  genre: Text.nullable(),
  title: Text,
  /** What must be checked before it is sent; null once a person has confirmed the form. */
  caution: Text.nullable(),
  source: Text,
  certainty: z.enum(['verified', 'read-from-code', 'expected', 'own']),
  recipients: z.array(Text).min(1),
  /** Who signs: the office, in capitals on the paper. */
  signer: Text,
  /** The second part of the report's number: `Số: …/BC-SKHCN`; null: it has none. */
  symbol: Text.nullable(),
};
const known = (columns: readonly { number: string; sum?: readonly string[] }[]) => {
  const numbers = columns.map(({ number }) => number);
  return (
    new Set(numbers).size === numbers.length &&
    columns.every(({ sum = [] }) => sum.every((one) => numbers.includes(one)))
  );
};
const wrong = 'Số cột phải khác nhau, và cột tổng chỉ cộng những cột có trong biểu.';

export const CasesForm = z
  .strictObject({
    ...common,
    kind: z.literal('cases'),
    rows: z.enum(['field', 'track', 'channel', 'unit']),
    rowHead: Text,
    noRow: Text,
    /** Ends that stand in a note only. */
    leftOut: z.array(z.strictObject({ state: z.enum(['guided', 'merged']), note: Text })),
    columns: z.array(CaseColumn).min(1).max(30),
    identities: z.array(Identity),
    /** `{n}` stands for the number of cases that the filter finds. */
    notes: z.array(z.strictObject({ text: Text, count: CaseFilter.optional() })),
  })
  .refine(({ columns }) => known(columns), wrong);
export type CasesForm = z.infer<typeof CasesForm>;

export const DossiersForm = z
  .strictObject({
    ...common,
    kind: z.literal('dossiers'),
    rowHead: Text,
    columns: z.array(DossierColumn).min(1).max(30),
    identities: z.array(Identity),
    notes: z.array(z.strictObject({ text: Text })),
  })
  .refine(({ columns }) => known(columns), wrong);
export type DossiersForm = z.infer<typeof DossiersForm>;

export const registerColumns = [
  'serial',
  'number',
  'receivedAt',
  'source',
  'sender',
  'summary',
  'procedure',
  'track',
  'competence',
  'unit',
  'dueOn',
  'answer',
  'result',
  'publishedOn',
  'note',
] as const;

export const RegisterForm = z.strictObject({
  ...common,
  kind: z.literal('register'),
  columns: z
    .array(z.strictObject({ column: z.enum(registerColumns), label: Text, width: z.int().min(1).max(60) }))
    .min(1),
  notes: z.array(z.strictObject({ text: Text })),
});
export type RegisterForm = z.infer<typeof RegisterForm>;

const Chapter = z.strictObject({
  heading: Text,
  /** What the office writes by itself; a line to fill in. */
  text: Text.optional(),
  table: z
    .enum([
      'forms',
      'procedures',
      'levels',
      'groups',
      'items',
      'by-procedure',
      'breakdowns',
      'facts',
      'change',
      'trouble',
      'wishes',
      'formulas',
    ])
    .optional(),
});

export const SatisfactionForm = z.strictObject({
  ...common,
  kind: z.literal('satisfaction'),
  /** Codes of the questions behind two tables. */
  trouble: z.array(Text),
  wishes: z.array(Text),
  chapters: z.array(Chapter).min(1),
});
export type SatisfactionForm = z.infer<typeof SatisfactionForm>;

export const AssessmentForm = z.strictObject({
  ...common,
  kind: z.literal('assessment'),
  indicators: z
    .array(
      z.strictObject({
        number: Number_,
        name: Text,
        points: z.int().min(0),
        /** How the portal knows it: points of a question, or how phản ánh, kiến nghị were handled. */
        from: z
          .discriminatedUnion('how', [
            z.strictObject({ how: z.literal('question'), code: Text }),
            z.strictObject({ how: z.literal('cases-on-time'), full: z.int(), part: z.int() }),
            // Counted for whoever scores each dossier; what was found untrue or slanderous is left out.
            z.strictObject({ how: z.literal('conduct-cases') }),
          ])
          .nullable(),
        note: Text,
      }),
    )
    .min(1),
  grades: z.array(z.strictObject({ atLeast: z.number(), name: Text })).min(1),
});
export type AssessmentForm = z.infer<typeof AssessmentForm>;

export const ReportForm = z.discriminatedUnion('kind', [
  CasesForm,
  DossiersForm,
  RegisterForm,
  SatisfactionForm,
  AssessmentForm,
]);
export type ReportForm = z.infer<typeof ReportForm>;
