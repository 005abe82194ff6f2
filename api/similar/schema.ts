// Asking for published answers like a letter that is about to be sent, and what comes back.
import { z } from 'zod';
import { ContentCode } from '../cases/schema.ts';
import { line, paragraphs } from '../forms/validation.ts';

/** `body` travels in the request's body only; it is neither kept nor logged. */
export const AskSimilar = z.strictObject({
  procedure: line({ max: 120, missing: 'Chọn thủ tục.' }).optional(),
  contentCode: ContentCode,
  body: paragraphs({ max: 10_000, missing: 'Cần nội dung để so với các câu trả lời đã công khai.' }),
});
export type AskSimilar = z.infer<typeof AskSimilar>;

/** At most three, the likest first; `why` are plain reasons in Vietnamese. */
export const SimilarAnswers = z.object({
  answers: z.array(z.object({ number: z.string(), summary: z.string(), why: z.array(z.string()) })),
});
export type SimilarAnswers = z.infer<typeof SimilarAnswers>;
