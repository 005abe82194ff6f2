// Suggestions while one types: the same rules over a small catalogue of names, without a server. Pure; runs in browsers.
import { surely } from './answer.ts';
import { codeKey } from './codes.ts';
import { type Elsewhere, elsewhereOf, isOf } from './elsewhere.ts';
import { highlights, type Range } from './highlight.ts';
import { cutOff, judge, type Ranked } from './rank.ts';
import { compileRules, type RulesSource, settled } from './rules.ts';
import { type Keys, wordsOf } from './text.ts';
import { understand } from './understand.ts';
import { bondsOf, emptyVocabulary, learn, learnRules } from './vocabulary.ts';

/** What the browser fetches once: `[name, slug, place of its field in fields]` of each procedure, and the rules. */
export type Catalogue = { fields: string[]; procedures: [string, string, number][]; rules: RulesSource };
/** What is fetched beside it: what citizens say who need a procedure, and what other bodies do. */
export type PlainWords = Pick<RulesSource, 'wishes' | 'elsewhere'>;
export type Suggestion = { title: string; slug: string; field: string; highlights: Range[] };
export type Suggestions = { found: Suggestion[]; total: number; elsewhere: Elsewhere | null };

type Entry = Ranked & { title: Keys[]; name: string; slug: string; field: string };

/** Reads the catalogue once and answers every query; at most `most` suggestions. */
export function createQuick(
  catalogue: Catalogue,
  plain: PlainWords = {},
): (query: string, most: number) => Suggestions {
  const rules = compileRules({ ...catalogue.rules, ...plain });
  const vocabulary = emptyVocabulary();
  learnRules(vocabulary, rules);
  // Equal words are one object, so that a query looks at each once.
  const shared = new Map<string, Keys>();
  const shareOf = ({ fold, tone }: Keys): Keys => {
    const known = shared.get(tone) ?? { fold, tone };
    shared.set(tone, known);
    return known;
  };
  const keysOf = (text: string, kind: 'title' | 'phrase'): Keys[] => {
    const words = settled(wordsOf(text), rules);
    learn(vocabulary, words, kind);
    return words.map(shareOf);
  };
  const fields = catalogue.fields.map((field) => keysOf(field, 'phrase'));
  const entries = catalogue.procedures.map(([name, slug, at]): Entry => {
    const also = fields[at] ?? [];
    const field = catalogue.fields[at] ?? '';
    return {
      name,
      slug,
      field,
      codeKey: codeKey(slug),
      title: keysOf(name, 'title'),
      also,
      inBody: () => false,
      bonds: new Uint8Array(0),
      wishes: (rules.wishes.get(slug) ?? []).map((wish) => {
        learn(vocabulary, wish, 'phrase');
        return { words: wish.map(shareOf), bonds: new Uint8Array(0) };
      }),
      isThin: false,
    };
  });
  for (const entry of entries) {
    entry.bonds = bondsOf(entry.title, vocabulary);
    for (const wish of entry.wishes) wish.bonds = bondsOf(wish.words, vocabulary);
  }

  return (query, most) => {
    const understood = understand(query, vocabulary, rules);
    const other = elsewhereOf(understood.whole, rules);
    const elsewhere = other?.answer ?? null;
    const verdict = judge(understood, vocabulary, rules);
    const ranked = cutOff(
      entries.flatMap((entry) => {
        const judged = verdict(entry);
        const isMeant =
          judged &&
          (!other || (judged.match !== 'partial' && judged.score >= surely) || isOf(other, entry.title));
        return judged && isMeant ? [{ ...judged, entry }] : [];
      }),
    );
    const found = ranked.slice(0, most).map(({ entry: { name, slug, field } }) => ({
      title: name,
      slug,
      field,
      highlights: highlights(name, understood, rules),
    }));
    return { found, total: ranked.length, elsewhere };
  };
}

/** The catalogue of some procedures; superseded ones are not suggested. */
export function catalogueOf(
  procedures: readonly { name: string; slug: string; field: string }[],
  { forms, synonyms, drop, later }: RulesSource,
): Catalogue {
  const fields = [...new Set(procedures.map(({ field }) => field))];
  return {
    fields,
    procedures: procedures.map(({ name, slug, field }) => [name, slug, fields.indexOf(field)]),
    rules: { forms, synonyms, drop, later },
  };
}
