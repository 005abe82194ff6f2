// What the sign-on by the office's own provider (OpenID Connect Core 1.0) takes and answers.
import { z } from 'zod';
import { cut } from '../forms/validation.ts';
import { OwnerProof } from './passkey-schema.ts';

const tooLong = 'Địa chỉ dài quá.';

/** Where the officer wants to go; the page judges it (site/lib/form/return-path.ts). */
export const SignOnStart = z.strictObject({ returnTo: cut(2_000, { missing: tooLong, tooLong }) });

/** The query with which the provider sent the browser back, without its question mark. */
export const SignOnReturn = z.strictObject({ query: cut(6_000, { missing: tooLong, tooLong }) });

/** Where to send the browser; null where the provider does not answer. */
export const SignOnAddress = z.object({ url: z.string().nullable() });

/**
 * `in`, `second-step`, `linked`: it went through; `denied`: not at the provider; `away`: it does not answer; `refused`: what it
 * said was not right, or came too late; `unknown`: nobody here is linked with it; `taken`: another account is;
 * `mismatch`: its claim is not the account's e-mail.
 */
export const SignOnOutcome = z.enum([
  'in',
  'second-step',
  'linked',
  'denied',
  'away',
  'refused',
  'unknown',
  'taken',
  'mismatch',
]);
export type SignOnOutcome = z.infer<typeof SignOnOutcome>;
/** `isLink`: an account was to be linked, nobody to be let in. */
export const SignOnDone = z.object({ outcome: SignOnOutcome, returnTo: z.string(), isLink: z.boolean() });

/** What stands on the button; null where no provider is set. */
export const SignOnOffer = z.object({ label: z.string().nullable() });

export const SignOnProof = OwnerProof;
