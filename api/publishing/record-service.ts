// Writes down what has become public, has changed or has gone since the last start; once per start, after migrations.
import type { Portal } from '../portal/portal.ts';
import { fingerprint } from './tools/fingerprint.ts';
import { findPublished, insertPublications, seizePublications } from './repository.ts';

export type Published = { kind: string; entries: Iterable<{ key: string; content: unknown; hash?: string }> };

/** Compares each kind with what was public before, and writes the differences. Idempotent. */
export async function recordPublications(
  { db, now }: Pick<Portal, 'db' | 'now'>,
  published: readonly Published[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await seizePublications(trx);
    for (const { kind, entries } of published) {
      const before = await findPublished(trx, kind);
      const current = [...entries].map(({ key, content, hash }) => ({
        key,
        hash: hash ?? fingerprint(content),
        snapshot: content,
      }));
      const keys = new Set(current.map(({ key }) => key));
      const changed = current.filter(({ key, hash }) => before.get(key) !== hash);
      const gone = [...before.keys()]
        .filter((key) => !keys.has(key))
        .map((key) => ({ key, hash: null, snapshot: undefined }));
      await insertPublications(trx, kind, [...changed, ...gone], now());
    }
  });
}
