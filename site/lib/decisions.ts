// The decisions that publish procedures, newest first, and the contents that procedures had before.
import { getCollection } from 'astro:content';
import type { Decision, DecisionFile } from '../../api/decisions/schema.ts';
import type { VersionFile } from '../../api/procedures/version.ts';

const entries: { id: string; data: DecisionFile }[] = await getCollection('decisions');
export const decisions: Decision[] = entries
  .map(({ id, data }) => ({ slug: id, ...data }))
  .toSorted((a, b) => (a.signedOn < b.signedOn ? 1 : a.signedOn > b.signedOn ? -1 : 0));

const kept: { id: string; data: VersionFile }[] = await getCollection('versions');
const versions = Map.groupBy(kept, ({ id }) => id.slice(0, id.lastIndexOf('/')));

/** The earlier contents of one procedure, in no particular order. */
export const versionsOf = (slug: string): VersionFile[] => (versions.get(slug) ?? []).map(({ data }) => data);

export const decisionHref = (slug: string) => `/thong-bao/${slug}`;

/** The page of a decision known by its number, where it is one of ours. */
export function hrefOfDecision(number: string): string | undefined {
  const slug = decisions.find((decision) => decision.number === number)?.slug;
  return slug && decisionHref(slug);
}
