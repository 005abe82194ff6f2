// The lists of officers as addresses say them: which view, narrowed to what, in which order, how far read.
import { typedDate } from '../../../api/dates/dates.ts';
import {
  Filters,
  ListQuery,
  Place,
  SearchKey,
  View,
  type ListQuery as Query,
} from '../../../api/desk/view.ts';

const slugs: Record<View, string> = {
  waiting: 'cho-toi',
  mine: 'viec-cua-toi',
  'due-today': 'den-han',
  soon: 'sap-den-han',
  overdue: 'qua-han',
  forwarded: 'cap-tren-chuyen',
  'to-report': 'cho-bao-cao',
  open: 'dang-mo',
  new: 'moi-tu-nguoi-gui',
  lately: 'moi-lam',
  answered: 'tra-loi-trong-thang',
  'answered-late': 'tra-loi-qua-han',
  'ended-late': 'chuyen-tu-choi-qua-han',
  rated: 'duoc-danh-gia',
  returned: 'bi-tra-lai',
  closed: 'da-xong',
  all: 'tat-ca',
};

type Part = Exclude<keyof Query, 'view'>;
/** How each part of a list is called in an address, and in a form that leads there. */
export const partNames: Record<Part, string> = {
  unit: 'don-vi',
  handler: 'nguoi',
  status: 'trang-thai',
  source: 'nguon',
  track: 'loai',
  content: 'noi-dung',
  procedure: 'thu-tuc',
  from: 'tu',
  to: 'den',
  restricted: 'han-che',
  month: 'thang',
  sort: 'xep',
  after: 'sau',
  before: 'truoc',
};
const parts = Object.keys(partNames) as Part[];
export const filterNames = Object.keys(Filters.shape) as (keyof Filters)[];

export const slugOf = (view: View): string => slugs[view];

/** What an address asks for; what in it cannot be read is left out, and named in `unread`. */
export function askedIn(address: URLSearchParams): { query: Query; unread: Part[] } {
  const view = View.options.find((one) => slugs[one] === address.get('xem')) ?? 'waiting';
  const query: Record<string, string> = {};
  const unread: Part[] = [];
  for (const part of parts) {
    const said = address.get(partNames[part])?.trim();
    const typed = said && (part === 'from' || part === 'to') ? typedDate(said.slice(0, 40)) : said;
    if (!typed) continue;
    if (ListQuery.shape[part].safeParse(typed).success) query[part] = typed;
    else unread.push(part);
  }
  return { query: ListQuery.parse({ ...query, view }), unread };
}

/** The address of a list; a change of what it holds begins again at its first page. */
export const listAddress = (query: Partial<Query>): string => addressWith('/can-bo', query);

/** Where a list is kept under a name. */
export const keepAddress = (query: Partial<Query>): string =>
  addressWith('/can-bo/bo-loc', query, { luu: '1' });

/** What a case was opened from: a list, or what a search has found, named by the key that opens it to its asker alone. */
export type Origin = { query: Query } | { search: string };
/** And where in it the case stood: the how-manieth, of how many. */
export type Seat = Origin & {
  place?: string | undefined;
  position?: number | undefined;
  total?: number | undefined;
};

/** The address of what a search has found. */
export const searchAddress = (key: string, place: Record<string, string> = {}): string =>
  `/can-bo/tim-ho-so?${new URLSearchParams({ luot: key, ...place }).toString()}`;

/** The way back to where a case was opened from. */
export const originAddress = (origin: Origin): string =>
  'search' in origin ? searchAddress(origin.search) : listAddress(origin.query);

/** The address of a case, opened from a list or by itself. */
export function caseAddress(number: string, seat?: Seat, more: Record<string, string> = {}): string {
  const path = `/can-bo/ho-so/${encodeURIComponent(number)}`;
  if (!seat) return addressWith(path, {}, more);
  const { place, position, total } = seat;
  const list = 'search' in seat ? {} : { ...seat.query, after: undefined, before: undefined };
  return addressWith(path, list, {
    // A search has one order for ever: a case stands in it where its number does.
    ...('search' in seat
      ? { luot: seat.search }
      : { xem: slugs[seat.query.view], ...(place !== undefined && { cho: place }) }),
    ...(position !== undefined && { thu: String(position) }),
    ...(total !== undefined && { tren: String(total) }),
    ...more,
  });
}

/** What an address of a case says it was opened from. */
export function seatIn(address: URLSearchParams): Seat | undefined {
  const numberIn = (name: string) => {
    const said = address.get(name) ?? '';
    return /^[1-9]\d{0,3}$/.test(said) ? Number(said) : undefined;
  };
  const counted = { position: numberIn('thu'), total: numberIn('tren') };
  const search = SearchKey.safeParse(address.get('luot')).data;
  if (search !== undefined) return { search, ...counted };
  if (!address.has('xem')) return undefined;
  const { after: _, before: __, ...query } = askedIn(address).query;
  return { query, place: Place.safeParse(address.get('cho')).data, ...counted };
}

function addressWith(path: string, query: Partial<Query>, more: Record<string, string> = {}): string {
  const said = new URLSearchParams();
  if (query.view && query.view !== 'waiting') said.set('xem', slugs[query.view]);
  for (const part of parts) {
    const value = query[part];
    if (value) said.set(partNames[part], value);
  }
  for (const [name, value] of Object.entries(more)) said.set(name, value);
  const search = said.toString();
  return search ? `${path}?${search}` : path;
}

/** The same list from its beginning, with a change. */
export const fromStart = (query: Query, change: Partial<Query> = {}): string =>
  listAddress({ ...query, after: undefined, before: undefined, ...change });
