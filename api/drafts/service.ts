// Keeping a draft for its writer: sealed with the portal's key and the writer's own, so that neither alone opens it.
import { keyedHash, seal, unseal } from '../crypto/keys.ts';
import type { Portal } from '../portal/portal.ts';
import { Draft, draftMinutes } from './draft.ts';
import { deleteDraft, deleteDraftsUntil, findDraft, saveDraft } from './repository.ts';

const hashOf = ({ keys }: Pick<Portal, 'keys'>, key: string) => keyedHash(keys, 'draft-key', key);

/** Keeps it from now on for its term, in the place of what stood under the key before. */
export async function keepDraft(portal: Portal, key: string, draft: Draft): Promise<void> {
  await saveDraft(portal.db, {
    keyHash: hashOf(portal, key),
    sealed: seal(portal.keys, 'draft', JSON.stringify(draft), key),
    expiresAt: new Date(portal.now().getTime() + draftMinutes * 60_000),
  });
}

/** The draft under a key; undefined when there is none, or its time is over. */
export async function openDraft(portal: Portal, key: string): Promise<Draft | undefined> {
  const sealed = await findDraft(portal.db, hashOf(portal, key), portal.now());
  const opened = sealed && unseal(portal.keys, 'draft', sealed, key);
  return opened ? Draft.safeParse(JSON.parse(opened)).data : undefined;
}

/** Forgets it at once; harmless where there is none. */
export const dropDraft = async (portal: Portal, key: string): Promise<void> =>
  await deleteDraft(portal.db, hashOf(portal, key));

/** Job: forgets the drafts whose time is over. May be done twice. */
export const purgeDrafts = async ({ db, now }: Portal): Promise<void> => await deleteDraftsUntil(db, now());
