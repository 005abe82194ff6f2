// What is asked for and answered around subscriptions to change notices.
import { z } from '@hono/zod-openapi';
import { Email } from '../cases/schema.ts';
import { line } from '../forms/validation.ts';

export const Subscribe = z
  .strictObject({
    email: Email,
    /** Anchors of fields, as /thu-tuc names them, and single procedures as `thu-tuc:{slug}`; none: every field. */
    fields: z.array(z.string().max(200)).max(100, 'Chọn “Mọi lĩnh vực” thay vì từng lĩnh vực.').default([]),
  })
  .openapi('Subscribe');
export type Subscribe = z.infer<typeof Subscribe>;

/** The token of a link in a letter; it names a subscription and proves that the letter was read. */
export const WithToken = z.strictObject({
  token: line({ max: 100, missing: 'Đường dẫn thiếu mã. Hãy mở lại đường dẫn trong thư.' }),
});
