// The look-up code of a case: 90 random bits and two check characters, told once, stored only as a keyed hash.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedHash, type Keys } from '../../crypto/keys.ts';
import { plainLine } from '../../text/signs.ts';

/** 32 characters without look-alikes: no 0/O, no 1/I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const dataLength = 18;
const mostTyped = 120;
const checkModulus = 1021;

/** Two check characters over the data characters: every single wrong or swapped neighbour is noticed. */
function checkOf(data: string): string {
  const sum = [...data].reduce((total, char) => (total * 37 + alphabet.indexOf(char) + 1) % checkModulus, 0);
  return `${alphabet[sum >> 5]}${alphabet[sum & 31]}`;
}

/**
 * A new look-up code, written `XXXX-XXXX-XXXX-XXXX-XXXX`, from 18 random bytes or more: the operating system's unless
 * given.
 */
export function newSecret(random: Buffer = randomBytes(dataLength)): string {
  const data = Array.from(random.subarray(0, dataLength), (byte) => alphabet[byte & 31]).join('');
  return (data + checkOf(data)).replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What a person typed as a look-up code, brought to its one spelling: case, spaces, dashes and points
 * do not matter, nor the words “Mã tra cứu:” before it.
 * Undefined when it cannot be a code of ours (length, a foreign character, or the check characters disagree).
 */
export function readSecret(typed: string): string | undefined {
  const plain = plainLine(typed.slice(0, mostTyped))
    .toUpperCase()
    .replace(/^M[AÃ] TRA C[UỨ]U\s?:?/, '')
    .replace(/[\s.,;:_/-]/g, '');
  if (plain.length !== dataLength + 2 || [...plain].some((char) => !alphabet.includes(char)))
    return undefined;
  const data = plain.slice(0, dataLength);
  return checkOf(data) === plain.slice(dataLength) ? plain.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}

/**
 * The look-up code that a change of the code `before` (in its one spelling) gives under a key of the sender's choice: the
 * same again for the same three, and to be had by nobody who lacks one of them.
 */
export const changedSecret = (keys: Keys, number: string, key: string, before: string): string =>
  newSecret(keyedHash(keys, 'changed-secret', `${number}\n${key}\n${before}`));

export const secretHash = (keys: Keys, secret: string): Buffer => keyedHash(keys, 'case-secret', secret);

/** Constant-time comparison of two hashes of equal length. */
export const isSameHash = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
