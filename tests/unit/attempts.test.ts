// Promises of the log-in's door: people who mistype wait little, brute force is hopeless.
import { expect, test } from 'vitest';
import { delayAfter, gates, standing, type GateName } from '../../api/staff/attempt-delay.ts';

test('the wait grows from nothing to fifteen minutes', () => {
  const waits = Array.from({ length: 13 }, (_, failures) => delayAfter('pair', failures));
  expect(waits).toEqual([0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900]);
  expect(delayAfter('account', 29)).toBe(0);
  expect([30, 31, 34, 35, 1e6].map((failures) => delayAfter('account', failures))).toEqual([
    15, 30, 240, 300, 300,
  ]);
});

/** The tries of somebody who knows every wait to the second, in so many seconds. */
function triesIn(name: GateName, seconds: number): number {
  let [tries, failures, clock] = [0, 0, 0];
  while (clock < seconds) {
    tries += 1;
    failures += 1;
    clock += delayAfter(name, failures);
  }
  return tries;
}

test('all strangers together try an account less than 2^17 times a year', () => {
  expect(triesIn('account', 86_400)).toBeLessThanOrEqual(30 + 5 + 288);
  expect(triesIn('account', 365 * 86_400)).toBeLessThan(2 ** 17);
  expect(triesIn('pair', 86_400)).toBeLessThanOrEqual(5 + 6 + 96);
});

test('failures are forgotten after a day without any', () => {
  const lastAt = new Date('2026-03-02T08:00:00Z');
  const after = (seconds: number) => new Date(lastAt.getTime() + seconds * 1_000);
  expect(standing('pair', { failures: 7, lastAt }, after(gates.pair.forgetSeconds - 1))).toBe(7);
  expect(standing('pair', { failures: 7, lastAt }, after(gates.pair.forgetSeconds))).toBe(0);
  expect(standing('pair', undefined, lastAt)).toBe(0);
});
