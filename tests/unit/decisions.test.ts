// What decisions make of procedures on each day, and what they cannot say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictions, inEndingOrder } from '../../api/procedures/decisions/contradictions.ts';
import { type Decision, DecisionFile } from '../../api/procedures/decisions/schema.ts';
import { historyOf, stateOn } from '../../api/procedures/decisions/state.ts';
import { procedureOn, changeoverDays } from '../../api/procedures/on-day.ts';
import { contentOn } from '../../api/procedures/version.ts';
import { decision, procedureFile, stored } from '../support/worlds/decisions.ts';

const file = procedureFile();
const state = (decisions: Decision[], today: string, own = file, slug = 'a') => {
  const { history: _, ...rest } = stateOn(slug, own, decisions, today);
  return rest;
};
const unknownDays = { effectiveFrom: null, effectiveTo: null, replacedBy: null };

describe('a new procedure', () => {
  const decisions = [decision('1', '2026-03-02', [{ op: 'new', procedure: 'a' }])];

  test('is not in force the day before its effect, and is on the day', () => {
    const days = { effectiveFrom: '2026-03-02', effectiveTo: null, replacedBy: null };
    expect(state(decisions, '2026-03-01')).toEqual({ ...days, status: 'not-yet-in-force' });
    expect(state(decisions, '2026-03-02')).toEqual({ ...days, status: 'in-force' });
    expect(state(decisions, '2027-03-02')).toEqual({ ...days, status: 'in-force' });
  });

  test('counts from the day of signing where the decision names no day', () => {
    const signed = decision('1', null, [{ op: 'new', procedure: 'a' }], { signedOn: '2026-03-05' });
    expect(state([signed], '2026-03-04').status).toBe('not-yet-in-force');
    expect(state([signed], '2026-03-05')).toMatchObject({ status: 'in-force', effectiveFrom: '2026-03-05' });
  });

  test('stays to be reviewed where the department has not confirmed it', () => {
    const open = procedureFile({ review: { state: 'needs-review', on: null, by: null } });
    expect(state(decisions, '2026-03-02', open).status).toBe('needs-review');
    expect(state(decisions, '2026-03-01', open).status).toBe('not-yet-in-force');
  });

  test('published by a ministry and then by the province holds from the first day', () => {
    const both = [
      ...decisions,
      decision('2', '2026-04-01', [{ op: 'new', procedure: 'a' }], { scope: 'ministry' }),
    ];
    expect(state(both, '2026-03-15')).toMatchObject({ status: 'in-force', effectiveFrom: '2026-03-02' });
  });
});

describe('the end of a procedure', () => {
  const repeal = decision('1', '2026-05-04', [{ op: 'repeal', procedure: 'a' }]);
  const replace = decision('2', '2026-05-04', [{ op: 'replace', procedure: 'b', replaces: ['a'] }]);

  test('by repeal: the day before it still holds, from the day on it does not', () => {
    expect(state([repeal], '2026-05-03')).toEqual({
      ...unknownDays,
      status: 'needs-review',
      effectiveTo: '2026-05-03',
    });
    expect(state([repeal], '2026-05-04')).toEqual({
      ...unknownDays,
      status: 'repealed',
      effectiveTo: '2026-05-03',
    });
  });

  test('by replacement names the successor only once it holds', () => {
    expect(state([replace], '2026-05-03')).toMatchObject({ status: 'needs-review', replacedBy: null });
    expect(state([replace], '2026-05-04')).toMatchObject({ status: 'replaced', replacedBy: 'b' });
    expect(state([replace], '2026-05-03', file, 'b').status).toBe('not-yet-in-force');
    expect(state([replace], '2026-05-04', file, 'b')).toMatchObject({
      status: 'in-force',
      effectiveFrom: '2026-05-04',
    });
  });

  test('said twice, by a ministry and the province, is the first day', () => {
    const later = decision('3', '2026-06-01', [{ op: 'repeal', procedure: 'a' }]);
    expect(state([later, repeal], '2026-06-02')).toMatchObject({
      status: 'repealed',
      effectiveTo: '2026-05-03',
    });
  });

  test('said as a repeal by one and as a replacement by the other leads to the successor', () => {
    const later = decision('3', '2026-06-01', [{ op: 'replace', procedure: 'b', replaces: ['a'] }]);
    expect(state([repeal, later], '2026-05-20')).toMatchObject({ status: 'repealed', replacedBy: null });
    expect(state([repeal, later], '2026-06-01')).toMatchObject({ status: 'replaced', replacedBy: 'b' });
  });

  test('is not the end of what is issued anew: its own first day, and no last one', () => {
    const anew = decision('4', '2026-07-01', [{ op: 'new', procedure: 'a' }]);
    expect(state([repeal, anew], '2026-06-30').status).toBe('repealed');
    expect(state([repeal, anew], '2026-07-01')).toEqual({
      status: 'in-force',
      replacedBy: null,
      effectiveFrom: '2026-07-01',
      effectiveTo: null,
    });
  });

  test('is not undone by a correction of its text', () => {
    const correction = decision('5', '2026-06-01', [{ op: 'correct', procedure: 'a' }]);
    expect(state([repeal, correction], '2026-06-02').status).toBe('repealed');
  });

  test('that the file says by itself stands until a decision lists the procedure again', () => {
    const over = procedureFile({ status: 'replaced', replacedBy: 'b' });
    const listed = decision('6', '2026-06-01', [{ op: 'standardise', procedure: 'a' }]);
    expect(state([listed], '2026-05-31', over)).toMatchObject({ status: 'replaced', replacedBy: 'b' });
    expect(state([listed], '2026-06-01', over)).toMatchObject({ status: 'in-force', replacedBy: null });
    expect(
      state([decision('7', '2026-06-01', [{ op: 'repeal', procedure: 'a' }])], '2026-05-31', over),
    ).toEqual({ ...unknownDays, status: 'replaced', replacedBy: 'b' });
  });
});

