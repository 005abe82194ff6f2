// Ids of rows (UUIDv7, RFC 9562 §5.7) for rows that must be known before they are written; one after another they rise.
import { randomBytes } from 'node:crypto';

let last = 0n;

/** Milliseconds since 1970, then 12 bits that rise within one, then 62 random bits. */
export function newRowId(): string {
  const now = BigInt(Date.now()) << 12n;
  last = now > last ? now : last + 1n;
  const [ms, within] = [last >> 12n, last & 0xfffn];
  const random = randomBytes(8);
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  const hex =
    ms.toString(16).padStart(12, '0') + `7${within.toString(16).padStart(3, '0')}` + random.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
