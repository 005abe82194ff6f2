// What citizens look for here though other bodies do it: recognised by what they say, answered before anything else. Pure.
import { longest, type Rules } from './rules.ts';
import type { Keys, Word } from './text.ts';

/** An entry of content/search/elsewhere.yaml, ready to be compared. `unless`: with one of these it is another matter. */
export type Elsewhere = { title: string; body: string; text: string | null; url: string | null };
export type ElsewhereRule = { say: Word[]; says: Word[][]; unless: Word[][]; answer: Elsewhere };

const least = 0.9;

/** The other body's matter that the words speak of: that of the longest phrase; undefined where there is none. */
export function elsewhereOf(
  words: readonly Word[],
  { elsewhere }: Pick<Rules, 'elsewhere'>,
): ElsewhereRule | undefined {
  let found: ElsewhereRule | undefined;
  for (const [at, word] of words.entries()) {
    const rules = elsewhere
      .get(word.fold)
      ?.filter(({ unless }) => !unless.some((phrase) => stands(phrase, words)));
    const rule = longest(rules, ({ say }) => say, words, at, least);
    if (rule && rule.say.length > (found?.say.length ?? 0)) found = rule;
  }
  return found;
}

/** Whether a title is of the very matter: a department that has such a procedure shows it all the same. */
export const isOf = ({ says }: ElsewhereRule, title: readonly Keys[]): boolean =>
  says.some((phrase) => stands(phrase, title));

const stands = (phrase: readonly Keys[], words: readonly Keys[]): boolean =>
  words.some((_, at) => longest([phrase], (one) => one, words, at, least) !== undefined);
