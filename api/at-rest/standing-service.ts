// Whether anything personal still lies plain in the database, as the pages of administration say it.
import type { Portal } from '../portal/portal.ts';
import { listProgress } from './progress-repository.ts';
import { encryptedTables } from './row-repository.ts';
import type { EncryptionStanding } from './schema.ts';

export async function encryptionStanding({
  db,
  dataKeys,
}: Pick<Portal, 'db' | 'dataKeys'>): Promise<EncryptionStanding> {
  const keyId = dataKeys.newest().id;
  const progress = (await listProgress(db)).filter((one) => one.keyId === keyId);
  const proven = progress.flatMap(({ provenAt }) => (provenAt === null ? [] : [provenAt]));
  const isProven = proven.length === encryptedTables.length;
  const last = proven.toSorted((one, other) => one.getTime() - other.getTime()).at(-1);
  return {
    keyId,
    tables: encryptedTables.length,
    proven: proven.length,
    rows: progress.reduce((sum, { done }) => sum + done, 0),
    unopened: progress.reduce((sum, { unopened }) => sum + unopened, 0),
    provenAt: isProven && last ? last.toISOString() : null,
  };
}
