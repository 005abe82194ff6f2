// Which cases a list of officers holds, in which order, and how far it has been read: what an address can say. Pure.
import { z } from 'zod';
import { Status } from '../cases/lifecycle.ts';
import { CaseSource, ContentCode, Track } from '../cases/schema.ts';
import { line } from '../forms/validation.ts';

/**
 * `mine`: open, handled or kept by me, or waiting for me; `waiting`: waiting for me; `due-today`, `soon`, `overdue`: open, by
 * the date that binds first; `forwarded`: open, sent on to us by a higher authority; `to-report`: ended, and
 * that authority has yet to be told; `new`: something came from its
 * sender that nobody has looked at for whom it is; `lately`: what I did something with; in a month: `answered`, as the case
 * stands at its end, of these `answered-late` and `rated`; `ended-late`: transferred, refused or guided elsewhere too late;
 * `returned`: sent back for rework.
 */
export const View = z.enum([
  'mine',
  'waiting',
  'due-today',
  'soon',
  'overdue',
  'open',
  'forwarded',
  'to-report',
  'new',
  'lately',
  'answered',
  'answered-late',
  'ended-late',
  'rated',
  'returned',
  'closed',
  'all',
]);
export type View = z.infer<typeof View>;

/** The views of a month. */
export const monthViews = [
  'answered',
  'answered-late',
  'ended-late',
  'rated',
  'returned',
] as const satisfies View[];

/** `due`: what binds first; `newest`, `oldest`: by receipt; `latest`, `quietest`: by what happened last. */
export const Sort = z.enum(['due', 'newest', 'oldest', 'latest', 'quietest']);
export type Sort = z.infer<typeof Sort>;

const Code = z.string().min(1).max(120);
const Day = z.iso.date();
const Month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/);

/** What a list is narrowed to; dates are days of receipt in Asia/Ho_Chi_Minh, both included. */
export const Filters = z.object({
  /** `none`: of no unit, of nobody yet. */
  unit: Code.optional(),
  handler: z.uuid().or(z.literal('none')).optional(),
  status: Status.optional(),
  source: CaseSource.optional(),
  track: Track.optional(),
  content: ContentCode.optional(),
  procedure: Code.optional(),
  from: Day.optional(),
  to: Day.optional(),
  restricted: z.literal('yes').optional(),
});
export type Filters = z.infer<typeof Filters>;

/** A place in a list: the value that it is ordered by, and the case. */
export const Place = z
  .string()
  .max(80)
  .regex(
    /^(?:infinity|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{6}Z)?)~[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  );
export type Place = z.infer<typeof Place>;

export const ListQuery = Filters.extend({
  view: View.default('waiting'),
  /** Of the views of a month, `YYYY-MM`; the present one where none is said. */
  month: Month.optional(),
  sort: Sort.optional(),
  after: Place.optional(),
  before: Place.optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Which cases stand beside one in a list; `place`: where it stood when it was opened, else where it stands now. */
export const NeighboursQuery = ListQuery.omit({ after: true, before: true }).extend({
  place: Place.optional(),
  /** Also says how many stand before it and how many there are. */
  counted: z.literal('yes').optional(),
});
export type NeighboursQuery = z.infer<typeof NeighboursQuery>;

/** Whether a view holds open cases only. */
export const isOpenView = (view: View): boolean =>
  !['to-report', 'new', 'lately', 'closed', 'all', ...monthViews].includes(view);

/** The order of a view, unless another is asked for: an open case by what is due, the others by receipt. */
export function sortOf({ view, sort }: Pick<ListQuery, 'view' | 'sort'>): Sort {
  if (!isOpenView(view)) return sort === undefined || sort === 'due' ? 'newest' : sort;
  return sort ?? 'due';
}

/** The orders that a view offers. */
export const sortsOf = (view: View): Sort[] =>
  Sort.options.filter((sort) => sort !== 'due' || isOpenView(view));

/** The views of open cases by date and kind, which a count can be kept of; and all views that say how many they hold. */
export const keptViews = [
  'mine',
  'waiting',
  'due-today',
  'soon',
  'overdue',
  'open',
  'forwarded',
] as const satisfies View[];
export type KeptView = (typeof keptViews)[number];
export const countedViews = [...keptViews, 'new'] as const satisfies View[];

/** A filter to keep; the place in its list goes with no filter. */
export const KeepFilter = z.strictObject({
  name: line({ max: 60, missing: 'Đặt tên cho bộ lọc.' }),
  query: ListQuery.omit({ after: true, before: true }),
});
export type KeepFilter = z.infer<typeof KeepFilter>;

/** What somebody searches for. */
export const Search = z.strictObject({
  sought: line({ max: 200, missing: 'Nhập mã hồ sơ, tên, số điện thoại hoặc từ trong nội dung.' }),
});
/** The key of a search that waits. */
export const SearchKey = z.string().regex(/^[\w-]{43}$/, 'Lượt tìm chưa đúng.');
