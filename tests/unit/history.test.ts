// The history of a procedure: every decision about it, and the words before and after.
import { describe, expect, test } from 'vitest';
import { type Decision, DecisionFile } from '../../api/procedures/decisions/schema.ts';
import { changesOf, decidedBy } from '../../api/procedures/history.ts';
import { readProcedures } from '../support/worlds/stored-procedures.ts';
import { ProcedureFile } from '../../api/procedures/schema.ts';

const found = (await readProcedures([], '2026-03-02')).get('1.014446');
if (!found) throw new Error('1.014446 is not in content/procedures');
const { slug, ...rest } = found;
const file = ProcedureFile.parse(rest);
const limit = (amount: number): ProcedureFile => ({
  ...file,
  timeLimit: { text: `${amount} ngày làm việc`, amount, unit: 'working-days', from: null },
});
const decision = (name: string, on: string, items: unknown[]): Decision => ({
  slug: name,
  ...DecisionFile.parse({
    number: `${name}/QĐ-THỬ`,
    title: 'Công bố (dữ liệu thử)',
    scope: 'province',
    authority: 'Cơ quan thử nghiệm',
    signedOn: on,
    effectiveOn: on,
    receivedOn: null,
    file: null,
    items,
  }),
});
const amend = (name: string, on: string, parts: string[] = []) =>
  decision(name, on, [{ op: 'amend', procedure: slug, parts }]);

describe('the history of a procedure', () => {
  test('is empty without a decision', () => {
    expect(changesOf({ slug, file, versions: [] }, [], '2026-03-02')).toEqual([]);
  });

  test('tells each change with its words before and after, newest first, what is to come marked', () => {
    const versions = [
      { until: '2026-06-01', by: 'b', content: limit(12) },
      { until: '2026-01-01', by: 'a', content: limit(20) },
    ];
    const decisions = [amend('b', '2026-06-01', ['timeLimit', 'fee']), amend('a', '2026-01-01')];
    const changes = changesOf({ slug, file: limit(10), versions }, decisions, '2026-03-02');
    expect(changes.map(({ on, isUpcoming, parts }) => ({ on, isUpcoming, parts }))).toEqual([
      {
        on: '2026-06-01',
        isUpcoming: true,
        parts: [
          { label: 'Thời hạn giải quyết', before: ['12 ngày làm việc'], after: ['10 ngày làm việc'] },
          { label: 'Phí, lệ phí', before: null, after: null },
        ],
      },
      {
        on: '2026-01-01',
        isUpcoming: false,
        parts: [{ label: 'Thời hạn giải quyết', before: ['20 ngày làm việc'], after: ['12 ngày làm việc'] }],
      },
    ]);
  });

  test('names a change without a decision by its day, and a replacement from the side of the one replaced', () => {
    const replaced = decision('c', '2026-02-01', [{ op: 'replace', procedure: 'moi', replaces: [slug] }]);
    const versions = [{ until: '2025-12-01', by: null, content: limit(9) }];
    const changes = changesOf({ slug, file: limit(10), versions }, [replaced], '2026-03-02');
    expect(changes.map(({ on, decision: by, item }) => [on, by?.slug, item?.procedure])).toEqual([
      ['2026-02-01', 'c', 'moi'],
      ['2025-12-01', undefined, undefined],
    ]);
  });
});

test('each part is known by the newest decision in force that named it; a new procedure has all from its own', () => {
  const decisions = [
    amend('c', '2026-06-01', ['fee']),
    amend('b', '2026-02-01', ['timeLimit']),
    amend('a', '2026-01-01', ['timeLimit', 'methods']),
  ];
  const of = (list: Decision[]) =>
    decidedBy(slug, changesOf({ slug, file, versions: [] }, list, '2026-03-02'));
  expect([...of(decisions)].map(([part, { slug: by }]) => [part, by])).toEqual([
    ['timeLimit', 'b'],
    ['methods', 'a'],
  ]);
  const born = decision('n', '2026-01-01', [{ op: 'new', procedure: slug }]);
  expect(of([born]).get('dossier')?.slug).toBe('n');
  expect(of([]).size).toBe(0);
});
