// One question with its answer: the file in content/qa.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';
import { Certainty } from '../documents/schema.ts';

const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/);

export const QaFile = z
  .strictObject({
    question: Text,
    /** Paragraphs are parted by an empty line. */
    answer: Text,
    procedures: z.array(Slug).default([]),
    legalBasis: z.array(
      z.strictObject({
        /** The number of a document, or null where only a name is given in `place`. */
        number: Text.nullable(),
        place: Text.nullable().default(null),
        certainty: Certainty,
      }),
    ),
    /** The case number of the published answer that it was made from, such as PAKN-2026-000123. */
    madeFrom: z
      .string()
      .regex(/^[A-Z]{2,10}-\d{4}-\d{6,}$/, 'Mã hồ sơ có dạng PAKN-2026-000123.')
      .nullable(),
    reviewedOn: Day.nullable(),
    draft: z.boolean().default(true),
  })
  .refine(({ draft, reviewedOn }) => draft || reviewedOn !== null, {
    path: ['reviewedOn'],
    message: 'Trước khi bỏ draft, ghi ngày đã rà soát.',
  });
export type QaFile = z.infer<typeof QaFile>;

/** What an editor gets to copy: the file, and what in it still looks personal. */
export const QaDraft = z.strictObject({
  fileName: z.string(),
  yaml: z.string(),
  warnings: z.array(z.strictObject({ text: z.string(), advice: z.string() })),
});
export type QaDraft = z.infer<typeof QaDraft>;
