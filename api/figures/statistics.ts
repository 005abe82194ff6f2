// The public figures put together out of the sums, with the equations that must hold between them. Pure.
import {
  dimensions,
  measures,
  noKey,
  noSums,
  type Cell,
  type Dimension,
  type Duration,
  type Sums,
} from './cells.ts';
import { casesOf, type TakenUp } from './by-case.ts';
import { daysOf, keyOf, monthsOf, periodName, periodOf, type Grain, type Period } from './period.ts';
import { quantile } from './quantile.ts';
import type { CaseFigures, Figures, Identity, Satisfaction } from './schema.ts';
import { hiddenParts, shownTimes } from './small-cells.ts';

type Counts = Map<number, number>;

/** Adds up sums. */
export function addUp(list: readonly Sums[]): Sums {
  const total = noSums();
  for (const sums of list) for (const measure of measures) total[measure] += sums[measure];
  return total;
}

/** Adds up how many answers took how many working days. */
export function histogramOf(durations: readonly Pick<Duration, 'workingDays' | 'n'>[]): Counts {
  const counts: Counts = new Map();
  for (const { workingDays, n } of durations) counts.set(workingDays, (counts.get(workingDays) ?? 0) + n);
  return counts;
}

const started = (sums: Sums) => sums.received + sums.continued + sums.returned;
const ended = (sums: Sums) =>
  sums.answeredOnTime +
  sums.answeredLate +
  sums.transferredOnTime +
  sums.transferredLate +
  sums.refusedOnTime +
  sums.refusedLate +
  sums.guidedOnTime +
  sums.guidedLate +
  sums.withdrawn +
  sums.lapsed +
  sums.merged;

/** How many rounds are open after some months, counted from none. */
export const stillOpen = (list: readonly Sums[]): number =>
  list.reduce((open, sums) => open + started(sums) - ended(sums), 0);

const told = measures.filter(
  (measure) => measure !== 'satisfied' && measure !== 'acceptable' && measure !== 'dissatisfied',
);

/** Sums as they are told: with their totals, the median and the 90th percentile; ratings are told apart. */
export function figuresOf(sums: Sums, durations: Counts): Figures {
  const counts = Object.fromEntries(told.map((measure) => [measure, sums[measure]]));
  const answered = sums.answeredOnTime + sums.answeredLate;
  return {
    ...(counts as Pick<Sums, (typeof told)[number]>),
    answered,
    transferred: sums.transferredOnTime + sums.transferredLate,
    refused: sums.refusedOnTime + sums.refusedLate,
    guided: sums.guidedOnTime + sums.guidedLate,
    notYetPublished: answered - sums.publishedOnTime - sums.publishedLate - sums.keptPrivate,
    median: quantile(durations, 0.5),
    p90: quantile(durations, 0.9),
  };
}

const ratings = ({ satisfied, acceptable, dissatisfied }: Sums) => satisfied + acceptable + dissatisfied;
const satisfactionOf = (sums: Sums): Satisfaction => ({
  n: ratings(sums),
  satisfied: sums.satisfied,
  acceptable: sums.acceptable,
  dissatisfied: sums.dissatisfied,
});

/** Satisfaction by month, quarter and year of the years of a period, of the keys that may be shown. */
export function satisfactionByTime(months: readonly Cell[], { from, to }: Period): Map<string, Satisfaction> {
  const years = { from: `${from.slice(0, 4)}-01`, to: `${to.slice(0, 4)}-12` };
  const perMonth = new Map(monthsOf(years).map((month) => [month, 0]));
  for (const cell of months) if (perMonth.has(cell.month)) perMonth.set(cell.month, ratings(cell));
  return new Map(
    [...shownTimes(perMonth)].map((key) => {
      const named = periodOf(key) ?? years;
      const within = months.filter(({ month }) => month >= named.from && month <= named.to);
      return [key, satisfactionOf(addUp(within))];
    }),
  );
}

/** Satisfaction of the groups of a whole year; a group that may not be shown is missing. */
export function satisfactionByGroup(
  groups: readonly Omit<Cell, 'month'>[],
  dimension: Dimension,
): Map<string, Satisfaction> {
  const cells = groups.filter((group) => group.dimension === dimension);
  const parts = new Map(cells.map((cell) => [cell.key, ratings(cell)]));
  const hidden = hiddenParts(parts);
  const hiddenSum = [...hidden].reduce((sum, key) => sum + (parts.get(key) ?? 0), 0);
  // All together are too few: then nothing of it is shown.
  if (hiddenSum > 0 && hiddenSum < 5) return new Map();
  return new Map(cells.filter(({ key }) => !hidden.has(key)).map((cell) => [cell.key, satisfactionOf(cell)]));
}

/**
 * Whether the score of one case may stand beside its public answer. The scores of answers can be counted by anybody: they
 * are told only where every figure that they make up is public too, that of their month and those of their field and unit
 * in the year. Else the figures would hold back (§4.6.1: fewer than five, or by subtraction) what the answers give away.
 * `months` and `groups` are those of the year in which the case was answered.
 */
export function mayTellScore(
  { endedOn, field, unit }: { endedOn: string; field: string; unit: string | null },
  months: readonly Cell[],
  groups: readonly Omit<Cell, 'month'>[],
): boolean {
  const month = endedOn.slice(0, 7);
  return (
    satisfactionByTime(months, { from: month, to: month }).has(month) &&
    satisfactionByGroup(groups, 'field').has(field) &&
    satisfactionByGroup(groups, 'unit').has(unit ?? noKey)
  );
}

