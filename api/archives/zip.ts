// The table of contents of a ZIP archive (APPNOTE 6.3), read strictly: what two programs could read in two ways is no
// archive here. Pure.
import { crc32, inflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string;
  isEncrypted: boolean;
  method: number;
  packedBytes: number;
  bytes: number;
  checksum: number;
  startsAt: number;
};

const endLength = 22;
const maxEntries = 10_000;

/** All entries; undefined when the bytes are not exactly one plain archive: nothing before, after or overlapping. */
export function readZip(file: Buffer): ZipEntry[] | undefined {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (file.length < endLength || file.readUInt32LE(0) !== 0x04034b50) return undefined;
  if (end === -1 || end + endLength > file.length) return undefined;
  if (end + endLength + file.readUInt16LE(end + 20) !== file.length) return undefined;
  const [count, bytes, start] = [
    file.readUInt16LE(end + 10),
    file.readUInt32LE(end + 12),
    file.readUInt32LE(end + 16),
  ];
  // 0xffff and 0xffffffff announce ZIP64, which no document of 10 MB needs.
  if (count === 0 || count > maxEntries || start + bytes !== end) return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    const entry = readEntry(file, at);
    if (!entry || entry.startsAt + entry.packedBytes > start) return undefined;
    entries.push(entry);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return at === end && packed <= start && names.size === count ? entries : undefined;
}

// The entry's own header must tell the same name, or another program could see another file here.
function readEntry(file: Buffer, at: number): ZipEntry | undefined {
  const nameLength = file.readUInt16LE(at + 28);
  const local = file.readUInt32LE(at + 42);
  const name = file.subarray(at + 46, at + 46 + nameLength);
  if (local + 30 > file.length || file.readUInt32LE(local) !== 0x04034b50) return undefined;
  const localLength = file.readUInt16LE(local + 26);
  if (!file.subarray(local + 30, local + 30 + localLength).equals(name)) return undefined;
  return {
    name: name.toString('utf8'),
    isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    method: file.readUInt16LE(at + 10),
    checksum: file.readUInt32LE(at + 16),
    packedBytes: file.readUInt32LE(at + 20),
    bytes: file.readUInt32LE(at + 24),
    startsAt: local + 30 + localLength + file.readUInt16LE(local + 28),
  };
}

/** What an entry holds; undefined when it is longer than `maxBytes`, packed in a strange way, or broken. */
export function unzipEntry(file: Buffer, entry: ZipEntry, maxBytes: number): Buffer | undefined {
  const unpacked = unpack(file, entry, maxBytes);
  return typeof unpacked === 'string' ? undefined : unpacked;
}

/**
 * The bytes of all entries together, counted while unpacking; `too-large` as soon as they pass `maxBytes`. `broken`:
 * an entry cannot be unpacked, or is not as long as it declares to be.
 */
export function unpackedBytes(
  file: Buffer,
  entries: readonly ZipEntry[],
  maxBytes: number,
): number | 'too-large' | 'broken' {
  let sum = 0;
  for (const entry of entries) {
    const unpacked = unpack(file, entry, maxBytes - sum);
    if (typeof unpacked === 'string') return unpacked;
    sum += unpacked.length;
  }
  return sum;
}

function unpack(file: Buffer, entry: ZipEntry, maxBytes: number): Buffer | 'too-large' | 'broken' {
  if (entry.bytes > maxBytes) return 'too-large';
  const packed = file.subarray(entry.startsAt, entry.startsAt + entry.packedBytes);
  let unpacked = packed;
  if (entry.method === 8)
    try {
      // One byte more than declared is enough to know that the entry lies.
      unpacked = inflateRawSync(packed, { maxOutputLength: entry.bytes + 1 });
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : 'broken';
    }
  else if (entry.method !== 0) return 'broken';
  return unpacked.length === entry.bytes && crc32(unpacked) === entry.checksum ? unpacked : 'broken';
}
