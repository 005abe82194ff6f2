// When background work counts as behind, and how long in words.
import { expect, test } from 'vitest';
import { ageWords, standingOf } from '../../api/jobs/standing.ts';

const well = { beat: 3.2, event: 0.8, job: null };

test('nothing is behind while a worker shows itself and what waits is young', () => {
  expect(standingOf(well, 3_600)).toEqual({
    workerSeenSeconds: 3,
    oldestEventSeconds: 1,
    oldestJobSeconds: null,
    behind: [],
  });
});

test.each([
  [{ ...well, beat: 61 }, ['worker']],
  [{ ...well, beat: null }, ['worker']],
  [{ ...well, event: 121 }, ['ledger']],
  [{ ...well, job: 901 }, ['jobs']],
  [{ beat: null, event: 500, job: 5_000 }, ['worker', 'ledger', 'jobs']],
])('%j is told as %j, but not in the first minute of a process', (ages, behind) => {
  expect(standingOf(ages, 61).behind).toEqual(behind);
  expect(standingOf(ages, 59).behind).toEqual([]);
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
