// The hash by which a published thing is known: SHA-256 over its canonical JSON.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../text/canonical.ts';

/** 64 hexadecimal digits; the order of keys does not count. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
