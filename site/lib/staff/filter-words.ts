// What a list in the log was narrowed to, in words: its name first, then each condition.
import { sourceLabels, trackLabels } from '../../../api/cases/labels.ts';
import { CaseSource, Track } from '../../../api/cases/schema.ts';
import { states, Status } from '../../../api/cases/lifecycle.ts';
import { vietnameseDate } from '../../../api/dates/dates.ts';
import { sortLabels, viewLabels } from '../../../api/desk/labels.ts';
import { Sort, View } from '../../../api/desk/view.ts';
import { unitName } from '../../../api/units/schema.ts';
import { units } from '../content/units.ts';

const said = <Name extends string>(
  schema: { safeParse(value: unknown): { success: boolean; data?: Name | undefined } },
  value: string,
  words: (name: Name) => string,
) => {
  const { data } = schema.safeParse(value);
  return data === undefined ? value : words(data);
};
const day = (value: string) => (/^\d{4}-\d\d-\d\d$/.test(value) ? vietnameseDate(value) : value);

const names: Record<string, (value: string) => string> = {
  view: (value) => (value === 'register' ? 'Sổ tiếp nhận' : said(View, value, (view) => viewLabels[view])),
  path: (value) => value,
  sort: (value) => said(Sort, value, (sort) => sortLabels[sort].toLowerCase()),
  unit: (value) => `đơn vị ${value === 'none' ? 'chưa có' : unitName(units, value)}`,
  handler: (value) => (value === 'none' ? 'chưa có người xử lý' : 'một người xử lý'),
  status: (value) => said(Status, value, (status) => states[status].label.toLowerCase()),
  source: (value) => said(CaseSource, value, (source) => sourceLabels[source].toLowerCase()),
  track: (value) => said(Track, value, (track) => trackLabels[track].toLowerCase()),
  content: (value) => `nội dung ${value}`,
  procedure: (value) => `thủ tục ${value}`,
  from: (value) => `từ ${day(value)}`,
  to: (value) => `đến ${day(value)}`,
  month: (value) => `tháng ${value.split('-').toReversed().join('/')}`,
  restricted: () => 'hạn chế xem',
};
const order = Object.keys(names);

/** `Quá hạn; đơn vị Phòng Quản lý công nghệ; mới nhận trước`. */
export const filterWords = (filter: Readonly<Record<string, string>>): string =>
  Object.entries(filter)
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .map(([name, value]) => names[name]?.(value) ?? `${name}: ${value}`)
    .join('; ');

const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
