// The portal's search: opened once, filled from everything that is published, kept fresh, never an error for a citizen.
import { deadlineInForce } from '../deadlines/service.ts';
import { localDate, dateOf, dayNumber } from '../dates/dates.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal/portal.ts';
import { answersSince } from './answers-repository.ts';
import type { Asked } from './answer.ts';
import type { SearchDocument } from './document.ts';
import {
  answerDocument,
  documentDocument,
  guideDocument,
  postDocument,
  procedureDocument,
  questionDocument,
} from './documents.ts';
import { postsOn } from '../news/load.ts';
import { createEmbedded } from './embedded.ts';
import { limits, withFallback } from './fallback.ts';
import { createMeili } from './tools/meili/meili.ts';
import { countMiss, forgetMissesBefore, listMisses } from './misses-repository.ts';
import { missOf } from './misses.ts';
import type { Answered } from './port.ts';
import { compileRules } from './rules.ts';

type Parts = Pick<Portal, 'db' | 'content' | 'env' | 'now'>;

/** Where published things come from; a further kind adds a line here. All of it is public. */
export const providers: readonly ((parts: Pick<Portal, 'content' | 'now'>) => SearchDocument[])[] = [
  ({ content }) => [...content.procedures.values()].map(procedureDocument),
  ({ content }) => [...content.documents.values()].map(documentDocument),
  ({ content, now }) => postsOn(content.posts, localDate(now())).map(postDocument),
  ({ content }) => content.guides.map(guideDocument),
  ({ content }) => content.questions.map(questionDocument),
];

export type Search = {
  search(asked: Asked): Promise<Answered>;
  /** Builds the index now instead of at the first search. */
  warm(): Promise<void>;
  /** Builds it again from content that has changed; until then the old index answers. */
  reload(): Promise<void>;
  /** Takes in the answers published since it last looked. */
  refresh(): Promise<void>;
  /** The same, where an index is built already: after something public was taken back. */
  follow(): Promise<void>;
  health(): Promise<{ engine: string; degraded: boolean }>;
};

const refreshMs = 60_000;

/** Nothing is read or built before the first search or `warm`. */
export function openSearch({ db, content, env, now }: Parts): Search {
  const rules = compileRules(content.searchRules);
  const inside = createEmbedded(rules);
  const outside = env.MEILI_URL
    ? withFallback(
        createMeili(
          {
            url: env.MEILI_URL,
            key: env.MEILI_KEY,
            searchKey: env.MEILI_SEARCH_KEY,
            index: env.MEILI_INDEX,
            patienceMs: limits.patienceMs,
          },
          inside,
          rules,
        ),
        inside,
        (event, error) => log.warn({ reason: reasonOf(error) }, event),
      )
    : undefined;
  const index = outside ?? inside;
  let built: Promise<void> | undefined;
  let newest: Date | null = null;
  let lookedAt = 0;

  async function newAnswers(): Promise<SearchDocument[]> {
    lookedAt = performance.now();
    try {
      const answers = await answersSince(db, newest);
      newest = answers.at(-1)?.writtenAt ?? newest;
      return answers.map((answer) =>
        answerDocument(answer, content.procedures.get(answer.procedureSlug ?? '')),
      );
    } catch (error) {
      // Looked for again in a minute; what is in content/ is found meanwhile.
      log.warn({ reason: reasonOf(error) }, 'published answers not indexed');
      return [];
    }
  }

  async function build(): Promise<void> {
    const documents = providers.flatMap((provide) => provide({ content, now }));
    await inside.rebuild([...documents, ...(await newAnswers())]);
    // Citizens do not wait for the engine outside.
    void outside?.follow();
  }
  const warm = () => (built ??= build());

  async function refresh(): Promise<void> {
    await warm();
    const documents = await newAnswers();
    if (documents.length > 0) await index.upsert(documents);
  }

  return {
    async search(asked) {
      await warm();
      if (performance.now() - lookedAt > refreshMs) void refresh();
      return await index.search(asked);
    },
    warm,
    reload() {
      newest = null;
      return (built = build());
    },
    refresh,
    follow: () => (built ? refresh() : Promise.resolve()),
    health: () => index.health(),
  };
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.name : undefined);

const mostMisses = 5_000;

/** Counts a search that found nothing; whether it could be counted matters to nobody who searches. */
export async function recordMiss({ db, now }: Pick<Portal, 'db' | 'now'>, query: string): Promise<void> {
  const miss = missOf(query);
  if (!miss) return;
  try {
    await countMiss(db, miss, localDate(now()), mostMisses);
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'search without result not counted');
  }
}

/** For the staff; what nobody asked for within the term of keeping is forgotten. */
export async function misses(portal: Pick<Portal, 'db' | 'now'>) {
  const { db, now } = portal;
  const { amount } = await deadlineInForce(portal, 'search-misses');
  await forgetMissesBefore(db, dateOf(dayNumber(localDate(now())) - amount));
  return await listMisses(db, 200);
}
