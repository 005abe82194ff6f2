// An address as the register knows it again without keeping it: a keyed hash bound to its case.
import { timingSafeEqual } from 'node:crypto';
import { keyedHash, type Keys } from '../../crypto/keys.ts';

/** 32 bytes. People write the same address in small and in capital letters. */
export const addressHash = (keys: Keys, caseId: string, email: string): Buffer =>
  keyedHash(keys, 'case-address', `${caseId}\n${email.toLowerCase()}`);

/** Whether an address is the one that was confirmed. */
export const isConfirmed = (keys: Keys, caseId: string, email: string, confirmed: Buffer | null): boolean =>
  confirmed !== null && timingSafeEqual(addressHash(keys, caseId, email), confirmed);

/** By which a link in a letter names the address it was sent to: 32 bits, and whoever confirms has the code besides. */
export const addressRound = (keys: Keys, caseId: string, email: string): number =>
  addressHash(keys, caseId, email).readUInt32BE(0);
