// What the first page says of these days: how answers keep their time, and the newest of them.
import { fewest } from '../../../api/figures/small-cells.ts';
import { keyOf } from '../../../api/figures/period.ts';
import type { Figures, Statistics } from '../../../api/figures/schema.ts';
import { localDate } from '../../../api/dates/dates.ts';

type Told = Pick<Statistics, 'period' | 'times' | 'total' | 'cases'>;

const shown = 4;

/** This month and the twelve before it. */
function yearUpTo(month: string) {
  return { from: `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`, to: month, by: 'month' } as const;
}

export type Newest = { key: string | null; name: string; figures: Figures; hasShare: boolean };

/**
 * The newest time with an answer in it: the month, else the month before, else all that was asked for; undefined where
 * nothing was answered. A share of fewer than five would say more than the counts do, and is not given.
 */
export function newestOf({ period, times, total, cases }: Told): Newest | undefined {
  const [last, before] = times.toReversed();
  const month = [last, before].find((time) => time && time.cases.answered > 0);
  if (month) return withShare({ key: month.key, name: month.label, figures: { ...month.figures, ...byCase(month) } });
  const figures = { ...total, ...byCase({ cases }) };
  return figures.answered > 0 ? withShare({ key: null, name: period.name, figures }) : undefined;
}

/** Each case once: answered and taken up again it is not answered. */
const byCase = ({ cases: { answered, answeredOnTime, answeredLate } }: Pick<Statistics, 'cases'>) => ({
  answered,
  answeredOnTime,
  answeredLate,
});

const withShare = (one: Omit<Newest, 'hasShare'>): Newest => ({
  ...one,
  hasShare: one.figures.answered >= fewest,
});

/** Undefined where it cannot be known now: the database is away. */
export async function readNow({ api, now }: Pick<App.Locals, 'api' | 'now'>) {
  const query = yearUpTo(keyOf(localDate(now).slice(0, 7), 'month'));
  const [figures, listed] = await Promise.all([
    api.api.statistics.$get({ query }),
    api.api.answers.$get({ query: {} }),
  ]);
  if (!figures.ok || !listed.ok) return undefined;
  const [found, { answers }] = await Promise.all([figures.json(), listed.json()]);
  return {
    newest: newestOf(found),
    today: found.today,
    countedAt: found.countedAt,
    answers: answers.slice(0, shown),
  };
}
