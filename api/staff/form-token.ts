// The token of an officer's forms: of which session they are, and whose. Spelt anew at every reading. Pure.
import { randomBytes } from 'node:crypto';

const partBytes = 16;
const tokenBytes = 2 * partBytes;

/** A mask of chance, then both under it: 64 bytes in base64url. `ofSession`, `ofOwner`: keyed hashes. */
export function maskFormToken(ofSession: Buffer, ofOwner: Buffer): string {
  const mask = randomBytes(tokenBytes);
  const token = Buffer.concat([ofSession.subarray(0, partBytes), ofOwner.subarray(0, partBytes)]);
  return Buffer.concat([mask, under(token, mask)]).toString('base64url');
}

export function unmaskFormToken(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === 2 * tokenBytes ? under(bytes.subarray(tokenBytes), bytes) : undefined;
}

/**
 * Whose form it was, in base64url: the same in every token of one officer, also after the session has ended. Tells nobody
 * who that is. Undefined for what is no token.
 */
export const ownerIn = (text: string): string | undefined =>
  unmaskFormToken(text)?.subarray(partBytes).toString('base64url');

const under = (token: Buffer, mask: Buffer) =>
  Buffer.from(token.subarray(0, tokenBytes).map((byte, index) => byte ^ (mask[index] ?? 0)));
