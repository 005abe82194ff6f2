// A report as it is issued: the form of that day, the figures, the cases behind each cell, and the paper. Pure.
import { z } from 'zod';
import { ReportDocument } from './document.ts';
import { ReportForm } from './form-schema.ts';

/** A case as it stood in the report; nothing of its sender or content. */
export const ListedCase = z.strictObject({
  number: z.string(),
  receivedOn: z.string(),
  arrival: z.enum(['carried', 'new']),
  track: z.enum(['conduct', 'rule']),
  state: z.enum(['open', 'answered', 'transferred', 'refused', 'withdrawn', 'lapsed', 'guided', 'merged']),
  endedOn: z.string().nullable(),
  dueOn: z.string(),
  field: z.string().nullable(),
});
export type ListedCase = z.infer<typeof ListedCase>;

export const FrozenReport = z.strictObject({
  form: ReportForm,
  from: z.string(),
  to: z.string(),
  /** The round of a survey that it is about. */
  round: z.string().nullable(),
  document: ReportDocument,
  identities: z.array(
    z.strictObject({ text: z.string(), leftValue: z.number(), rightValue: z.number(), holds: z.boolean() }),
  ),
  /** What makes it not add up: numbers of cases, or names of rows; it is not issued then. */
  offending: z.array(z.string()),
  cases: z.array(ListedCase),
  /** Numbers of the cases behind each cell, by the cell's `behind`. */
  lists: z.record(z.string(), z.array(z.string())),
});
export type FrozenReport = z.infer<typeof FrozenReport>;
