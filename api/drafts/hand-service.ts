// Carrying a letter to another device: it waits under a code for seven days, sealed, and is moved, never doubled.
import { dropUpload, holdUploads } from '../attachments/upload-service.ts';
import { tokensIn } from '../attachments/upload.ts';
import { newSecret, readSecret } from '../cases/tools/secret.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import { type Handed, handedDays } from './draft.ts';
import { deleteDraft, saveDraft, takeDraft } from './repository.ts';
import { readDraft, writeDraft } from './service.ts';
import { placeOf, sealDraft, unsealDraft } from './tools/sealing.ts';

const dayMs = 86_400_000;
const filesOf = ({ values }: { values: Record<string, string> }) => tokensIn(values['uploads']);

/** The code under which the draft of a key waits; the same again while it does. Undefined where there is no draft. */
export async function handOver(portal: Portal, key: string): Promise<Handed | undefined> {
  const { db, keys, now } = portal;
  const draft = await readDraft(db, portal, { key });
  if (!draft) return undefined;
  const { values, errors, handed: before } = draft;
  if (before && (await readDraft(db, portal, { code: before.code }))) return before;
  const until = new Date(now().getTime() + handedDays * dayMs);
  const handed = { code: newSecret(), until: until.toISOString() };
  const under = { code: handed.code };
  await db.transaction().execute(async (trx) => {
    const sealed = sealDraft(keys, under, { values, errors, from: key });
    await saveDraft(trx, { keyHash: placeOf(keys, under), sealed, expiresAt: until });
    await writeDraft(trx, portal, key, { ...draft, handed });
    await holdUploads(trx, portal, filesOf(draft), until);
  });
  return handed;
}

/** Takes it back: the draft stays with its writer, the code opens nothing any more. */
export async function callBack(portal: Portal, key: string): Promise<void> {
  const { db, keys } = portal;
  const draft = await readDraft(db, portal, { key });
  if (!draft?.handed) return;
  const { handed, ...kept } = draft;
  await db.transaction().execute(async (trx) => {
    await deleteDraft(trx, placeOf(keys, { code: handed.code }));
    await writeDraft(trx, portal, key, kept);
    await holdUploads(trx, portal, filesOf(draft));
  });
}

/**
 * Moves the letter under a code, as it is typed, to the key of the device that asks: it is gone from under the code and
 * from the device that it came from. Says whether it is there now; asked again after an answer was lost, it still is.
 * Throws `invalid` where another letter is being written under the key, which may not go.
 */
export async function takeOver(
  portal: Portal,
  typed: string,
  { key, replaces = false }: { key: string; replaces?: boolean | undefined },
): Promise<boolean> {
  const { db, keys, now } = portal;
  const code = readSecret(typed);
  if (code === undefined) return false;
  return await db.transaction().execute(async (trx) => {
    const handed = unsealDraft(keys, { code }, await takeDraft(trx, placeOf(keys, { code }), now()));
    const own = await readDraft(trx, portal, { key });
    if (!handed) return own?.cameBy === code;
    const { values, errors, from } = handed;
    if (own && from !== key) {
      if (!replaces) throw stillWriting();
      if (own.handed) await deleteDraft(trx, placeOf(keys, { code: own.handed.code }));
    }
    if (from) await deleteDraft(trx, placeOf(keys, { key: from }));
    await writeDraft(trx, portal, key, { values, errors, cameBy: code });
    await holdUploads(trx, portal, filesOf(handed));
    return true;
  });
}

const stillWriting = () =>
  new Problem('invalid', undefined, [
    {
      pointer: '/replaces',
      detail: 'Trên máy này đang viết dở một phiếu khác. Đánh dấu vào ô này nếu bỏ phiếu đó.',
    },
  ]);

/** Forgets what waits under a code, and its files where no device has the letter any more. Says whether it was there. */
export async function forgetHanded(portal: Portal, typed: string): Promise<boolean> {
  const { db, keys, now } = portal;
  const code = readSecret(typed);
  if (code === undefined) return false;
  const gone = await db.transaction().execute(async (trx) => {
    const handed = unsealDraft(keys, { code }, await takeDraft(trx, placeOf(keys, { code }), now()));
    if (!handed) return undefined;
    const isElsewhere = handed.from && (await readDraft(trx, portal, { key: handed.from }));
    if (isElsewhere) await holdUploads(trx, portal, filesOf(handed));
    return { files: isElsewhere ? [] : filesOf(handed) };
  });
  for (const token of gone?.files ?? []) await dropUpload(portal, token);
  return gone !== undefined;
}
