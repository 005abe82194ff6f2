// The library page of a document that a procedure names by its number.
import { documentByNumber } from './documents.ts';

/** Undefined where the library has no such document, or more than one: the number then stands as plain words. */
export function documentHref(number: string): string | undefined {
  const document = documentByNumber(number);
  return document && `/van-ban/${document.slug}`;
}
