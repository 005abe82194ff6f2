// How drafts are sealed: with the portal's key and their writer's, so that neither alone opens one.
import { keyedHash, seal, unseal } from '../../crypto/keys.ts';
import type { Keys } from '../../crypto/keys.ts';
import { SealedDraft } from '../draft.ts';

/** A draft lies under its writer's key; on its way to another device, under the code that is typed there. */
export type Under = { key: string } | { code: string };

const nameOf = (under: Under): [purpose: string, secret: string] =>
  'key' in under ? ['draft', under.key] : ['handed-draft', under.code];

export function placeOf(keys: Keys, under: Under): Buffer {
  const [purpose, secret] = nameOf(under);
  return keyedHash(keys, `${purpose}-key`, secret);
}

export function sealDraft(keys: Keys, under: Under, draft: SealedDraft): string {
  const [purpose, secret] = nameOf(under);
  return seal(keys, purpose, JSON.stringify(draft), secret);
}

export function unsealDraft(keys: Keys, under: Under, sealed: string | undefined): SealedDraft | undefined {
  const [purpose, secret] = nameOf(under);
  const opened = sealed && unseal(keys, purpose, sealed, secret);
  return opened ? SealedDraft.safeParse(JSON.parse(opened)).data : undefined;
}
