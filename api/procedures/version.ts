// A content that a procedure had before a decision changed it: content/versions/{slug}/{decision}.yaml.
import { z } from 'zod';
import { Day } from '../text/published.ts';
import { ProcedureFile } from './schema.ts';

/** `until` is the first day on which this content no longer held; `by` is the slug of the decision that changed it. */
export const VersionFile = z.strictObject({ until: Day, by: z.string().nullable(), content: ProcedureFile });
export type VersionFile = z.infer<typeof VersionFile>;

/**
 * The content that holds on `today`: the first kept one that had not ended yet, else the file itself; `upcoming` is
 * what holds from the next changeover on. Versions that end on one day are taken in the order given.
 */
export function contentOn(
  file: ProcedureFile,
  versions: readonly VersionFile[],
  today: string,
): { content: ProcedureFile; upcoming: { content: ProcedureFile; on: string } | null } {
  const [now, ...later] = inOrder(versions).filter(({ until }) => until > today);
  if (!now) return { content: file, upcoming: null };
  const next = later.find(({ until }) => until > now.until);
  return { content: now.content, upcoming: { content: next?.content ?? file, on: now.until } };
}

/** The contents right before and right after the decision `by`; null: what was before it was not kept. */
export function contentAround(
  file: ProcedureFile,
  versions: readonly VersionFile[],
  by: string,
): { before: ProcedureFile; after: ProcedureFile } | null {
  const ordered = inOrder(versions);
  const index = ordered.findIndex((version) => version.by === by);
  const kept = ordered[index];
  return kept ? { before: kept.content, after: ordered[index + 1]?.content ?? file } : null;
}

// A stable sort: equal days keep their order.
const inOrder = (versions: readonly VersionFile[]) =>
  versions.toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
