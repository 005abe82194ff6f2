// How an issued letter is kept: sealed under the portal's key for its one document.
import { seal, unseal, type Keys } from '../../crypto/keys.ts';
import { Letter } from '../letter.ts';

const purpose = 'outgoing-letter';

export const sealLetter = (keys: Keys, documentId: string, letter: Letter): string =>
  seal(keys, purpose, JSON.stringify(letter), documentId);

/** Undefined where it was changed, or sealed for another document. */
export function unsealLetter(keys: Keys, documentId: string, sealed: string): Letter | undefined {
  const opened = unseal(keys, purpose, sealed, documentId);
  return opened === undefined ? undefined : Letter.safeParse(JSON.parse(opened)).data;
}
