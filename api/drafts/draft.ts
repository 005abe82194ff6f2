// What a draft of a letter is while it waits on the server: what was typed, what was refused, for how long. Pure.
import { z } from 'zod';

/** How long a draft is kept after its last change; told in content/privacy. */
export const draftMinutes = 120;
/** A draft holds the fields of one form; more than this is none. */
const mostCharacters = 50_000;

/** The key in the writer's cookie: 32 random bytes in base64url. */
export const DraftKey = z.string().regex(/^[\w-]{43}$/, 'Mã bản nháp chưa đúng.');

const isSmall = (draft: object) => JSON.stringify(draft).length <= mostCharacters;

/** The fields of the form under their names, and the refusals to be shown with them. */
export const Draft = z
  .strictObject({
    values: z.record(z.string().max(60), z.string()),
    errors: z
      .array(
        z.strictObject({
          field: z.string().max(60),
          text: z.string().max(2000),
          /** Whether it was taken is not known. */
          isUnsure: z.boolean().optional(),
        }),
      )
      .max(60),
  })
  .refine(isSmall, 'Nội dung quá dài, không giữ lại được.');
export type Draft = z.infer<typeof Draft>;
