// How the encryption of columns stands, as the pages of administration ask for it. Pure.
import { z } from 'zod';

export const EncryptionStanding = z.object({
  /** The number of the key that is written with. */
  keyId: z.number(),
  /** Tables with encrypted columns, and those of which a whole pass has found nothing else. */
  tables: z.number(),
  proven: z.number(),
  /** Rows that the work has encrypted. */
  rows: z.number(),
  /** Values that no key opens. */
  unopened: z.number(),
  provenAt: z.iso.datetime().nullable(),
});
export type EncryptionStanding = z.infer<typeof EncryptionStanding>;
