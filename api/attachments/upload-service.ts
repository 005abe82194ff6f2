// Uploads before they belong to a case: taken in, shown again, taken back.
import { createHash, randomBytes } from 'node:crypto';
import { keyedHash, type Keys } from '../crypto/keys.ts';
import type { Transaction } from '../db/open.ts';
import type { Portal } from '../portal/portal.ts';
import { tidyName } from './name.ts';
import {
  findPending,
  forgetPending,
  holdPending,
  insertUpload,
  noteRemoval,
  type Waiting,
} from './repository.ts';
import type { UploadView } from './schema.ts';
import { pendingHours } from './upload.ts';
import { hourMs } from '../dates/lengths.ts';

export const tokenHash = (keys: Keys, token: string): Buffer => keyedHash(keys, 'upload-token', token);
export const pendingSince = (now: Date): Date => new Date(now.getTime() - pendingHours * hourMs);
export const waitingAt = (now: Date): Waiting => ({ since: pendingSince(now), now });

/** Judges a file, keeps what may be kept of it and answers with its token; a refusal leaves nothing behind. */
export async function takeUpload(portal: Portal, file: { name: string; bytes: Buffer }): Promise<UploadView> {
  const { db, keys, files, scanner, jobs } = portal;
  // Loaded with the first file: what judges and redraws pictures weighs much, and most hours see none.
  const { judgeFile } = await import('./tools/judging/content.ts');
  const { kind, bytes, findings } = await judgeFile(file.bytes);
  const [now, token, fileKey] = [
    portal.now(),
    randomBytes(32).toString('base64url'),
    randomBytes(32).toString('hex'),
  ];
  const name = tidyName(file.name, kind);
  // Should the process die between file and row, the note has the file removed.
  await noteRemoval(db, fileKey, new Date(now.getTime() + pendingHours * hourMs));
  await files.put(fileKey, bytes);
  await db.transaction().execute(async (trx) => {
    await insertUpload(trx, {
      tokenHash: tokenHash(keys, token),
      fileKey,
      name,
      kind,
      bytes: bytes.length,
      sentBytes: file.bytes.length,
      sha256: createHash('sha256').update(bytes).digest(),
      findings,
      state: scanner ? 'waiting' : 'unscanned',
      uploadedAt: now,
    });
    if (scanner) await jobs.enqueue(trx, 'scan-attachments', {});
  });
  return { token, name, size: file.bytes.length, kind };
}

/** The pending uploads behind some tokens, in their order; what is unknown, attached or too old is left out. */
export async function pendingUploads({ db, keys, now }: Portal, tokens: string[]): Promise<UploadView[]> {
  if (tokens.length === 0) return [];
  const rows = await findPending(
    db,
    tokens.map((token) => tokenHash(keys, token)),
    waitingAt(now()),
  );
  return tokens.flatMap((token) => {
    const row = rows.find((found) => found.tokenHash.equals(tokenHash(keys, token)));
    return row ? [{ token, name: row.name ?? '', size: row.sentBytes, kind: row.kind }] : [];
  });
}

/** Takes an upload back. What is no longer pending stays as it is. */
export async function dropUpload({ db, keys, now }: Portal, token: string): Promise<void> {
  await forgetPending(db, tokenHash(keys, token), now());
}

/** Lets uploads wait until a time, with the letter that they belong to; from now on for a day where none is given. */
export async function holdUploads(
  trx: Transaction,
  { keys, now: clock }: Pick<Portal, 'keys' | 'now'>,
  tokens: readonly string[],
  until?: Date,
): Promise<void> {
  if (tokens.length === 0) return;
  const now = clock();
  const hashes = tokens.map((token) => tokenHash(keys, token));
  await holdPending(trx, hashes, until ?? new Date(now.getTime() + pendingHours * hourMs), waitingAt(now));
}
