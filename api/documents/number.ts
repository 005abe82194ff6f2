// The number of a document (số ký hiệu) in one spelling, so that two ways of writing it meet. Pure.

/**
 * `Nghị định số 63/2010/NĐ-CP`-style prefixes are not taken off, only `số`. Case, marks, spaces, dashes and leading
 * zeros do not count: `05/2007/QH12` and `5/2007/qh12`, `126/KHTU` and `126-KH/TU` become one. Figures stay apart:
 * `1/22` is not `12/2`. Returns '' for what holds no letter or figure.
 */
export function normaliseNumber(number: string): string {
  const plain = number
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[ĐÐ]/g, 'D')
    .replace(/^\s*SO\s*:?\s+/, '');
  return plain
    .replace(/[^A-Z0-9]+/g, '/')
    .replace(/(?<!\d)\/|\/(?!\d)/g, '')
    .replace(/^0+(?=\d)/, '');
}

/** The year that a number itself carries: `268/2025/NĐ-CP` -> 2025, `29/2013/QH13` -> 2013; else null. */
export function yearInNumber(number: string): number | null {
  const year = /\/((?:19|20)\d\d)\//.exec(number)?.[1];
  return year === undefined ? null : Number(year);
}
