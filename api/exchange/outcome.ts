// What a carried-out import leaves in content/: files to write and to move. Pure.
import {
  type Decision,
  type DecisionFile,
  type DecisionItem,
  effectiveDay,
} from '../procedures/decisions/schema.ts';
import { ProcedurePart } from '../procedures/parts.ts';
import type { ProcedureFile } from '../procedures/schema.ts';
import type { VersionFile } from '../procedures/version.ts';
import type { Change } from './plan.ts';

/** Paths are below content/. `from`: the file that it is now; null: there is none yet. */
export type Outcome = {
  procedures: { path: string; from: string | null; content: ProcedureFile }[];
  versions: { path: string; content: VersionFile }[];
  decisions: { path: string; from: string | null; content: DecisionFile }[];
  /** Folders of earlier contents that follow a procedure which got its code. */
  moved: { from: string; to: string }[];
};

type Content = {
  files: ReadonlyMap<string, ProcedureFile>;
  decisions: readonly Decision[];
  versions: ReadonlyMap<string, readonly VersionFile[]>;
};

/** `decision`: the one that the import belongs to, with the items it has already; null where it belongs to none. */
export function outcomeOf(changes: readonly Change[], decision: Decision | null, content: Content): Outcome {
  const renamed = new Map(
    changes.flatMap(({ formerSlug, slug }) => (formerSlug === null ? [] : [[formerSlug, slug] as const])),
  );
  const now = (slug: string) => renamed.get(slug) ?? slug;
  const written = changes.filter(isWritten);
  const touched = new Set(written.map(({ slug, formerSlug }) => formerSlug ?? slug));
  const following = [...content.files].filter(
    ([slug, file]) =>
      !touched.has(slug) &&
      (file.related.some((other) => renamed.has(other)) ||
        (file.replacedBy !== null && renamed.has(file.replacedBy))),
  );
  const references = (file: ProcedureFile): ProcedureFile => ({
    ...file,
    related: file.related.map(now),
    replacedBy: file.replacedBy && now(file.replacedBy),
  });
  const path = (slug: string) => `procedures/${slug}.yaml`;
  return {
    procedures: [
      ...written.map(({ slug, formerSlug, before, after }) => ({
        path: path(slug),
        from: before ? path(formerSlug ?? slug) : null,
        content: references(after),
      })),
      ...following.map(([slug, file]) => ({ path: path(slug), from: path(slug), content: references(file) })),
    ],
    versions: decision ? versionsOf(written, decision, content) : [],
    decisions: [
      ...(decision ? [decisionOf(changes, decision, now, content.decisions)] : []),
      ...content.decisions
        .filter(({ slug, items }) => slug !== decision?.slug && items.some((item) => names(item, renamed)))
        .map(({ slug, ...file }) => ({
          path: `decisions/${slug}.yaml`,
          from: `decisions/${slug}.yaml`,
          content: { ...file, items: file.items.map((item) => withNames(item, now)) },
        })),
    ],
    moved: [...renamed]
      .filter(([from]) => content.versions.has(from))
      .map(([from, to]) => ({ from: `versions/${from}`, to: `versions/${to}` })),
  };
}

const nameIn = (file: string) => file.replace(/^[^/]+\//, '').replace(/\.yaml$/, '');

/** What content/ would say of procedures, earlier contents and decisions once an outcome is in place. */
export function contentAfter(
  { procedures, versions: kept, decisions: told, moved }: Outcome,
  { files, decisions, versions }: Content,
): [Set<string>, Map<string, VersionFile[]>, Decision[]] {
  const gone = new Set(
    procedures.flatMap(({ from, path }) => (from === null || from === path ? [] : [nameIn(from)])),
  );
  const slugs = [...files.keys()].filter((slug) => !gone.has(slug));
  const folders = new Map(moved.map(({ from, to }) => [nameIn(from), nameIn(to)]));
  const after = new Map([...versions].map(([slug, list]) => [folders.get(slug) ?? slug, [...list]]));
  for (const { path, content } of kept) {
    const slug = nameIn(path).replace(/\/.*$/, '');
    after.set(slug, [...(after.get(slug) ?? []), content]);
  }
  const written = told.map(({ path, content }) => ({ slug: nameIn(path), ...content }));
  const others = decisions.filter(({ slug }) => !written.some((one) => one.slug === slug));
  return [new Set([...slugs, ...procedures.map(({ path }) => nameIn(path))]), after, [...others, ...written]];
}

/** Whether a change alters the procedure's own file. */
export const isWritten = ({ op, before, parts, others }: Change): boolean =>
  op !== 'repeal' && (before === null || parts.length > 0 || others.length > 0);

function versionsOf(written: readonly Change[], decision: Decision, { versions }: Content) {
  return written.flatMap(({ slug, formerSlug, before, parts }) => {
    const kept = versions.get(formerSlug ?? slug)?.some(({ by }) => by === decision.slug);
    if (before === null || parts.length === 0 || kept) return [];
    const content: VersionFile = { until: effectiveDay(decision), by: decision.slug, content: before };
    return [{ path: `versions/${slug}/${decision.slug}.yaml`, content }];
  });
}

/** Refusals: a content that was put in for a later day must not be overtaken by a decision that holds earlier. */
export function overtaken(
  changes: readonly Change[],
  decision: Decision,
  versions: Content['versions'],
): string[] {
  return changes
    .filter(isWritten)
    .flatMap(({ slug, formerSlug }) =>
      (versions.get(formerSlug ?? slug) ?? [])
        .filter(({ until, by }) => by !== decision.slug && until > effectiveDay(decision))
        .map(
          ({ until, by }) =>
            `Thủ tục ${slug} đã có nội dung từ ngày ${until}${by ? ` theo quyết định ${by}` : ''}, sau ngày quyết định này có hiệu lực (${effectiveDay(decision)}). Nhập các quyết định theo thứ tự ngày hiệu lực.`,
        ),
    );
}

function decisionOf(
  changes: readonly Change[],
  { slug, ...file }: Decision,
  now: (slug: string) => string,
  decisions: readonly Decision[],
) {
  const items = file.items.map((item) => withNames(item, now));
  for (const change of changes) {
    const at = items.findIndex(({ procedure }) => procedure === change.slug);
    const before = items[at];
    const item: DecisionItem = {
      op: before && change.op === 'amend' ? before.op : change.op,
      procedure: change.slug,
      replaces: change.replaces,
      parts: ProcedurePart.options.filter(
        (part) => change.parts.includes(part) || before?.parts.includes(part),
      ),
      note: change.note ?? before?.note ?? null,
    };
    if (before) items[at] = item;
    else if (change.listed || isWritten(change)) items.push(item);
  }
  const path = `decisions/${slug}.yaml`;
  const known = decisions.some((other) => other.slug === slug);
  return { path, from: known ? path : null, content: { ...file, items } };
}

const names = ({ procedure, replaces }: DecisionItem, renamed: ReadonlyMap<string, string>) =>
  renamed.has(procedure) || replaces.some((slug) => renamed.has(slug));
const withNames = (item: DecisionItem, now: (slug: string) => string): DecisionItem => ({
  ...item,
  procedure: now(item.procedure),
  replaces: item.replaces.map(now),
});
