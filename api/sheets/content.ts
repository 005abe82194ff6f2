// The wording of the print sheets: content/notice-board.yaml.
import { z } from 'zod';
import { Text } from '../text/published.ts';

const Basis = z.array(Text).min(1);

export const NoticeBoard = z.strictObject({
  pakn: z.strictObject({
    title: Text,
    intro: Text,
    contents: z.array(Text).min(1),
    addressesTitle: Text,
    requirementsTitle: Text,
    requirements: z.array(Text).min(1),
    refusal: Text,
    legalBasis: Basis,
    /** verbatim: compared with the printed form; in-substance: read in decisions that reproduce it. */
    certainty: z.enum(['verbatim', 'in-substance']),
    note: Text.nullable(),
  }),
  procedure: z.strictObject({ legalBasis: Basis }),
  field: z.strictObject({ legalBasis: Basis }),
});
export type NoticeBoard = z.infer<typeof NoticeBoard>;
