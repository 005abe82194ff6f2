// What staff ask of the reports, and what they get.
import { z } from '@hono/zod-openapi';
import { ReportDocument } from './document.ts';
import { ListedCase } from './frozen.ts';
import { ReportPeriod } from './period.ts';

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const wrongOrder = { error: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.', path: ['to'] };
const asked = {
  ...ReportPeriod.shape,
  form: z.string().max(40),
  /** The round of a survey, for the forms that are about one. */
  round: z.string().max(80).optional(),
};

export const AskReport = z.strictObject(asked).refine(inOrder, wrongOrder);
export type AskReport = z.infer<typeof AskReport>;
export const AskCases = z.strictObject({ ...asked, behind: z.string().max(300) }).refine(inOrder, wrongOrder);
/** `seen`: the hash of the figures that were looked at. */
export const IssueReport = z
  .strictObject({
    ...asked,
    seen: z.string().regex(/^[0-9a-f]{64}$/, 'Hãy xem trước báo cáo rồi mới ban hành.'),
  })
  .refine(inOrder, wrongOrder);
export type IssueReport = z.infer<typeof IssueReport>;

const Form = z.object({
  id: z.string(),
  kind: z.enum(['cases', 'dossiers', 'register', 'satisfaction', 'assessment']),
  form: z.string().nullable(),
  title: z.string(),
  caution: z.string().nullable(),
  source: z.string(),
  certainty: z.enum(['verified', 'read-from-code', 'expected', 'own']),
});
export const IssuedItem = z.object({
  id: z.int(),
  formId: z.string(),
  fromOn: z.string(),
  toOn: z.string(),
  subject: z.string(),
  hash: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string().nullable(),
});
export type IssuedItem = z.infer<typeof IssuedItem>;

export const ReportsView = z.object({
  forms: z.array(Form),
  rounds: z.array(z.object({ id: z.string(), title: z.string(), isClosed: z.boolean() })),
  issued: z.array(IssuedItem),
});

const shown = {
  form: Form,
  from: z.string(),
  to: z.string(),
  round: z.string().nullable(),
  document: ReportDocument,
  identities: z.array(
    z.object({ text: z.string(), leftValue: z.number(), rightValue: z.number(), holds: z.boolean() }),
  ),
  offending: z.array(z.string()),
};
export const PreviewView = z.object({
  ...shown,
  /** Hash of the figures; goes into the request that issues them. */
  seen: z.string(),
  /** Why it cannot be issued now; null: it can. */
  hindrance: z.string().nullable(),
});
export type PreviewView = z.infer<typeof PreviewView>;
export const IssuedView = z.object({ ...shown, issue: IssuedItem, others: z.array(IssuedItem) });
export type IssuedView = z.infer<typeof IssuedView>;
export const BehindView = z.object({ cases: z.array(ListedCase) });
export type BehindView = z.infer<typeof BehindView>;
export const CompareView = z.object({
  before: IssuedItem,
  after: IssuedItem,
  differences: z.array(
    z.object({
      table: z.string(),
      row: z.string(),
      column: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