/** The months, quarters or years of a period, each with its figures and what was open at its end. */
export function timesOf(
  period: Period,
  by: Grain,
  months: readonly Cell[],
  durations: readonly Duration[],
  satisfaction: ReadonlyMap<string, Satisfaction>,
  takenUp: readonly TakenUp[],
) {
  const keys = [...new Set(monthsOf(period).map((month) => keyOf(month, by)))];
  return keys.map((key) => {
    const within = ({ month }: { month: string }) =>
      month >= period.from && month <= period.to && keyOf(month, by) === key;
    const whole = periodOf(key) ?? period;
    const isWhole = whole.from >= period.from && whole.to <= period.to;
    const last = monthsOf(period).findLast((month) => keyOf(month, by) === key) ?? key;
    const figures = figuresOf(addUp(months.filter(within)), histogramOf(durations.filter(within)));
    const first = monthsOf(period).find((month) => keyOf(month, by) === key) ?? key;
    const openAtEnd = stillOpen(months.filter(({ month }) => month <= last));
    const openAtStart = stillOpen(months.filter(({ month }) => month < first));
    const days = daysOf({ from: first, to: last });
    const again = takenUp.filter(
      ({ endedOn, againOn }) =>
        (endedOn ?? '') >= days.first && againOn >= days.first && againOn <= days.last,
    );
    return {
      key,
      label: periodName(whole),
      openAtEnd,
      cases: casesOf({ openAtStart, total: figures, openAtEnd, takenUp: again }),
      figures,
      satisfaction: isWhole ? (satisfaction.get(key) ?? null) : null,
    };
  });
}

export type ToCheck = {
  cases: CaseFigures;
  openAtStart: number;
  total: Figures;
  openAtEnd: number;
  /** Counted in the facts themselves, where the period reaches until today; else undefined. */
  openCounted: number | undefined;
  times: readonly { figures: Figures }[];
  groups: readonly Omit<Cell, 'month'>[];
  histogram: ReadonlyMap<number, number>;
};

/** What must be equal on the page; a report or a page that does not add up says so. */
export function identitiesOf(check: ToCheck): Identity[] {
  const { cases, total, openAtStart, openAtEnd, openCounted, times, groups, histogram } = check;
  const equal = (text: string, left: number, right: number): Identity => ({
    text,
    left,
    right,
    holds: left === right,
  });
  const ends =
    total.answered +
    total.transferred +
    total.refused +
    total.guided +
    total.withdrawn +
    total.lapsed +
    total.merged;
  const names: Record<Exclude<Dimension, 'all'>, string> = {
    track: 'hành vi + quy định + chưa phân loại + không phải PAKN',
    content: 'cộng theo nội dung',
    channel: 'cộng theo nguồn tiếp nhận',
    field: 'cộng theo lĩnh vực',
    unit: 'cộng theo đơn vị',
    procedure: 'cộng theo thủ tục, kể cả không nêu tên',
  };
  const inGroups = (dimension: Dimension) =>
    groups.filter((group) => group.dimension === dimension).reduce((sum, { received }) => sum + received, 0);
  return [
    equal(
      'Theo hồ sơ: kỳ trước chuyển qua + nhận mới + đã xong trước kỳ, nay mở lại = trả lời + chuyển + từ chối + hướng dẫn + rút + hết hạn bổ sung + gộp + còn lại cuối kỳ',
      cases.carried + cases.received + cases.takenUp,
      cases.answered +
        cases.transferred +
        cases.refused +
        cases.guided +
        cases.withdrawn +
        cases.lapsed +
        cases.merged +
        cases.open,
    ),
    equal(
      'Lượt trả lời = hồ sơ đã trả lời + lượt trả lời rồi hồ sơ được mở lại trong kỳ',
      total.answered,
      cases.answered + cases.answeredAgain,
    ),
    equal(
      'Theo lượt: kỳ trước chuyển qua + nhận mới + tiếp tục phản ánh + mở lại = trả lời + chuyển + từ chối + hướng dẫn + rút + hết hạn bổ sung + gộp + còn lại cuối kỳ',
      openAtStart + total.received + total.continued + total.returned,
      ends + openAtEnd,
    ),
    ...(openCounted === undefined
      ? []
      : [equal('Còn lại cuối kỳ = đếm từng hồ sơ đang mở hôm nay', openAtEnd, openCounted)]),
    ...dimensions
      .filter((dimension) => dimension !== 'all')
      .map((dimension) => equal(`Nhận mới = ${names[dimension]}`, total.received, inGroups(dimension))),
    equal('Lượt trả lời = đúng hạn + quá hạn', total.answered, total.answeredOnTime + total.answeredLate),
    equal(
      'Lượt trả lời = số lượt có tính ngày làm việc (để lấy trung vị)',
      total.answered,
      [...histogram.values()].reduce((sum, n) => sum + n, 0),
    ),
    equal(
      'Lượt trả lời = công khai đúng hạn + công khai chậm + không công khai + chưa công khai',
      total.answered,
      total.publishedOnTime + total.publishedLate + total.keptPrivate + total.notYetPublished,
    ),
    equal(
      'Nhận mới của kỳ = cộng nhận mới của từng tháng, quý hoặc năm trong bảng',
      total.received,
      times.reduce((sum, { figures }) => sum + figures.received, 0),
    ),
  ];
}