describe('amending, standardising and correcting', () => {
  test('change no state of what holds', () => {
    for (const op of ['amend', 'standardise', 'correct']) {
      const decisions = [
        decision('1', '2026-01-05', [{ op: 'new', procedure: 'a' }]),
        decision('2', '2026-03-02', [{ op, procedure: 'a' }]),
      ];
      expect(state(decisions, '2026-02-01')).toEqual(state(decisions, '2026-03-02'));
    }
  });

  test('an amendment to come leaves the file its words', () => {
    const decisions = [decision('1', '2026-12-01', [{ op: 'amend', procedure: 'a' }])];
    expect(state(decisions, '2026-11-30').status).toBe('needs-review');
    expect(state(decisions, '2026-12-01').status).toBe('in-force');
  });
});

describe('where no decision speaks', () => {
  test("the file's own days change its state", () => {
    const own = procedureFile({
      status: 'not-yet-in-force',
      effectiveFrom: '2026-03-02',
      effectiveTo: '2026-05-03',
    });
    expect(state([], '2026-03-01', own).status).toBe('not-yet-in-force');
    expect(state([], '2026-03-02', own).status).toBe('in-force');
    expect(state([], '2026-05-03', own).status).toBe('in-force');
    expect(state([], '2026-05-04', own).status).toBe('repealed');
  });

  test('it is what the file says', () => {
    expect(state([], '2026-03-01').status).toBe('needs-review');
    expect(state([], '2026-03-01', procedureFile({ status: 'replaced', replacedBy: 'b' }))).toMatchObject({
      status: 'replaced',
      replacedBy: 'b',
    });
  });
});

describe('the content of a day', () => {
  const named = (name: string) => procedureFile({ name });
  const version = (until: string, name: string, by: string) => ({ until, by, content: named(name) });

  test('is the kept one until the day before its end, then the file; what comes next is known', () => {
    const versions = [version('2026-05-04', 'Hai', 'd2'), version('2026-03-02', 'Một', 'd1')];
    const on = (day: string) => {
      const { content, upcoming } = contentOn(named('Ba'), versions, day);
      return [content.name, upcoming && [upcoming.on, upcoming.content.name]];
    };
    expect(on('2026-03-01')).toEqual(['Một', ['2026-03-02', 'Hai']]);
    expect(on('2026-03-02')).toEqual(['Hai', ['2026-05-04', 'Ba']]);
    expect(on('2026-05-04')).toEqual(['Ba', null]);
  });

  test('two decisions of one day are read in the order of their signing', () => {
    const decisions = [
      decision('z', '2026-03-02', [{ op: 'amend', procedure: 'a' }], { signedOn: '2026-01-05' }),
      decision('b', '2026-03-02', [{ op: 'amend', procedure: 'a' }], { signedOn: '2026-02-05' }),
    ];
    const versions = inEndingOrder(
      [version('2026-03-02', 'Giữa', 'b'), version('2026-03-02', 'Đầu', 'z')],
      decisions,
    );
    expect(versions.map(({ content }) => content.name)).toEqual(['Đầu', 'Giữa']);
    const { content, upcoming } = contentOn(named('Cuối'), versions, '2026-03-01');
    expect([content.name, upcoming?.content.name]).toEqual(['Đầu', 'Cuối']);
    expect(historyOf('a', decisions).map((told) => told.decision.slug)).toEqual(['b', 'z']);
    expect(historyOf('a', decisions.toReversed()).map((told) => told.decision.slug)).toEqual(['b', 'z']);
  });

  test('names as its own the newest decisions in force of ministry and province, never a correction', () => {
    const decisions = [
      decision('m', '2026-01-05', [{ op: 'new', procedure: 'a' }], { scope: 'ministry' }),
      decision('p', '2026-02-02', [{ op: 'new', procedure: 'a' }]),
      decision('c', '2026-03-02', [{ op: 'correct', procedure: 'a' }]),
      decision('f', '2026-12-01', [{ op: 'amend', procedure: 'a' }]),
    ];
    const { ministry, province } = procedureOn(stored('a'), decisions, '2026-04-01').decisions;
    expect([ministry?.number, province?.number]).toEqual(['m/QĐ-THỬ', 'p/QĐ-THỬ']);
  });
});

