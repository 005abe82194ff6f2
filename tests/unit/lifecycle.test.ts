// The table of states and steps: it is closed, whole, and nobody gets further than their role.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Actor, isClosed, states, Status, StepName } from '../../api/cases/lifecycle.ts';
import { allowedSteps, isAllowed, steps, targetOf } from '../../api/cases/steps/table.ts';

const stepOf = (name: StepName) =>
  steps[name] as { from: readonly Status[]; to: readonly Status[]; by: readonly Actor[]; source: string };

describe('the table', () => {
  it('holds the twenty states S0 to S18, with S14 in its public and its private form', () => {
    expect(Object.values(states).map(({ code }) => code)).toEqual([
      'S0',
      'S1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
      'S7',
      'S8',
      'S9',
      'S10',
      'S11',
      'S12',
      'S13',
      'S14',
      'S14n',
      'S15',
      'S16',
      'S17',
      'S18',
    ]);
  });

  it('names a source for every state and every step', () => {
    for (const { source } of [...Object.values(states), ...Object.values(steps)])
      expect(source.length).toBeGreaterThan(3);
  });

  it('reaches every state from a draft', () => {
    const reached = new Set<Status>(['draft']);
    for (let grew = true; grew;) {
      const next = StepName.options
        .filter((name) => stepOf(name).from.some((from) => reached.has(from)))
        .flatMap((name) => [...stepOf(name).to]);
      grew = next.some((status) => !reached.has(status));
      for (const status of next) reached.add(status);
    }
    expect([...reached].sort()).toEqual([...Status.options].sort());
  });

  it('pauses the clock only while a supplement is awaited', () => {
    expect(Status.options.filter((status) => states[status].clock === 'paused')).toEqual(['need_info']);
  });

  it('leaves every open state by some step, so that no case is stuck', () => {
    for (const status of Status.options.filter((one) => !isClosed(one)))
      expect(
        StepName.options.some(
          (name) => stepOf(name).from.includes(status) && stepOf(name).to.some((to) => to !== status),
        ),
      ).toBe(true);
  });

  it('lets the system administrator touch a case by nothing but a hand-over and a change of the calendar', () => {
    expect(StepName.options.filter((name) => stepOf(name).by.includes('QT'))).toEqual([
      'hand-over',
      'calendar-change',
    ]);
  });

  it.each([
    ['classify', 'submitted', ['TN']],
    ['accept', 'submitted', ['TN']],
    ['assign', 'accepted', ['LD', 'CVP']],
    ['draft-reply', 'assigned', ['XL']],
    ['submit-reply', 'reply_draft', ['TP']],
    ['approve', 'approving', ['LD']],
    ['publish', 'answered', ['BT']],
    ['close-private', 'answered', ['LD']],
    ['rate', 'published', ['CD']],
  ] as const)('%s from %s is taken by %j alone', (step, from, actors) => {
    expect(Actor.options.filter((actor) => isAllowed(step, from, actor))).toEqual(
      Actor.options.filter((actor) => (actors as readonly string[]).includes(actor)),
    );
  });
});

describe('any sequence of allowed steps', () => {
  it('stays inside the table, and a case is open exactly while its clock runs or is paused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...Actor.options), fc.nat()), { maxLength: 60 }),
        (choices) => {
          let status: Status = 'draft';
          for (const [actor, nth] of choices) {
            const open = allowedSteps(status, actor);
            const step = open[nth % Math.max(open.length, 1)];
            if (!step) continue;
            const targets = stepOf(step).to;
            status = targetOf(step, status, targets[nth % Math.max(targets.length, 1)]);
            expect(Status.options).toContain(status);
            if (status !== 'draft') expect(isClosed(status)).toBe(states[status].clock === 'stopped');
          }
        },
      ),
    );
  });
});
