// Decisions and change notices for the public, with when this portal first showed them.
import { Problem } from '../../problems/problem.ts';
import type { Portal } from '../../portal/portal.ts';
import { findPublishedTimes } from '../../publishing/repository.ts';
import { opLabels } from './labels.ts';
import type { DatedNotice, DecisionSummary, DecisionView } from './notice-schema.ts';
import { changeNotices, isAbout, noticesOf, type Wanted } from './notices.ts';
import type { Decision } from './schema.ts';

type Where = Pick<Portal, 'db' | 'content'>;
type Times = Awaited<ReturnType<typeof findPublishedTimes>>;

export async function listDecisions({ db, content }: Where): Promise<DecisionSummary[]> {
  const times = await findPublishedTimes(db, 'decision');
  return content.decisions.map((decision) => ({
    ...shown(decision, times),
    procedures: decision.items.length,
  }));
}

export async function oneDecision({ db, content }: Where, slug: string): Promise<DecisionView> {
  const decision = content.decisions.find((one) => one.slug === slug);
  if (!decision) throw new Problem('not-found', 'Không có quyết định nào ở địa chỉ này. Xem /thong-bao.');
  const stored = new Map(content.stored.map((one) => [one.slug, one]));
  return {
    ...shown(decision, await findPublishedTimes(db, 'decision')),
    sources: decision.sources,
    items: decision.items.map(({ op, procedure, replaces, parts, note }) => ({
      op,
      label: opLabels[op],
      procedure,
      name: stored.get(procedure)?.file.name ?? procedure,
      replaces,
      parts,
      note,
    })),
    notices: noticesOf(decision, stored),
  };
}

/** The newest notices, of one field or one procedure where it is named; with when the portal first told each, and when it last told it otherwise. */
export async function listNotices(
  { db, content }: Where,
  { limit, ...wanted }: Wanted & { limit: number },
): Promise<DatedNotice[]> {
  const times = await findPublishedTimes(db, 'notice');
  return changeNotices(content)
    .filter((notice) => isAbout(notice, wanted))
    .slice(0, limit)
    .map((notice) => {
      const time = times.get(notice.id);
      return {
        ...notice,
        publishedAt: time?.firstAt.toISOString() ?? null,
        changedAt: time?.lastAt.toISOString() ?? null,
      };
    });
}

function shown(decision: Decision, times: Times) {
  const { slug, number, title, scope, authority, signedOn, effectiveOn, file, note } = decision;
  const publishedAt = times.get(slug)?.firstAt.toISOString() ?? null;
  return { slug, number, title, scope, authority, signedOn, effectiveOn, file, note, publishedAt };
}
