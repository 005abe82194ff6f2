// The decisions that publish procedures, newest first, and the contents that procedures had before.
import { getCollection } from 'astro:content';
import { inEndingOrder } from '../../../api/procedures/decisions/contradictions.ts';
import type { Decision, DecisionFile } from '../../../api/procedures/decisions/schema.ts';
import type { VersionFile } from '../../../api/procedures/version.ts';
import { decisionHref } from '../address/notice-address.ts';

const entries: { id: string; data: DecisionFile }[] = await getCollection('decisions');
export const decisions: Decision[] = entries
  .map(({ id, data }) => ({ slug: id, ...data }))
  .toSorted((a, b) => (a.signedOn < b.signedOn ? 1 : a.signedOn > b.signedOn ? -1 : 0));

// Only a decision ends a content; a collection without any would be warned of at every start.
const hasEnded = decisions.some(({ items }) => items.length > 0);
const kept: { id: string; data: VersionFile }[] = hasEnded ? await getCollection('versions') : [];
const versions = Map.groupBy(kept, ({ id }) => id.slice(0, id.lastIndexOf('/')));

/** The earlier contents of one procedure, in the order in which they ended. */
export const versionsOf = (slug: string): VersionFile[] =>
  inEndingOrder(
    (versions.get(slug) ?? []).map(({ data }) => data),
    decisions,
  );

/** The page of a decision known by its number, where it is one of ours. */
export function hrefOfDecision(number: string): string | undefined {
  const slug = decisions.find((decision) => decision.number === number)?.slug;
  return slug && decisionHref(slug);
}
