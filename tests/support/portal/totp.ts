// Codes of an authenticator app for tests: RFC 6238 with the key of an otpauth address.
import { createHmac } from 'node:crypto';

/** The six digits of thirty seconds by SHA-1: of now, or so many steps later (-1: the step before). */
export function codeFor(totpUri: string, steps = 0): string {
  const letters = new URL(totpUri).searchParams.get('secret') ?? '';
  const bits = [...letters].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A code of the same shape that is not the given one. */
export const wrongCode = (right: string) => String((Number(right) + 500_000) % 1_000_000).padStart(6, '0');
