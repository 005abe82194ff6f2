// The first page: which month it tells, and what content may put on it.
import fs from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { Front, IconName } from '../../api/department/front-schema.ts';
import { Department } from '../../api/department/schema.ts';
import type { CaseFigures, Figures } from '../../api/figures/schema.ts';
import { drawings } from '../../site/components/icons/drawings.ts';
import { newestOf } from '../../site/lib/content/now.ts';

const figures = (answered: number) => ({ answered, answeredOnTime: answered }) as Figures;
const cases = (answered: number) => ({ answered, answeredOnTime: answered, answeredLate: 0 }) as CaseFigures;
const told = (answered: readonly number[]) => {
  const times = answered.map((n, index) => ({
    key: `2026-${String(index + 1).padStart(2, '0')}`,
    label: `tháng ${index + 1}/2026`,
    openAtEnd: 0,
    cases: cases(n),
    figures: figures(n),
    satisfaction: null,
  }));
  const period = { from: '2026-01', to: '2026-12', name: 'năm 2026', key: '2026' };
  const all = answered.reduce((sum, n) => sum + n, 0);
  return newestOf({ period, times, total: figures(all), cases: cases(all) });
};

describe('the figures of the first page', () => {
  test('are those of the newest month in which something was answered, this one or the one before', () => {
    expect(told([1, 2, 7])).toMatchObject({ key: '2026-03', name: 'tháng 3/2026', figures: { answered: 7 } });
    expect(told([1, 6, 0])).toMatchObject({ key: '2026-02', name: 'tháng 2/2026', figures: { answered: 6 } });
  });

  test('are those of the whole time where both months are empty, and none where nothing was ever answered', () => {
    expect(told([8, 0, 0])).toMatchObject({ key: null, name: 'năm 2026', figures: { answered: 8 } });
    expect(told([0, 0, 0])).toBeUndefined();
    expect(told([])).toBeUndefined();
  });

  test('give a share from five answers on', () => {
    expect([told([4])?.hasShare, told([5])?.hasShare]).toEqual([false, true]);
  });
});

describe('content of the first page', () => {
  const front: unknown = parse(fs.readFileSync('content/front.yaml', 'utf8'));
  const department = parse(fs.readFileSync('content/department.yaml', 'utf8')) as object;

  test('names drawings that there are, and rows of lines that can be drawn', () => {
    expect(Front.parse(front).tasks).toHaveLength(6);
    expect(Object.keys(drawings).toSorted()).toEqual(IconName.options.toSorted());
    expect(Department.parse(department).motif?.rows).toEqual(['triangles', 'waves', 'waves', 'dots']);
  });

  test('is refused with a drawing, a row or a seventh task that is not known', () => {
    const task = { label: 'Việc', procedure: 'a', icon: 'letter' };
    const accepts = (tasks: object[]) => Front.safeParse({ tasks, fields: [] }).success;
    expect([accepts([task]), accepts([{ ...task, icon: 'rồng' }]), accepts(Array(7).fill(task))]).toEqual([
      true,
      false,
      false,
    ]);
    const withRows = (rows: string[]) =>
      Department.safeParse({ ...department, motif: { name: 'Hoa văn', rows } }).success;
    expect([withRows(['rings']), withRows(['dragons']), withRows([])]).toEqual([true, false, false]);
    expect(Department.parse({ ...department, motif: null }).motif).toBeNull();
  });
});
