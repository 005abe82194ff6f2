// The bench says nothing that it has not measured: a starved reference is an error, a disturbed round is done again.
import { describe, expect, test } from 'vitest';
import { measureRounds, ratioTo } from '../bench/compare.ts';
import { othersShare, readProcess, readTotals, treeTicks } from '../bench/others.ts';

describe('a ratio', () => {
  test('is the share of what the reference reaches', () => {
    expect(ratioTo(600, 1_000, 'pgbench')).toBe(0.6);
  });

  test.each([0, NaN, Infinity, -1])('to a reference of %d/s is an error', (rate) => {
    expect(() => ratioTo(600, rate, 'POST /api/cases: pgbench')).toThrow('POST /api/cases: pgbench gave');
  });
});

describe('rounds', () => {
  const counting = () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    return { order, sides: [side('ours'), side('theirs')] };
  };
  const shares =
    (...list: number[]) =>
    () =>
    () =>
      list.shift() ?? 0;

  test('are three, all sides in turn', async () => {
    const { order, sides } = counting();
    expect(await measureRounds(sides, shares())).toEqual({
      rates: [
        [1, 3, 5],
        [2, 4, 6],
      ],
      disturbed: 0,
    });
    expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
  });

  test('beside other programs are done again and not counted', async () => {
    const { sides } = counting();
    expect(await measureRounds(sides, shares(0.5, 0.05, 0.2))).toEqual({
      rates: [
        [3, 7, 9],
        [4, 8, 10],
      ],
      disturbed: 0,
    });
  });

  test('are done again three times at most, and then told', async () => {
    const { order, sides } = counting();
    const measured = await measureRounds(sides, () => () => 0.9);
    expect([measured.disturbed, order.length]).toEqual([3, 12]);
  });
});

test('what others took is what was busy and not below the measuring process', () => {
  const line = 'cpu  100 0 50 800 20 0 10 20 0 0';
  expect(readTotals(line)).toEqual({ busy: 180, all: 1_000 });
  const stat = '7 (a) b) S 3 7 7 0 -1 0 0 0 0 0 10 5 2 1 20 0 1 0 0 0 0';
  expect(readProcess(stat)).toEqual({ pid: 7, parent: 3, ticks: 18 });
  const at = (pid: number, parent: number, ticks: number) => ({ pid, parent, ticks });
  expect(treeTicks([at(1, 0, 100), at(3, 1, 5), at(7, 3, 18), at(8, 7, 2), at(9, 1, 50)], 3)).toBe(25);
  expect(othersShare({ busy: 100, all: 1_000, own: 50 }, { busy: 400, all: 2_000, own: 250 })).toBe(0.1);
  expect(othersShare({ busy: 100, all: 1_000, own: 50 }, { busy: 200, all: 2_000, own: 160 })).toBe(0);
});
