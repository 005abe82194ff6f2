// The search engine outside: Meilisearch names candidates from folded words; understanding and ranking stay ours.
import { setTimeout as pause } from 'node:timers/promises';
import { Meilisearch, type EnqueuedTaskPromise } from 'meilisearch';
import { answer, type Asked, type Candidate } from '../../answer.ts';
import { codeKey, isAskedCode } from '../../codes.ts';
import type { SearchDocument } from '../../document.ts';
import { type Embedded, mostCandidates } from '../../embedded.ts';
import type { SearchIndex } from '../../port.ts';
import type { Rules } from '../../rules.ts';
import { settled } from '../../rules.ts';
import { agreement, type Keys, wordsOf } from '../../text.ts';
import { understand, type Understood } from '../../understand.ts';
import { bondsOf, telling, type Vocabulary } from '../../vocabulary.ts';

export type MeiliSettings = {
  url: string;
  /** May write; the searches use `searchKey`. */
  key?: string | undefined;
  searchKey?: string | undefined;
  index: string;
  /** How long one search may take, in milliseconds. */
  patienceMs: number;
};

const engine = 'meilisearch';
const batchSize = 1_000;
const taskPatience = { timeout: 60_000, interval: 50 };
// Meilisearch takes ten words of a query and drops the rest.
const mostWords = 10;
// What Meilisearch is told; its own guesses at slips are switched off, as ours were made before.
const settings = {
  searchableAttributes: ['titleKeys', 'alsoKeys', 'bodyKeys'],
  filterableAttributes: ['type', 'field'],
  displayedAttributes: ['document'],
  typoTolerance: { enabled: false },
  rankingRules: ['words', 'attribute', 'proximity', 'exactness'],
};

type Stored = {
  id: string;
  type: string;
  field: string;
  titleKeys: string;
  alsoKeys: string;
  bodyKeys: string;
  document: SearchDocument;
};

/** An id may hold letters, figures, hyphens and underscores only: everything else as `_` and its number. */
export const storedId = (id: string): string =>
  id.replace(/[^a-zA-Z0-9-]/g, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);

