// Rows of a list that stand over others: what a decision does, the field, the level; and the decision's own lines.
import type { DecisionOp } from '../procedures/decisions/schema.ts';
import { fold } from '../text/fold.ts';
import type { Level } from '../procedures/schema.ts';
import { sameName } from './words.ts';

export type Heading = { op?: DecisionOp; field?: string; level?: Level };

const ops: [RegExp, DecisionOp][] = [
  [/moi ban hanh|ban hanh moi/, 'new'],
  [/sua doi/, 'amend'],
  [/bai bo|huy bo/, 'repeal'],
  [/chuan hoa/, 'standardise'],
  [/dinh chinh/, 'correct'],
];

/** The one thing that a heading says is done; null where it says nothing or several things at once, as titles do. */
export function opIn(words: string): DecisionOp | null {
  const folded = fold(words);
  const said = ops.filter(([pattern]) => pattern.test(folded)).map(([, op]) => op);
  if (said.length === 0 && /thay the/.test(folded)) return 'replace';
  return said.length === 1 && said[0] ? said[0] : null;
}

/**
 * What a row with a single wording says about the rows under it; null: nothing that is understood. `fields` are those
 * that the content has.
 */
export function headingOf(words: string, fields: readonly string[] = []): Heading | null {
  const text = words.replaceAll('\n', ' ').replace(/^\s*(?:[IVX]+|[A-Z]|\d+(?:\.\d+)*)\s*[.)/-]\s*/, '');
  const folded = fold(text);
  if (/^linh vuc /.test(folded))
    return { field: fieldNamed(text.replace(/^\S+\s+\S+\s*:?\s*/, '').trim(), fields) };
  const bare = fields.find((field) => sameName(field, text));
  if (bare !== undefined) return { field: bare };
  const op = /danh muc|thu tuc|tthc/.test(folded) ? opIn(text) : null;
  const level = /cap tinh/.test(folded) ? 'province' : /cap xa/.test(folded) ? 'commune' : null;
  if (op === null && (level === null || !/thu tuc|tthc|danh muc/.test(folded))) return null;
  return { ...(op && { op }), ...(level && { level }) };
}

/** A field as the content writes it; one that is new and in capitals is written as a name. */
export function fieldNamed(words: string, fields: readonly string[]): string {
  const known = fields.find((field) => sameName(field, words));
  if (known !== undefined || words !== words.toUpperCase()) return known ?? words;
  return words.charAt(0) + words.slice(1).toLocaleLowerCase('vi');
}

/** A decision as a list names the one that it belongs to; what is not said is absent. */
export type Preamble = {
  number?: string;
  signedOn?: string;
  effectiveOn?: string;
  authority?: string;
  title?: string;
};

const decision =
  /quyết định số:?\s*(?<number>\d[^\s,;]*)\s*(?:,\s*)?ngày\s*(?<day>\d{1,2})(?:\/| tháng )(?<month>\d{1,2})(?:\/| năm )(?<year>\d{4})(?:\s*của\s*(?<authority>[^);\n]+))?/iu;
const effect = /có hiệu lực (?:kể )?từ ngày\s*(\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/iu;
const day = (year = '', month = '', date = '') =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

/** Reads `(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 10 năm 2026 của Chủ tịch UBND tỉnh …)` and the title. */
export function preambleOf(lines: readonly string[]): Preamble {
  const said: Preamble = {};
  for (const line of lines) {
    const found = decision.exec(line)?.groups;
    if (found) {
      said.number ??= found['number'];
      said.signedOn ??= day(found['year'], found['month'], found['day']);
      if (found['authority']) said.authority ??= found['authority'].trim();
    }
    const from = effect.exec(line);
    if (from) said.effectiveOn ??= day(from[3], from[2], from[1]);
    // A title in capitals would lose the capitals of its names on the way to a sentence; it is left to be typed.
    if (/^(danh mục|công bố)/i.test(line) && headingOf(line) === null && line !== line.toUpperCase())
      said.title ??= line.replaceAll('\n', ' ');
  }
  return said;
}
