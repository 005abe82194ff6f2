// Codes of procedures and numbers of documents as people type them: 1.001786, 1001786, TTHC-1.001786.000.00.00.H48. Pure.

/** What two ways of writing one code have in common: letters and figures only, without marks. */
export const codeKey = (code: string): string =>
  code
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]/g, '');

export type AskedCode = {
  key: string;
  how: 'whole' | 'start' | 'end';
  /** Where it stands in the query. */
  start: number;
  end: number;
  /** A document's number may stand in the texts as well. */
  isWords: boolean;
};

// The first group is what stands before: phones that are still in use do not know how to look behind.
const national =
  /(^|[^\d.,/])(?:tthc[\s.:-]*)?(\d)[.,]?(\d{6})(?:[.,]\d{3}(?:[.,]\d{2}){2})?(?:\.h\d{1,2})?(?![\d/])/i;
const begun = /(^|[^\d.,/])(?:tthc[\s.:-]*)?(\d[.,]\d{2,5})(?![\d.,/])/i;
const tail = /(^|[^\d.,/])(\d{6})(?![\d.,/])/;
const document = /(^|[^\p{L}\d])(\d{1,5}\/(?:\d{4}\/)?[\p{L}\d-]{2,})/u;

/** The code that a query of at most 200 characters asks for, and where it stands; null: it asks with words only. */
export function askedCode(query: string): AskedCode | null {
  const place = (match: RegExpExecArray, key: string, how: AskedCode['how'], isWords = false): AskedCode => ({
    key,
    how,
    isWords,
    start: match.index + (match[1] ?? '').length,
    end: match.index + match[0].length,
  });
  const whole = national.exec(query);
  if (whole) return place(whole, `${whole[2]}${whole[3]}`, 'whole');
  const start = begun.exec(query);
  if (start) return place(start, codeKey(start[2] ?? ''), 'start');
  const number = document.exec(query);
  if (number) return place(number, codeKey(number[2] ?? ''), 'start', true);
  const end = tail.exec(query);
  return end ? place(end, end[2] ?? '', 'end') : null;
}

/** Whether a document's code key is the one asked for. */
export function isAskedCode(key: string, asked: AskedCode): boolean {
  if (asked.how === 'end') return key.endsWith(asked.key);
  return asked.how === 'start' ? key.startsWith(asked.key) : key === asked.key;
}
