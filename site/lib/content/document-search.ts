// The question that a visitor asks of the library: read from the address, and written back into one.
import { DocumentFilter, filterDocuments } from '../../../api/documents/filter.ts';
import { mostUsedFirst } from '../../../api/documents/order.ts';
import { EffectState, type LibraryDocument } from '../../../api/documents/schema.ts';
import { inVietnameseOrder } from '../../../api/text/order.ts';

/** Vietnamese parameter names of the page; the API keeps its own. */
const names = { q: 'q', kind: 'loai', issuer: 'co-quan', year: 'nam', effect: 'hieu-luc' } as const;
type Key = keyof typeof names;
const keys = Object.keys(names) as Key[];

export const pageSize = 25;

/** `isNewestFirst` false: what the office uses most stands first. */
export type Asked = { values: Record<Key, string>; page: number; isNewestFirst: boolean };

/** What the address asks for; what it cannot mean is left out rather than refused. */
export function askedOf(params: URLSearchParams): Asked {
  const value = (key: Key) => (params.get(names[key]) ?? '').normalize('NFC').trim().slice(0, 200);
  const values = Object.fromEntries(keys.map((key) => [key, value(key)])) as Asked['values'];
  if (!/^\d{4}$/.test(values.year)) values.year = '';
  if (!EffectState.safeParse(values.effect).success) values.effect = '';
  const page = Number(params.get('trang'));
  return {
    values,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    isNewestFirst: params.get('thu-tu') === 'moi',
  };
}

/** The documents meant, one page of them; a page beyond the last is the last. */
export function findDocuments(
  documents: readonly LibraryDocument[],
  { values, page, isNewestFirst }: Asked,
) {
  const given = keys.filter((key) => values[key] !== '').map((key) => [key, values[key].slice(0, 120)]);
  const filter = DocumentFilter.safeParse(Object.fromEntries(given));
  const meant = filter.success ? filterDocuments(documents, filter.data) : [];
  const found = isNewestFirst ? meant : mostUsedFirst(meant);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const at = Math.min(page, pages);
  return { total: found.length, pages, page: at, shown: found.slice((at - 1) * pageSize, at * pageSize) };
}

/** The address of another page of the same question. */
export function addressOf({ values, isNewestFirst }: Asked, page: number): string {
  const params = new URLSearchParams();
  for (const key of keys) if (values[key]) params.set(names[key], values[key]);
  if (isNewestFirst) params.set('thu-tu', 'moi');
  if (page > 1) params.set('trang', String(page));
  return params.size > 0 ? `/van-ban?${params}` : '/van-ban';
}

/** The values of a property that occur, with how often, in Vietnamese order. */
export function choicesOf(documents: readonly LibraryDocument[], key: 'kind' | 'issuer') {
  const counts = Map.groupBy(documents, (document) => document[key]);
  return [...counts]
    .map(([value, { length }]) => ({ value, label: `${value} (${length})` }))
    .toSorted((a, b) => inVietnameseOrder(a.value, b.value));
}
