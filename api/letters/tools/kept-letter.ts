// An issued letter read back from its encrypted column.
import { unseal, type Keys } from '../../crypto/keys.ts';
import { Letter } from '../letter.ts';

const purpose = 'outgoing-letter';

/**
 * Undefined where it was changed, or kept for another document. Letters of before the column was encrypted were sealed under
 * the portal's key for their document, and lie encrypted so.
 */
export function readLetter(keys: Keys, documentId: string, kept: string): Letter | undefined {
  const said = kept.startsWith('{') ? kept : unseal(keys, purpose, kept, documentId);
  return said === undefined ? undefined : Letter.safeParse(JSON.parse(said)).data;
}
