// From candidates to an answer: ranked, cut off, counted by type, field and state, one page of it with highlights. Pure.
import type { SearchDocument, SearchType } from './document.ts';
import { highlights, type Range } from './highlight.ts';
import { type Elsewhere, elsewhereOf, isOf } from './elsewhere.ts';
import { cutOff, guess, judge, type Match, type Ranked, type Verdict } from './rank.ts';
import type { Rules } from './rules.ts';
import type { Keys } from './text.ts';
import type { Correction, Understood } from './understand.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Asked = {
  query: string;
  type?: SearchType | undefined;
  field?: string | undefined;
  /** Superseded ones as well. */
  all?: boolean | undefined;
  /** Nothing is mended. */
  asTyped?: boolean | undefined;
  offset: number;
  limit: number;
};
export type Candidate = Ranked & { document: SearchDocument };
export type Counted = { value: string; count: number };
export type Facets = { type: Counted[]; field: Counted[]; state: Counted[] };
export type Hit = { document: SearchDocument; match: Match; highlights: Range[] };
export type Found = {
  hits: Hit[];
  total: number;
  facets: Facets;
  corrected: Correction[];
  elsewhere: Elsewhere | null;
};

/** Beside what another body does, a hit with less is not shown. */
export const surely = 0.75;

// A question of so many words tells a story, most of which is in no title (chuột gặm nát giấy phép bức xạ): where nothing
// answers it, the few procedures that come nearest are guessed. Fewer words are meant as they stand.
const leastOfStory = 5;
const mostGuesses = 3;

type Judged = Verdict & { document: SearchDocument; title: readonly Keys[] };

/**
 * `pool` are candidates of every type and field; `chosen` those of the type and field asked for (the same ones where
 * neither was asked for). Facets count the pool, so that one sees what the other choices would give.
 */
export function answer(
  asked: Asked,
  understood: Understood,
  vocabulary: Vocabulary,
  rules: Rules,
  pool: readonly Candidate[],
  chosen: readonly Candidate[] = pool,
): Found {
  const rankedBy = (verdict: ReturnType<typeof judge>) => (candidates: readonly Candidate[]) =>
    cutOff(
      candidates.flatMap((candidate): Judged[] => {
        const found = verdict(candidate);
        return found ? [{ ...found, document: candidate.document, title: candidate.title }] : [];
      }),
    );
  const other = elsewhereOf(understood.whole, rules);
  let ranked = rankedBy(judge(understood, vocabulary, rules));
  let everything = ranked(pool);
  if (everything.length === 0 && !other && isStory(understood)) {
    const nearest = rankedBy(judge(understood, vocabulary, rules, guess));
    ranked = (candidates) => guesses(nearest(candidates));
    everything = ranked(pool);
  }
  const elsewhere = other?.answer ?? null;
  // Beside what another body does only what is asked for just so, or is of that very matter.
  const isMeant = ({ score, match, title }: Judged) =>
    other === undefined || (match !== 'partial' && score >= surely) || isOf(other, title);
  const mayShow = (one: Judged) =>
    (asked.all || one.document.state === 'current' || one.score >= 3) && isMeant(one);
  const shown = (chosen === pool ? everything : ranked(chosen)).filter(mayShow);
  const countable = everything.filter(mayShow);
  return {
    hits: shown.slice(asked.offset, asked.offset + asked.limit).map(({ document, match }) => ({
      document,
      match,
      highlights: highlights(document.title, understood, rules),
    })),
    total: shown.length,
    facets: {
      type: count(countable.map(({ document }) => document.type)),
      field: count(countable.map(({ document }) => document.field)),
      state: count(everything.filter(isMeant).map(({ document }) => document.state)),
    },
    corrected: understood.corrected,
    elsewhere,
  };
}

const isStory = ({ units }: Understood): boolean =>
  units.reduce((words, { ways }) => words + (ways[0]?.length ?? 0), 0) >= leastOfStory;

const guesses = (nearest: readonly Judged[]): Judged[] =>
  nearest
    .filter(({ document }) => document.type === 'procedure' && document.state === 'current')
    .slice(0, mostGuesses)
    .map((one) => ({ ...one, match: 'guess' }));

function count(values: readonly string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, many]) => ({ value, count: many })).sort((a, b) => b.count - a.count);
}
