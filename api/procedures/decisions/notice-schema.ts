// The shape of a change notice and of a decision as the public sees them.
import { z } from 'zod';
import { Day } from '../../text/published.ts';
import { ProcedurePart } from '../parts.ts';
import { DecisionOp } from './schema.ts';

/** `kept`: the other side has this line too. */
const Line = z.strictObject({ text: z.string(), kept: z.boolean() });

/** `before` and `after` are null where the decision names the part but the portal did not keep what stood before. */
export const ChangedPart = z.strictObject({
  part: ProcedurePart,
  label: z.string(),
  before: z.array(Line).nullable(),
  after: z.array(Line).nullable(),
});
export type ChangedPart = z.infer<typeof ChangedPart>;

export const ChangeNotice = z.strictObject({
  id: z.string(),
  decision: z.string(),
  number: z.string(),
  op: DecisionOp,
  label: z.string(),
  sentence: z.string(),
  procedure: z.strictObject({
    slug: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    field: z.string(),
  }),
  replaces: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  /** From this day it holds. */
  on: z.iso.date(),
  /** The decision does not say from when: the day of signing stands in for it. */
  isInferred: z.boolean(),
  parts: z.array(ChangedPart),
  note: z.string().nullable(),
});
export type ChangeNotice = z.infer<typeof ChangeNotice>;

export const DecisionSummary = z.strictObject({
  slug: z.string(),
  number: z.string(),
  title: z.string(),
  scope: z.enum(['ministry', 'province']),
  authority: z.string(),
  signedOn: Day,
  /** Null: the decision does not say; it is then counted from the day of signing. */
  effectiveOn: Day.nullable(),
  file: z.string().nullable(),
  note: z.string().nullable(),
  procedures: z.int(),
  /** When this portal first showed it; null: not yet. */
  publishedAt: z.iso.datetime().nullable(),
});
export type DecisionSummary = z.infer<typeof DecisionSummary>;

export const DecisionView = DecisionSummary.omit({ procedures: true }).extend({
  sources: z.array(z.string()),
  items: z.array(
    z.strictObject({
      op: DecisionOp,
      label: z.string(),
      procedure: z.string(),
      name: z.string(),
      replaces: z.array(z.string()),
      parts: z.array(ProcedurePart),
      note: z.string().nullable(),
    }),
  ),
  notices: z.array(ChangeNotice),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** For feeds: when the portal first showed the notice, and when it last showed it anew. */
export const DatedNotice = ChangeNotice.extend({
  publishedAt: z.iso.datetime().nullable(),
  changedAt: z.iso.datetime().nullable(),
});
export type DatedNotice = z.infer<typeof DatedNotice>;
