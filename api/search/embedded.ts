// The search engine in this process. Building hands the processor back every few milliseconds; the old index answers meanwhile.
import { setImmediate as others } from 'node:timers/promises';
import { answer, type Asked } from './answer.ts';
import { isAskedCode } from './codes.ts';
import type { SearchDocument } from './document.ts';
import type { SearchIndex } from './port.ts';
import { candidates, type Index, type Indexed, startIndex } from './postings.ts';
import type { Rules } from './rules.ts';
import { understand, type Understood } from './understand.ts';

export const mostCandidates = 100;
const sliceMs = 8;
const engine = 'embedded';

export type Embedded = SearchIndex & {
  /** For an engine outside that names candidates of its own. */
  current(): Index;
};

export function createEmbedded(rules: Rules): Embedded {
  const stored = new Map<string, SearchDocument>();
  let index = startIndex(rules).finish();
  let building: Promise<void> = Promise.resolve();

  // One after the other; each takes what is stored when its turn comes.
  function build(change: () => void): Promise<void> {
    building = building.then(async () => {
      change();
      const next = startIndex(rules);
      let since = performance.now();
      for (const document of [...stored.values()]) {
        next.add(document);
        if (performance.now() - since < sliceMs) continue;
        await others();
        since = performance.now();
      }
      index = next.finish();
    });
    return building;
  }

  return {
    current: () => index,
    search: async (asked) => ({ ...searchIndex(index, rules, asked), engine, degraded: false }),
    upsert: (documents) =>
      build(() => {
        for (const document of documents) stored.set(document.id, document);
      }),
    remove: (ids) =>
      build(() => {
        for (const id of ids) stored.delete(id);
      }),
    rebuild: (documents) =>
      build(() => {
        stored.clear();
        for (const document of documents) stored.set(document.id, document);
      }),
    health: async () => ({ engine, degraded: false }),
  };
}

/** Both stages over one index. */
export function searchIndex(index: Index, rules: Rules, asked: Asked) {
  const understood = understand(asked.query, index.vocabulary, rules, asked.asTyped);
  const pool = poolOf(index, understood);
  const isChosen = ({ type, field }: SearchDocument) =>
    (!asked.type || type === asked.type) && (!asked.field || field === asked.field);
  const chosen = asked.type || asked.field ? poolOf(index, understood, isChosen) : pool;
  return answer(asked, understood, index.vocabulary, rules, pool, chosen);
}

/** The first stage: who bears the code asked for, then the best for the words. */
export function poolOf(
  index: Index,
  understood: Understood,
  may: (document: SearchDocument) => boolean = () => true,
): Indexed[] {
  const { code } = understood;
  const coded = code
    ? index.documents.filter(({ codeKey, document }) => isAskedCode(codeKey, code) && may(document))
    : [];
  const worded = candidates(index, understood, mostCandidates, may).map(
    (at) => index.documents[at] as Indexed,
  );
  return coded.length === 0 ? worded : [...new Set([...coded, ...worded])];
}
