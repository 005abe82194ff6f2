// A sentence that refuses, in the language of the page: whoever refuses says it in Vietnamese. Pure.
import { inEnglish } from '../../api/problems/english/in-english.ts';
import type { Language } from '../../api/languages/language.ts';

export const refusalIn = <Sentence extends string | undefined>(
  language: Language,
  sentence: Sentence,
): Sentence => (language === 'en' && sentence !== undefined ? inEnglish(sentence) : sentence) as Sentence;
