// Finds procedures by words typed with or without Vietnamese marks; small enough to run on every key press.
import type { Procedure } from './schema.ts';

/** Lower case without marks, `đ` as `d`, everything but letters, figures and points as one space. */
export function fold(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.replace(/[^a-z0-9.]+/g, ' ').trim();
}

/** A text as a part of an address: Vietnamese letters without marks, joined by hyphens. */
export const anchorOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What a procedure is found by: its name, national code and field, folded. */
export const findableText = ({ name, code, field }: Pick<Procedure, 'name' | 'code' | 'field'>) =>
  fold(`${name} ${code ?? ''} ${field}`);

/** Whether every word of `query` occurs in a folded text; an empty query matches everything. */
export function matches(foldedText: string, query: string): boolean {
  return fold(query)
    .split(' ')
    .every((word) => foldedText.includes(word));
}
