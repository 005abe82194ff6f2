// Receipts as they leave the API, and what is asked when one is to be verified.
import { z } from '@hono/zod-openapi';
import { paragraphs } from '../forms/validation.ts';

export const VerifyReceipt = z.strictObject({
  text: paragraphs({ max: 2_000, missing: 'Dán dòng biên nhận, bắt đầu bằng BN1~.' }),
});

const facts = {
  number: z.string(),
  receivedAt: z.string().meta({ format: 'date-time' }),
  /** Salted SHA-256 of what was said, base64url. */
  commitment: z.string(),
  dueOn: z.string().meta({ format: 'date' }),
  keyId: z.string(),
};

export const SignedReceiptView = z
  .object({ ...facts, signature: z.string(), text: z.string() })
  .openapi('SignedReceipt');
export type SignedReceiptView = z.infer<typeof SignedReceiptView>;

export const VerifiedReceipt = z.object({
  /** `genuine`: signed by a key of this portal; `altered`: it names one, but is not signed by it. */
  verdict: z.enum(['genuine', 'altered', 'unknown-key', 'unreadable']),
  receipt: z.object(facts).nullable(),
});
export type VerifiedReceipt = z.infer<typeof VerifiedReceipt>;