/** `inside` knows the vocabulary that queries are understood by. Nothing is asked of the server yet. */
export function createMeili(
  { url, key, searchKey, index: uid, patienceMs }: MeiliSettings,
  inside: Embedded,
  rules: Rules,
): SearchIndex {
  const writer = new Meilisearch({ host: url, apiKey: key, timeout: 30_000 });
  const reader = new Meilisearch({ host: url, apiKey: searchKey ?? key, timeout: patienceMs });
  const next = `${uid}_next`;

  const foldsOf = (text: string) =>
    settled(wordsOf(text.normalize('NFC')), rules)
      .map(({ fold }) => fold)
      .join(' ');
  const stored = (document: SearchDocument): Stored => ({
    id: storedId(document.id),
    type: document.type,
    field: document.field,
    titleKeys: foldsOf(document.title),
    alsoKeys: foldsOf([document.field, ...document.keywords].join(' . ')),
    bodyKeys: foldsOf(document.body),
    document,
  });

  async function addAll(to: string, documents: readonly SearchDocument[]): Promise<void> {
    for (let start = 0; start < documents.length; start += batchSize) {
      await done(
        writer.index<Stored>(to).addDocuments(documents.slice(start, start + batchSize).map(stored)),
      );
      // Others in this process are let on between two batches.
      await pause(0);
    }
  }

  async function pools(asked: Asked, understood: Understood, vocabulary: Vocabulary) {
    const words = queryWords(understood, vocabulary);
    if (words.length === 0) return [[], undefined] as const;
    const filter = [
      ...(asked.type ? [`type = ${JSON.stringify(asked.type)}`] : []),
      ...(asked.field ? [`field = ${JSON.stringify(asked.field)}`] : []),
    ];
    const ask = (q: string, filtered: boolean) => ({
      indexUid: uid,
      q,
      limit: mostCandidates,
      matchingStrategy: 'frequency' as const,
      attributesToRetrieve: ['document'],
      ...(filtered && { filter }),
    });
    const queries = [
      ...words.map((q) => ask(q, false)),
      ...(filter.length ? words.map((q) => ask(q, true)) : []),
    ];
    const { results } = await reader.multiSearch<{ queries: typeof queries }, Stored>({ queries });
    if (results.length !== queries.length) throw new Error('meilisearch: results are missing');
    const merged = (part: typeof results) => {
      const byId = new Map<string, SearchDocument>();
      for (const { hits } of part) for (const { document } of hits) byId.set(document.id, document);
      return [...byId.values()].map((document) => candidateOf(document, rules, vocabulary));
    };
    const pool = merged(results.slice(0, words.length));
    return [pool, filter.length ? merged(results.slice(words.length)) : undefined] as const;
  }

  return {
    async search(asked) {
      const { vocabulary, documents } = inside.current();
      const understood = understand(asked.query, vocabulary, rules, asked.asTyped);
      const { code } = understood;
      const coded: Candidate[] = code ? documents.filter((one) => isAskedCode(one.codeKey, code)) : [];
      const [pool, chosen] = await pools(asked, understood, vocabulary);
      const isChosen = ({ document: { type, field } }: Candidate) =>
        (!asked.type || type === asked.type) && (!asked.field || field === asked.field);
      const whole = [...coded, ...pool];
      const part =
        chosen || asked.type || asked.field ? [...coded.filter(isChosen), ...(chosen ?? [])] : whole;
      return { ...answer(asked, understood, vocabulary, rules, whole, part), engine, degraded: false };
    },
    upsert: (documents) => addAll(uid, documents),
    async remove(ids) {
      if (ids.length > 0) await done(writer.index(uid).deleteDocuments(ids.map(storedId)));
    },
    async rebuild(documents) {
      await done(writer.deleteIndex(next), ['index_not_found']);
      await done(writer.createIndex(next, { primaryKey: 'id' }));
      await done(writer.createIndex(uid, { primaryKey: 'id' }), ['index_already_exists']);
      await done(writer.index(next).updateSettings(settings));
      await addAll(next, documents);
      await done(writer.swapIndexes([{ indexes: [uid, next], rename: false }]));
      await done(writer.deleteIndex(next));
    },
    async health() {
      const { status } = await reader.health();
      if (status !== 'available') throw new Error(`meilisearch: ${status}`);
      return { engine, degraded: false };
    },
  };
}

// A task that failed resolves like one that succeeded; only its status tells.
async function done(enqueued: EnqueuedTaskPromise, allowed: readonly string[] = []): Promise<void> {
  const { status, error, type } = await enqueued.waitTask(taskPatience);
  if (status === 'succeeded' || (error?.code && allowed.includes(error.code))) return;
  throw new Error(`meilisearch: ${type} ${status} ${error?.code ?? ''}`);
}

/** The words as typed, and the same with each unit's first other way of saying it; the ten most telling ones each. */
function queryWords({ units }: Understood, vocabulary: Vocabulary): string[] {
  const sentence = (nth: number) =>
    units
      .flatMap(({ ways }) => ways[Math.min(nth, ways.length - 1)] ?? [])
      .map(({ fold }, at) => ({ fold, at, weight: telling(vocabulary, fold) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostWords)
      .toSorted((a, b) => a.at - b.at)
      .map(({ fold }) => fold)
      .join(' ');
  const most = Math.min(3, Math.max(1, ...units.map(({ ways }) => ways.length)));
  return [...new Set(Array.from({ length: most }, (_, nth) => sentence(nth)))].filter(Boolean);
}

function candidateOf(document: SearchDocument, rules: Rules, vocabulary: Vocabulary): Candidate {
  const read = (text: string): Keys[] => settled(wordsOf(text.normalize('NFC')), rules);
  const title = read(document.title);
  const wishes = document.type === 'procedure' ? (rules.wishes.get(document.code) ?? []) : [];
  let body: Keys[] | undefined;
  return {
    document,
    codeKey: codeKey(document.code),
    title,
    bonds: bondsOf(title, vocabulary),
    wishes: wishes.map((words) => ({ words, bonds: bondsOf(words, vocabulary) })),
    isThin: document.isThin ?? false,
    also: read([document.field, ...document.keywords].join(' . ')),
    inBody: (word) =>
      (body ??= read(document.body)).some((one) => one.fold === word.fold && agreement(word, one) >= 0.5),
  };
}
