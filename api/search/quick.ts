// Suggestions while one types: the same rules over a small catalogue of names, without a server. Pure; runs in browsers.
import { codeKey } from './codes.ts';
import { highlights, type Range } from './highlight.ts';
import { cutOff, judge, type Ranked } from './rank.ts';
import { compileRules, type RulesSource, settled } from './rules.ts';
import { type Keys, wordsOf } from './text.ts';
import { understand } from './understand.ts';
import { emptyVocabulary, learn, learnRules } from './vocabulary.ts';

/** What the browser fetches once: `[name, slug, place of its field in fields]` of each procedure, and the rules. */
export type Catalogue = { fields: string[]; procedures: [string, string, number][]; rules: RulesSource };
export type Suggestion = { title: string; slug: string; field: string; highlights: Range[] };
export type Suggestions = { found: Suggestion[]; total: number };

type Entry = Ranked & { title: Keys[]; name: string; slug: string; field: string };

/** Reads the catalogue once and answers every query; at most `most` suggestions. */
export function createQuick(catalogue: Catalogue): (query: string, most: number) => Suggestions {
  const rules = compileRules(catalogue.rules);
  const vocabulary = emptyVocabulary();
  learnRules(vocabulary, rules);
  // Equal words are one object, so that a query looks at each once.
  const shared = new Map<string, Keys>();
  const keysOf = (text: string, kind: 'title' | 'phrase'): Keys[] => {
    const words = settled(wordsOf(text), rules);
    learn(vocabulary, words, kind);
    return words.map(({ fold, tone }) => {
      const known = shared.get(tone) ?? { fold, tone };
      shared.set(tone, known);
      return known;
    });
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
    };
  });

  return (query, most) => {
    const understood = understand(query, vocabulary, rules);
    const verdict = judge(understood, vocabulary, rules);
    const ranked = cutOff(
      entries.flatMap((entry) => {
        const judged = verdict(entry);
        return judged ? [{ ...judged, entry }] : [];
      }),
    );
    const found = ranked.slice(0, most).map(({ entry: { name, slug, field } }) => ({
      title: name,
      slug,
      field,
      highlights: highlights(name, understood, rules),
    }));
    return { found, total: ranked.length };
  };
}

/** The catalogue of some procedures; superseded ones are not suggested. */
export function catalogueOf(
  procedures: readonly { name: string; slug: string; field: string }[],
  rules: RulesSource,
): Catalogue {
  const fields = [...new Set(procedures.map(({ field }) => field))];
  return {
    fields,
    procedures: procedures.map(({ name, slug, field }) => [name, slug, fields.indexOf(field)]),
    rules,
  };
}
