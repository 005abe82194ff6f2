// The catalogue of texts: one file for each page or feature that speaks two languages, each text under its key. A text
// that lacks a language does not compile; tests/unit/texts.test.ts walks every file of this folder.
import { languageOf, type Language } from '../../api/languages/language.ts';

/** A sentence, or what makes one of its values. In a sentence `[words](/address)` is a link and `**words**` are strong (Prose.astro). */
export type Said = string | ((...values: never[]) => string);
export type Text<One extends Said = Said> = Record<Language, One>;
export type Texts = Record<string, Text>;

/** Texts that say the same in every language: a maker of sentences takes the same values in each. */
export const catalogue = <All extends Record<string, Said>>(texts: {
  [Key in keyof All]: Text<All[Key]>;
}): { [Key in keyof All]: Text<All[Key]> } => texts;

/** The texts of one language under their keys. */
export const inLanguage = <All extends Record<string, Said>>(
  texts: { [Key in keyof All]: Text<All[Key]> },
  language: Language,
): All =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, (text as Text)[language]])) as All;

/** The texts of a page in its language. */
export const textsOf = <All extends Record<string, Said>>(
  texts: { [Key in keyof All]: Text<All[Key]> },
  page: { url: URL },
): All => inLanguage(texts, languageOf(page));
