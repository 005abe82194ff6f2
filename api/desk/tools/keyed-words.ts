// Words under the portal's key: the same word is the same number for this portal, and nothing to who has not the key. What
// a thief of the database alone learns: how many words a case has, and which cases share some.
import { keyedHash, type Keys } from '../../crypto/keys.ts';

/** 32 bits of each; words of a matter and of a person go under keys of their own, so that neither tells of the other. */
export const keyed = (keys: Keys, of: 'matter' | 'person', words: readonly string[]): number[] =>
  words.map((word) => keyedHash(keys, `desk-words-${of}`, word).readInt32BE(0));
