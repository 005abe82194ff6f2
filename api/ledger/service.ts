// Reading the ledger: its signed size, the kept checkpoints, and proofs over both.
import type { CaseKey } from '../cases/case-key.ts';
import { findProvenCase } from '../cases/sender/lookup-service.ts';
import { publicTimeline } from '../cases/reading/timeline.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { readCheckpoint } from './checkpoint.ts';
import { consistencyRanges, hashOfRange, inclusionRanges, placesOf, type Range } from './merkle.ts';
import {
  findHashes,
  findHead,
  findLeafIndex,
  listCheckpoints,
  listEventPlaces,
  listSigningKeys,
} from './repository.ts';
import type { CheckpointView } from './schema.ts';
import { noteKeyId, readNote, verifierKey } from './signed-note.ts';

const pageSize = 100;

function viewOf(note: string): CheckpointView {
  const checkpoint = readCheckpoint(readNote(note)?.text ?? '');
  if (!checkpoint) throw new Error('a stored checkpoint is not readable');
  const { origin, size, root, at } = checkpoint;
  return { origin, size, root: root.toString('base64'), at: at.toISOString(), note };
}

/** The newest checkpoint; `not-found` before the first one was signed. */
export async function latestCheckpoint({ db }: Portal): Promise<CheckpointView> {
  const head = await findHead(db);
  if (!head) throw new Problem('not-found', 'Nhật ký xử lý chưa có bản chốt nào. Hãy thử lại sau ít giây.');
  return viewOf(head.note);
}

/** The checkpoints kept one a day, newest first; `next` is the `before` of the following page. */
export async function keptCheckpoints({ db }: Portal, before?: string) {
  const rows = await listCheckpoints(db, before, pageSize + 1);
  const checkpoints = rows.slice(0, pageSize).map(({ onDay, note }) => ({ onDay, ...viewOf(note) }));
  return { checkpoints, next: rows.length > pageSize ? (checkpoints.at(-1)?.onDay ?? null) : null };
}

/** That the event with this hash is in the ledger of `size` entries. Only who has the event knows its hash. */
export async function inclusionProof({ db }: Portal, hash: string, wanted?: number) {
  const size = await sizeOf(db, wanted);
  const index = await findLeafIndex(db, Buffer.from(hash, 'hex'));
  if (index === undefined || index >= size)
    throw new Problem(
      'not-found',
      'Nhật ký xử lý ở cỡ này không có mã băm ấy. Bước vừa ghi vào sổ sau vài giây.',
    );
  const [root = '', ...path] = await hexOf(db, [{ from: 0, to: size }, ...inclusionRanges(index, size)]);
  return { index, size, path, root };
}

/** That the ledger of `to` entries begins with the ledger of `from` entries. */
export async function consistencyProof({ db }: Portal, from: number, wanted?: number) {
  const to = await sizeOf(db, wanted);
  if (from > to)
    throw new Problem('invalid', undefined, [
      { pointer: '/from', detail: `Nhật ký xử lý mới có ${to} mục.` },
    ]);
  const [fromRoot = '', toRoot = '', ...path] = await hexOf(db, [
    { from: 0, to: from },
    { from: 0, to },
    ...consistencyRanges(from, to),
  ]);
  return { from, to, fromRoot, toRoot, path };
}

async function sizeOf(db: Portal['db'], wanted: number | undefined): Promise<number> {
  const size = (await findHead(db))?.size ?? 0;
  if (wanted === undefined && size > 0) return size;
  if (wanted === undefined || wanted > size)
    throw new Problem('not-found', `Nhật ký xử lý mới có ${size} mục. Hãy hỏi một cỡ không lớn hơn.`);
  return wanted;
}

/** The hashes of ranges in hex, in one query. */
async function hexOf(db: Portal['db'], ranges: Range[]): Promise<string[]> {
  const places = ranges.map(placesOf);
  const hashes = await findHashes(db, places.flat());
  let at = 0;
  return places.map(({ length }) => {
    const part = hashes.slice(at, (at += length)).filter((hash) => hash !== undefined);
    if (part.length < length) throw new Error('the ledger has lost a node');
    return hashOfRange(part).toString('hex');
  });
}

/** The public keys: the present one, and every one that has signed before. */
export async function signingKeys({ db, signer }: Portal) {
  const keys = (await listSigningKeys(db)).map(({ keyId, name, publicKey, firstUsedAt }) => ({
    keyId,
    name,
    publicKey: publicKey.toString('base64'),
    verifierKey: verifierKey({ name, publicKey }),
    firstUsedAt: firstUsedAt.toISOString(),
  }));
  const keyId = noteKeyId(signer).toString('hex');
  const current = keys.find((key) => key.keyId === keyId);
  if (!current) throw new Error('the signing key is not recorded');
  return { algorithm: 'Ed25519' as const, current, keys };
}

/** The hashes of the steps that a sender is told of, to be asked for at the ledger later; internal steps stay internal. */
export async function eventProofs(portal: Portal, key: CaseKey) {
  const { id } = await findProvenCase(portal, key);
  const rows = await listEventPlaces(portal.db, id);
  const events = rows.flatMap(({ step, toStatus, at, hash, index }) =>
    publicTimeline([{ step, toStatus, at: at.toISOString() }]).map(({ text, at }) => ({
      step,
      text,
      at,
      hash: hash.toString('hex'),
      index,
    })),
  );
  return { events };
}
