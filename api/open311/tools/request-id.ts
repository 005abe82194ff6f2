// The id under which whoever posted a request follows it: its number and a mark that only the poster was told.
import { isSameHash } from '../../cases/tools/secret.ts';
import { keyedHash, type Keys } from '../../crypto/keys.ts';
import { readCaseNumber } from '../../text/case-number.ts';

/** 80 bits: nobody finds one by trying, and it opens no more than open or closed and the dates. */
const markBytes = 10;
const shape = /^(?<number>[A-Z]{2,10}-\d{4}-\d{1,12})\.(?<mark>[0-9a-f]{20})$/;

const markOf = (keys: Keys, number: string) =>
  keyedHash(keys, 'open311-request', number).subarray(0, markBytes);

/** `PAKN-2026-000123.0123456789abcdef0123`: the same again for the same number, kept nowhere. */
export const requestIdOf = (keys: Keys, number: string): string =>
  `${number}.${markOf(keys, number).toString('hex')}`;

/** What an id names: `own` where it carries the poster's mark. A wrong mark names nothing. */
export function readRequestId(keys: Keys, id: string): { number: string; own: boolean } | undefined {
  const given = id.slice(0, 120);
  if (!given.includes('.')) return { number: readCaseNumber(given), own: false };
  const { number = '', mark = '' } = shape.exec(given)?.groups ?? {};
  if (!isSameHash(Buffer.from(mark, 'hex'), markOf(keys, number))) return undefined;
  return { number, own: true };
}
