// The tokens of links in letters: which subscription or case, which letter, and a keyed hash over both. Nothing of them is stored.
import { timingSafeEqual } from 'node:crypto';
import { keyedHash, type Keys } from './keys.ts';

export type Purpose =
  'confirm' | 'end' | 'case-stop' | 'case-address' | 'case-code' | 'staff-link' | 'officer-stop';
export type Named = { id: string; round: number };

const labels: Record<Purpose, string> = {
  confirm: 'subscription-confirm',
  end: 'subscription-end',
  'case-stop': 'case-stop',
  'case-address': 'case-address',
  'case-code': 'case-code',
  'staff-link': 'staff-link',
  'officer-stop': 'officer-stop',
};
const macBytes = 16;
const bodyBytes = 20;

/** 48 characters of base64url. `round` is the number of the letter; a link to end has round 0 and stays good. */
export function tokenFor(keys: Keys, purpose: Purpose, { id, round }: Named): string {
  const body = Buffer.alloc(bodyBytes);
  body.write(id.replaceAll('-', ''), 'hex');
  body.writeUInt32BE(round, 16);
  return Buffer.concat([body, macOf(keys, purpose, body)]).toString('base64url');
}

/** Undefined for anything that `tokenFor` did not make for this purpose. */
export function readToken(keys: Keys, purpose: Purpose, token: string): Named | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding is lenient: only the one spelling that `tokenFor` writes is taken.
  if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== token) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  if (!timingSafeEqual(bytes.subarray(bodyBytes), macOf(keys, purpose, body))) return undefined;
  const id = body.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, round: body.readUInt32BE(16) };
}

const macOf = (keys: Keys, purpose: Purpose, body: Buffer) =>
  keyedHash(keys, labels[purpose], body.toString('hex')).subarray(0, macBytes);
