// What is asked in English, joined to the rules of search; how the portal describes its procedures in English. Pure.
import type { RulesSource } from './rules.ts';

/** `about`: a description, not an official name; `name` with its `source`: an official one. */
export type EnglishProcedure = {
  procedure: string;
  about: string;
  name?: string | undefined;
  source?: string | undefined;
  say: string[];
};
/** The content of content/search/english.yaml. */
export type EnglishWords = Pick<RulesSource, 'forms' | 'drop'> & { procedures: EnglishProcedure[] };

/** The rules with those of English behind them; each procedure keeps all that is said for it, under one entry. */
export function withEnglish<Rules extends Partial<RulesSource>>(rules: Rules, english: EnglishWords): Rules {
  const wishes = new Map((rules.wishes ?? []).map(({ procedure, say }) => [procedure, say]));
  for (const { procedure, about, name, say } of english.procedures)
    wishes.set(procedure, [...(wishes.get(procedure) ?? []), ...(name ? [name] : []), about, ...say]);
  return {
    ...rules,
    ...(rules.forms && { forms: [...rules.forms, ...english.forms] }),
    ...(rules.drop && { drop: [...rules.drop, ...english.drop] }),
    wishes: [...wishes].map(([procedure, say]) => ({ procedure, say })),
  };
}
