// Keeping a draft for its writer: sealed with the portal's key and the writer's own, so that neither alone opens it.
import { holdUploads } from '../attachments/upload-service.ts';
import { tokensIn } from '../attachments/upload.ts';
import type { Db, Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { type Draft, draftMinutes, type OpenDraft, type SealedDraft } from './draft.ts';
import {
  deleteDraft,
  deleteDraftsUntil,
  findDraft,
  lockDrafts,
  rewriteDraft,
  saveDraft,
} from './repository.ts';
import { placeOf, sealDraft, type Under, unsealDraft } from './tools/sealing.ts';

/** The tokens of the files that wait with a letter. */
export const filesOf = ({ values }: Pick<Draft, 'values'>): string[] => tokensIn(values['uploads']);

/** What lies under a key or a code, as it was sealed. */
export async function readDraft(
  db: Db | Transaction,
  { keys, now }: Pick<Portal, 'keys' | 'now'>,
  under: Under,
): Promise<SealedDraft | undefined> {
  return unsealDraft(keys, under, await findDraft(db, placeOf(keys, under), now()));
}

/** Writes it under its writer's key, for its term from now on. */
export async function writeDraft(
  db: Db | Transaction,
  { keys, now }: Pick<Portal, 'keys' | 'now'>,
  key: string,
  draft: SealedDraft,
): Promise<void> {
  await saveDraft(db, {
    keyHash: placeOf(keys, { key }),
    sealed: sealDraft(keys, { key }, draft),
    expiresAt: new Date(now().getTime() + draftMinutes * 60_000),
  });
}

/** One deed at a time on the letter of a writer: what is written beside a move to another device is not lost. */
export async function onLetter<Result>(
  { db, keys }: Pick<Portal, 'db' | 'keys'>,
  letterKeys: readonly string[],
  deed: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async (trx) => {
    await lockDrafts(
      trx,
      letterKeys.map((key) => placeOf(keys, { key })),
    );
    return await deed(trx);
  });
}

/** Keeps it in the place of what stood under the key before; what waits for another device follows, with its files. */
export async function keepDraft(portal: Portal, key: string, draft: Draft): Promise<void> {
  const { keys, now } = portal;
  await onLetter(portal, [key], async (trx) => {
    const { handed, cameBy } = (await readDraft(trx, portal, { key })) ?? {};
    await writeDraft(trx, portal, key, { ...draft, handed, cameBy });
    if (!handed) return;
    const under = { code: handed.code };
    const sealed = sealDraft(keys, under, { ...draft, from: key });
    const waits = await rewriteDraft(trx, placeOf(keys, under), { sealed, now: now() });
    if (waits) await holdUploads(trx, portal, filesOf(draft), waits.expiresAt);
  });
}

/** The draft under a key; undefined when there is none, or its time is over. */
export async function openDraft(portal: Portal, key: string): Promise<OpenDraft | undefined> {
  const draft = await readDraft(portal.db, portal, { key });
  if (!draft) return undefined;
  const { values, errors, handed } = draft;
  // It may have been taken, or its time be over.
  const waits = handed && (await readDraft(portal.db, portal, { code: handed.code }));
  return { values, errors, ...(waits && { handed }) };
}

/** Forgets it at once, and what of it waits for another device; harmless where there is none. */
export async function dropDraft(portal: Portal, key: string): Promise<void> {
  const { keys } = portal;
  await onLetter(portal, [key], async (trx) => {
    const draft = await readDraft(trx, portal, { key });
    if (draft?.handed) await deleteDraft(trx, placeOf(keys, { code: draft.handed.code }));
    await deleteDraft(trx, placeOf(keys, { key }));
  });
}

/** Job: forgets the drafts whose time is over. May be done twice. */
export const purgeDrafts = async ({ db, now }: Portal): Promise<void> => await deleteDraftsUntil(db, now());