test('a confirmed content stays confirmed until the unconfirmed one that is to come holds', () => {
  const decisions = [decision('1', '2026-03-02', [{ op: 'amend', procedure: 'a' }])];
  const open = procedureFile({ status: 'in-force', review: { state: 'needs-review', on: null, by: null } });
  const confirmed = procedureFile({ status: 'in-force' });
  const one = {
    slug: 'a',
    file: open,
    versions: [{ until: '2026-03-02', by: '1', content: confirmed }],
  };
  expect(procedureOn(one, decisions, '2026-03-01').status).toBe('in-force');
  expect(procedureOn(one, decisions, '2026-03-02').status).toBe('needs-review');
});

describe('what cannot be', () => {
  const complaints = (more: object) => {
    const { slug: _, ...good } = decision('1', '2026-03-02', []);
    const parsed = DecisionFile.safeParse({ ...good, ...more });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };

  test('a procedure that replaces itself, or replaces nothing, or stands twice', () => {
    const item = { op: 'replace', procedure: 'a', replaces: ['b'] };
    expect(complaints({ items: [item] })).toEqual([]);
    expect(complaints({ items: [{ ...item, replaces: ['a'] }] })).toEqual(['items.0.replaces']);
    expect(complaints({ items: [{ ...item, replaces: [] }] })).toEqual(['items.0.replaces']);
    expect(complaints({ items: [item, { op: 'new', procedure: 'a' }] })).toEqual(['items']);
  });

  test('a decision received before it was signed', () => {
    expect(complaints({ receivedOn: '2026-03-01' })).toEqual(['receivedOn']);
  });

  test('a decision on a procedure that nobody has, a content kept for another day, life after the end', () => {
    const decisions = [
      decision('1', '2026-03-02', [{ op: 'repeal', procedure: 'a' }]),
      decision('2', '2026-04-01', [{ op: 'amend', procedure: 'a' }]),
      decision('3', '2026-04-02', [{ op: 'new', procedure: 'nobody' }]),
    ];
    const versions = new Map([['a', [{ until: '2026-04-02', by: '2', content: file }]]]);
    expect(contradictions(new Set(['a']), versions, decisions)).toEqual([
      'content/decisions/3.yaml chưa đúng: không có thủ tục nào tên tệp là procedures/nobody.yaml.',
      'content/versions/a chưa đúng: nội dung trước 2/QĐ-THỬ thôi dùng từ 02/4/2026, nhưng quyết định có hiệu lực từ 01/4/2026. Sửa until hoặc effectiveOn.',
      'content/decisions/2.yaml chưa đúng: thủ tục a đã hết hiệu lực trước đó; dùng new hoặc replace nếu được ban hành lại.',
    ]);
  });
});

describe('for all decisions', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const item = fc.oneof(
    fc.constantFrom('new', 'amend', 'repeal', 'standardise', 'correct').map((op) => ({ op, procedure: 'a' })),
    fc.constantFrom(
      { op: 'replace', procedure: 'a', replaces: ['b'] },
      { op: 'replace', procedure: 'b', replaces: ['a'] },
    ),
  );
  const decisions = fc
    .array(fc.tuple(day, day, item), { maxLength: 6 })
    .map((list) =>
      list.map(([signedOn, effectiveOn, one], index) =>
        decision(String(index), effectiveOn, [one], { signedOn }),
      ),
    );

  test('the order in which they are read does not count', () => {
    fc.assert(
      fc.property(decisions, day, (list, today) => {
        expect(state(list.toReversed(), today)).toEqual(state(list, today));
      }),
    );
  });

  test('a state changes on days of changeover only', () => {
    fc.assert(
      fc.property(decisions, fc.integer({ min: 2, max: 28 }), (list, n) => {
        const [yesterday, today] = [n - 1, n].map((one) => `2026-02-${String(one).padStart(2, '0')}`);
        const changeovers = changeoverDays([stored('a')], list);
        const { status, replacedBy } = state(list, today ?? '');
        const before = state(list, yesterday ?? '');
        if (!changeovers.includes(today ?? ''))
          expect([status, replacedBy]).toEqual([before.status, before.replacedBy]);
      }),
    );
  });

  test('what is in force has begun and not ended; what has ended names a last day that is past', () => {
    fc.assert(
      fc.property(decisions, day, (list, today) => {
        const { status, effectiveFrom, effectiveTo, replacedBy } = state(list, today);
        if (status === 'in-force') {
          expect(effectiveFrom === null || effectiveFrom <= today).toBe(true);
          expect(effectiveTo === null || effectiveTo >= today).toBe(true);
        }
        if (status === 'not-yet-in-force') expect(effectiveFrom !== null && effectiveFrom > today).toBe(true);
        if (status === 'repealed' || status === 'replaced')
          expect(effectiveTo !== null && effectiveTo < today).toBe(true);
        expect(replacedBy !== null).toBe(status === 'replaced');
      }),
    );
  });
});
