// How officers' drafts are sealed: for one writer and one place, so that no row opens in another's.
import { seal, unseal, type Keys } from '../../crypto/keys.ts';
import { SealedOwnDraft } from '../draft.ts';

export type Owner = { id: string; staffId: string };

const purpose = 'officer-draft';
const saltOf = ({ id, staffId }: Owner) => `${staffId}/${id}`;

export const sealOwnDraft = (keys: Keys, owner: Owner, draft: SealedOwnDraft): string =>
  seal(keys, purpose, JSON.stringify(draft), saltOf(owner));

/** Undefined where it was changed, or sealed for somebody else. */
export function unsealOwnDraft(keys: Keys, owner: Owner, sealed: string): SealedOwnDraft | undefined {
  const opened = unseal(keys, purpose, sealed, saltOf(owner));
  return opened === undefined ? undefined : SealedOwnDraft.safeParse(JSON.parse(opened)).data;
}
