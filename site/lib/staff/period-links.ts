// The periods that a visitor may choose from: the year, its quarters and months, the years beside it.
import { capital } from '../../../api/text/capital.ts';
import { keyOf, periodName, periodOf, type Period } from '../../../api/figures/period.ts';

export type PeriodLink = { href: string; label: string; short: string; isCurrent: boolean };

/** `?ky=2026-q1` -> its key and months; what is no period gives the year of `today`. */
export function chosenPeriod(asked: string | null, today: string): { key: string; period: Period } {
  const key = (asked ?? '').toUpperCase();
  const period = periodOf(key);
  if (period) return { key, period };
  const year = today.slice(0, 4);
  return { key: year, period: { from: `${year}-01`, to: `${year}-12` } };
}

const link = (key: string, current: string): PeriodLink => {
  const period = periodOf(key);
  const name = period ? periodName(period) : key;
  return {
    href: `/so-lieu?ky=${key.toLowerCase()}`,
    label: capital(name),
    short: name.replace(/^\S+ /, '').replace(/\/\d+$/, ''),
    isCurrent: key === current,
  };
};

/** Nothing after the month of `today` is offered. */
export function periodLinks(current: string, today: string) {
  const year = Number(current.slice(0, 4));
  const begun = (key: string) => (periodOf(key)?.from ?? '') <= today.slice(0, 7);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const quarters = [...new Set(months.map((month) => keyOf(month, 'quarter')))];
  const links = (keys: string[]) => keys.filter(begun).map((key) => link(key, current));
  return {
    years: links([year - 1, year, year + 1].map(String)),
    quarters: links(quarters),
    months: links(months),
  };
}
