// Carrying a letter to another device: it waits under a code for seven days, sealed, and is moved, never doubled.
import { dropUpload, holdUploads } from '../attachments/upload-service.ts';
import { newSecret, readSecret } from '../cases/tools/secret.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import { type Handed, handedDays } from './draft.ts';
import { deleteDraft, saveDraft, takeDraft } from './repository.ts';
import { filesOf, onLetter, readDraft, writeDraft } from './service.ts';
import { placeOf, sealDraft, unsealDraft } from './tools/sealing.ts';
import { dayMs } from '../dates/lengths.ts';

/** The code under which the draft of a key waits; the same again while it does. Undefined where there is no draft. */
export async function handOver(portal: Portal, key: string): Promise<Handed | undefined> {
  const { keys, now } = portal;
  return await onLetter(portal, [key], async (trx) => {
    const draft = await readDraft(trx, portal, { key });
    if (!draft) return undefined;
    const { values, errors, handed: before } = draft;
    if (before && (await readDraft(trx, portal, { code: before.code }))) return before;
    const until = new Date(now().getTime() + handedDays * dayMs);
    const handed = { code: newSecret(), until: until.toISOString() };
    const under = { code: handed.code };
    const sealed = sealDraft(keys, under, { values, errors, from: key });
    await saveDraft(trx, { keyHash: placeOf(keys, under), sealed, expiresAt: until });
    await writeDraft(trx, portal, key, { ...draft, handed });
    await holdUploads(trx, portal, filesOf(draft), until);
    return handed;
  });
}

/** Takes it back: the draft stays with its writer, the code opens nothing any more. */
export async function callBack(portal: Portal, key: string): Promise<void> {
  await onLetter(portal, [key], async (trx) => {
    const draft = await readDraft(trx, portal, { key });
    if (!draft?.handed) return;
    const { handed, ...kept } = draft;
    await deleteDraft(trx, placeOf(portal.keys, { code: handed.code }));
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
  // Whose it was never changes under a code.
  const { from: writer = key } = (await readDraft(db, portal, { code })) ?? {};
  return await onLetter(portal, [key, writer], async (trx) => {
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
  const { from: writer } = (await readDraft(db, portal, { code })) ?? {};
  const gone = await onLetter(portal, writer ? [writer] : [], async (trx) => {
    const handed = unsealDraft(keys, { code }, await takeDraft(trx, placeOf(keys, { code }), now()));
    if (!handed) return undefined;
    const isElsewhere = handed.from && (await readDraft(trx, portal, { key: handed.from }));
    if (isElsewhere) await holdUploads(trx, portal, filesOf(handed));
    return { files: isElsewhere ? [] : filesOf(handed) };
  });
  for (const token of gone?.files ?? []) await dropUpload(portal, token);
  return gone !== undefined;
}
