// What a draft of a letter is while it waits on the server: what was typed, what was refused, for how long. Pure.
import { z } from 'zod';

/** How long a letter waits for the device that it is carried to; told in content/privacy. */
export const handedDays = 7;
/** How long a draft is kept after its last change; told in content/privacy. */
export const draftMinutes = 120;
/** A draft holds the fields of one form; more than this is none. */
const mostCharacters = 50_000;

/** The key in the writer's cookie: 32 random bytes in base64url. */
export const DraftKey = z.string().regex(/^[\w-]{43}$/, 'Mã bản nháp chưa đúng.');

const isSmall = (draft: object) => JSON.stringify(draft).length <= mostCharacters;

const parts = {
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
};

/** The fields of the form under their names, and the refusals to be shown with them. */
export const Draft = z.strictObject(parts).refine(isSmall, 'Nội dung quá dài, không giữ lại được.');
export type Draft = z.infer<typeof Draft>;

/** Under which code a letter waits for another device, and until when. */
export const Handed = z.object({ code: z.string(), until: z.iso.datetime() });
export type Handed = z.infer<typeof Handed>;

/** A draft as its writer opens it. */
export const OpenDraft = z.object({ ...parts, handed: Handed.optional() });
export type OpenDraft = z.infer<typeof OpenDraft>;

/** A draft as it is sealed. */
export const SealedDraft = z.object({
  ...parts,
  handed: Handed.optional(),
  /** The code by which it came from another device: who asks with it again has it already. */
  cameBy: z.string().optional(),
  /** Of a letter on its way: the key of the draft that it was, and will be no more. */
  from: DraftKey.optional(),
});
export type SealedDraft = z.infer<typeof SealedDraft>;
