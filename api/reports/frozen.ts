// A report as it is issued: the form of that day, the figures, the cases behind each cell, and the paper. Pure.
import { z } from 'zod';
import { ReportDocument } from './document.ts';
import { ReportForm } from './form-schema.ts';

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
  offending: z.array(z.string()),
  /** Numbers of the cases behind each cell, by the cell's `behind`. */
  lists: z.record(z.string(), z.array(z.string())),
});
export type FrozenReport = z.infer<typeof FrozenReport>;
