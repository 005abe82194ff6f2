// content/signals.yaml: the words by which a letter looks like a tố cáo or khiếu nại, each with its reason and source.
import { z } from 'zod';
import { Text } from '../text/published.ts';

/** Of what a text shows signs: a tố cáo or a khiếu nại. */
export const SignalKind = z.enum(['denunciation', 'complaint']);
export type SignalKind = z.infer<typeof SignalKind>;

const Phrase = Text.refine((text) => text === text.toLowerCase(), 'Viết cụm từ bằng chữ thường.');

export const SignalsContent = z.strictObject({
  /** What stands before the name of a person. */
  titles: z.array(Phrase).min(1),
  /** How many words apart a named person and what they are said to have done may stand. */
  within: z.int().min(1).max(200),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        kind: SignalKind,
        /** Counts only near the name of a person. */
        named: z.boolean().default(false),
        phrases: z.array(Phrase).min(1),
        why: Text,
        source: Text,
        certainty: z.enum(['law', 'proposal']),
      }),
    )
    .min(1),
});
export type SignalsContent = z.infer<typeof SignalsContent>;

/** What was found by one rule, with the words as they stand in the text. */
export const FoundSignal = z.object({
  kind: SignalKind,
  words: z.array(z.string()),
  why: z.string(),
  source: z.string(),
  certainty: z.enum(['law', 'proposal']),
});
export type FoundSignal = z.infer<typeof FoundSignal>;
