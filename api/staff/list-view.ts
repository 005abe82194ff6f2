// What is written down of a list that was looked at, or a table that was taken along: its filter, never what was searched for. Pure.
import { z } from 'zod';
import { canonicalJson } from '../text/canonical.ts';

export const ListViewKind = z.enum(['list', 'search', 'export']);
export type ListViewKind = z.infer<typeof ListViewKind>;

const longest = 600;
// What addresses of files may be narrowed by: days, periods, codes. Nothing that somebody types freely.
const told = new Set([
  'from',
  'to',
  'year',
  'period',
  'quarter',
  'month',
  'form',
  'format',
  'behind',
  'with',
  'unit',
  'kind',
  'what',
]);

/** The parts of a filter that say something, in one order. */
export function filterText(parts: Readonly<Record<string, string | undefined>>): string {
  const said = Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''),
  );
  return canonicalJson(said).slice(0, longest);
}

/** What an address of a file was narrowed by, as far as it is days, periods and codes. */
export const toldQuery = (query: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter(([name, value]) => told.has(name) && /^[\w.:-]{1,40}$/.test(value)),
  );
