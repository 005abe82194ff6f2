// A content that a procedure had before a decision changed it: content/versions/{slug}/{decision}.yaml.
import { z } from 'zod';
import { Day } from '../content/text.ts';
import { ProcedureFile } from './schema.ts';

/** `until` is the first day on which this content no longer held; `by` is the slug of the decision that changed it. */
export const VersionFile = z.strictObject({ until: Day, by: z.string().nullable(), content: ProcedureFile });
export type VersionFile = z.infer<typeof VersionFile>;

/** The content that holds on `today`: the first kept one that had not ended yet, else the file itself. */
export function contentOn(
  file: ProcedureFile,
  versions: readonly VersionFile[],
  today: string,
): { content: ProcedureFile; upcoming: { content: ProcedureFile; on: string } | null } {
  const later = versions
    .filter(({ until }) => until > today)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1));
  const [now, next] = later;
  if (!now) return { content: file, upcoming: null };
  return { content: now.content, upcoming: { content: next?.content ?? file, on: now.until } };
}
