// What the department still owes its procedures.
import { expect, test } from 'vitest';
import { procedureOn } from '../../api/procedures/on-day.ts';
import { upkeepOf } from '../../api/procedures/upkeep.ts';
import { decision, stored, timeLimit } from '../support/worlds/decisions.ts';

const reviewed = (on: string) => ({
  status: 'in-force',
  review: { state: 'confirmed', on, by: 'Người thử' },
});
const on = (
  slug: string,
  more: Record<string, unknown>,
  decisions = [decision('1', '2026-01-05', [{ op: 'new', procedure: 'a' }])],
) => procedureOn(stored(slug, more), decisions, '2026-11-20');

test('says what is lacking, unreviewed and undecided; the most to do first, ended procedures not at all', () => {
  const open = on('b', { status: 'needs-review', review: { state: 'needs-review', on: null, by: null } });
  const known = on('a', { ...reviewed('2026-02-02'), timeLimit: timeLimit(5) });
  const over = on('c', { status: 'repealed' });
  const rows = upkeepOf([known, over, open], '2026-11-20', 12);
  expect(
    rows.map(({ slug, done, reviewedOn, decision: number, duties }) => [
      slug,
      done,
      reviewedOn,
      number,
      duties,
    ]),
  ).toEqual([
    ['b', 1, null, null, ['bo-phan', 'ra-soat', 'quyet-dinh']],
    ['a', 2, '2026-02-02', '1/QĐ-THỬ', ['bo-phan']],
  ]);
});

test('a review is to be done again the day after its months are over, and never where no months are set', () => {
  const again = (day: string, today: string, months: number | null) =>
    upkeepOf([on('a', reviewed(day))], today, months)[0]?.duties.includes('ra-soat-lai');
  expect(again('2025-11-20', '2026-11-20', 12)).toBe(false);
  expect(again('2025-11-20', '2026-11-21', 12)).toBe(true);
  expect(again('2024-02-29', '2025-02-28', 12)).toBe(false);
  expect(again('2020-01-01', '2026-11-20', null)).toBe(false);
});
