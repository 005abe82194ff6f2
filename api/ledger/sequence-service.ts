// Giving every event its place in the ledger, behind the submissions and never in their way.
import { localDate } from '../dates/dates.ts';
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { checkpointText } from './checkpoint.ts';
import { addLeaves, hashOfRange, leafHash, placesOf } from './merkle.ts';
import {
  addSigningKey,
  findHashes,
  findHead,
  findLedgerWork,
  insertLeaves,
  insertNodes,
  keepCheckpoint,
  listPending,
  putHead,
  takeLedgerLock,
} from './repository.ts';
import { noteKeyId, readNote, writeNote } from './signed-note.ts';

// A batch is one transaction: short enough to be ended when the process is told to stop.
const atOnce = 2_000;

type Ledger = Pick<Portal, 'db' | 'signer' | 'now'> & Partial<Pick<Portal, 'stopping'>>;

/**
 * Takes what waits into the ledger, in batches ordered by (at, case, seq), and signs the new size; keeps the day's
 * first checkpoint. Only one process at a time does it. Returns how many events got their place.
 */
export async function sequenceLedger(ledger: Ledger): Promise<number> {
  const { db, signer, now } = ledger;
  const { isWaiting, note, keptOn } = await findLedgerWork(db);
  const isSignedToday = keptOn !== null && keptOn >= localDate(now());
  if (!isWaiting && isSignedToday && isSignedWith(noteKeyId(signer), note)) return 0;
  let total = 0;
  for (;;) {
    const taken = await db.transaction().execute((trx) => takeBatch(ledger, trx));
    total += taken;
    if (taken < atOnce || ledger.stopping?.signal.aborted) return total;
  }
}

async function takeBatch({ signer, now }: Ledger, trx: Transaction): Promise<number> {
  if (!(await takeLedgerLock(trx))) return 0;
  const size = (await findHead(trx))?.size ?? 0;
  const entries = await listPending(trx, atOnce);
  if (entries.length > 0) {
    const edge = whole(await findHashes(trx, placesOf({ from: 0, to: size })));
    await insertLeaves(trx, size, entries);
    await insertNodes(
      trx,
      addLeaves(
        size,
        edge,
        entries.map(({ hash }) => leafHash(hash)),
      ),
    );
  }
  const [newSize, at] = [size + entries.length, now()];
  const root = hashOfRange(whole(await findHashes(trx, placesOf({ from: 0, to: newSize }))));
  const text = checkpointText({ origin: signer.name, size: newSize, root, at });
  const note = writeNote(text, {
    name: signer.name,
    keyId: noteKeyId(signer),
    signature: signer.sign(Buffer.from(text)),
  });
  await putHead(trx, { size: newSize, at, note });
  await keepCheckpoint(trx, { onDay: localDate(at), size: newSize, note });
  return entries.length;
}

function whole(hashes: (Buffer | undefined)[]): Buffer[] {
  return hashes.map((hash) => {
    if (!hash) throw new Error('the ledger has lost a node of its right edge');
    return hash;
  });
}

/** Notes the present key among those that have signed, so that what it signs stays checkable after a change of keys. */
export async function recordSigner({ db, signer, now }: Ledger): Promise<void> {
  await addSigningKey(db, {
    keyId: noteKeyId(signer).toString('hex'),
    name: signer.name,
    publicKey: signer.publicKey,
    firstUsedAt: now(),
  });
}

// After a change of keys the newest checkpoint is signed again, by the key that people now find published.
const isSignedWith = (key: Buffer, note: string | null): boolean =>
  readNote(note ?? '')?.signatures.some(({ keyId }) => keyId.equals(key)) ?? false;
