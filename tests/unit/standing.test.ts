// When background work counts as behind, and how long in words.
import { expect, test } from 'vitest';
import { ageWords, standingOf } from '../../api/jobs/standing.ts';

const well = { beat: 3.2, event: 0.8, job: null, stallMs: 40 };

test('nothing is behind while a worker shows itself and what waits is young', () => {
  expect(standingOf(well, { upSeconds: 3_600, worstStallMs: 1_000 })).toEqual({
    workerSeenSeconds: 3,
    oldestEventSeconds: 1,
    oldestJobSeconds: null,
    workerStallMs: 40,
    behind: [],
  });
});

test.each([
  [{ ...well, beat: 61 }, ['worker']],
  [{ ...well, beat: null }, ['worker']],
  [{ ...well, event: 121 }, ['ledger']],
  [{ ...well, job: 901 }, ['jobs']],
  [{ beat: null, event: 500, job: 5_000, stallMs: 0 }, ['worker', 'ledger', 'jobs']],
])('%j is told as %j, but not in the first minute of a process', (ages, behind) => {
  expect(standingOf(ages, { upSeconds: 61, worstStallMs: 1_000 }).behind).toEqual(behind);
  expect(standingOf(ages, { upSeconds: 59, worstStallMs: 1_000 }).behind).toEqual([]);
});

test('a worker that has stood still for longer than a second is told at once', () => {
  const behind = (stallMs: number) =>
    standingOf({ ...well, stallMs }, { upSeconds: 5, worstStallMs: 1_000 }).behind;
  expect([behind(1_000), behind(1_001)]).toEqual([[], ['worker-loop']]);
});

test('a waiting time is said in the unit that fits', () => {
  expect([45, 89, 90, 720, 5_400, 36_000].map(ageWords)).toEqual([
    '45 giây',
    '89 giây',
    '2 phút',
    '12 phút',
    '2 giờ',
    '10 giờ',
  ]);
});
