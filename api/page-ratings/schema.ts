// What a visitor says of a page, and what the editors read of it.
import { z } from '@hono/zod-openapi';
import { optional } from '../forms/blank.ts';
import { line } from '../forms/validation.ts';
import { isRated, pageOf } from './page.ts';

export const mostCharacters = 500;

export const RatePage = z
  .strictObject({
    page: z
      .string({ error: 'Thiếu địa chỉ trang.' })
      .max(300, 'Địa chỉ trang quá dài.')
      .transform(pageOf)
      .refine(isRated, 'Trang này không có mục đánh giá.'),
    helpful: z.enum(['yes', 'no'], { error: 'Chọn “Có” hoặc “Không”.' }),
    comment: optional(
      line({
        max: mostCharacters,
        missing: 'Viết ý kiến.',
        tooLong: `Ý kiến dài quá ${mostCharacters} ký tự. Hãy viết gọn lại.`,
      }),
    ),
  })
  .openapi('RatePage');
export type RatePage = z.infer<typeof RatePage>;

export const PageRating = z.object({
  page: z.string(),
  yes: z.int(),
  no: z.int(),
  /** The last thirty days, and the thirty before them. */
  recent: z.object({ yes: z.int(), no: z.int() }),
  before: z.object({ yes: z.int(), no: z.int() }),
  waiting: z.int(),
});
export type PageRating = z.infer<typeof PageRating>;

export const PageComment = z.object({
  id: z.uuid(),
  page: z.string(),
  onDay: z.string(),
  helpful: z.boolean(),
  comment: z.string(),
  handledAt: z.string().nullable(),
  handledBy: z.string().nullable(),
});
export type PageComment = z.infer<typeof PageComment>;

export const PageRatings = z.object({
  pages: z.array(PageRating),
  comments: z.array(PageComment),
  /** How many days a sentence is kept. */
  keptDays: z.int(),
});
export type PageRatings = z.infer<typeof PageRatings>;

export const RatingQuery = z.strictObject({
  page: z.string().max(200).optional(),
  handled: z.enum(['yes', 'no']).optional(),
});
export type RatingQuery = z.infer<typeof RatingQuery>;

export const MarkComment = z.strictObject({ handled: z.boolean('Chọn đã xử lý hay chưa.') });
