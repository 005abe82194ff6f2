// content/figures.yaml: the numbers of days and the formulas behind the public figures.
import { z } from 'zod';
import { Text } from '../text/published.ts';

const Limit = z.strictObject({
  workingDays: z.int().min(0).max(60),
  source: Text,
  certainty: z.enum(['law', 'operational', 'proposal']),
});

export const IndexCode = z.enum(['1.2', '1.3', '5.1a', '5.1b', '5.2', '5.3', '5.4']);
export type IndexCode = z.infer<typeof IndexCode>;

export const IndexText = z.strictObject({
  code: IndexCode,
  name: Text,
  formula: Text,
  note: Text,
  source: Text,
});
export type IndexText = z.infer<typeof IndexText>;

export const FiguresContent = z.strictObject({
  limits: z.strictObject({ answer: Limit, refuse: Limit, transfer: Limit, publish: Limit, decision: Limit }),
  indices: z
    .array(IndexText)
    .refine(
      (indices) =>
        indices.length === IndexCode.options.length &&
        new Set(indices.map(({ code }) => code)).size === indices.length,
      'Mỗi chỉ số đứng đúng một lần.',
    ),
});
export type FiguresContent = z.infer<typeof FiguresContent>;
