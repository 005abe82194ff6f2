// The days on which published content changes by itself, and who follows them.
import { describe, expect, test } from 'vitest';
import type { Content } from '../../api/portal/gather.ts';
import { changeoversOf } from '../../api/portal/changeovers.ts';
import { changeoverWatch } from '../../api/start/changeover-watch.ts';
import { decision, procedureFile, stored } from '../support/worlds/decisions.ts';

test('effects, kept contents, the own days of files and the validity of contacts are changeovers, each once', () => {
  const detail = { validFrom: '2026-05-04', validTo: null };
  const content = {
    documents: new Map([
      [
        'van-ban',
        { effect: { on: '2026-06-01' }, period: { from: 2026, to: 2027 }, relations: [{ on: null }] },
      ],
    ]),
    posts: [{ front: { publishedOn: '2026-11-21' } }],
    contacts: [{ validFrom: null, validTo: '2026-12-31', details: [detail] }],
    decisions: [
      decision('d1', '2026-12-01', [{ op: 'amend', procedure: 'a' }]),
      decision('d2', null, [], { signedOn: '2026-03-02' }),
    ],
    stored: [
      stored('a', { effectiveFrom: '2026-01-05', effectiveTo: '2026-02-28' }, [
        { by: 'd1', until: '2026-12-01', content: procedureFile() },
      ]),
    ],
  } as unknown as Content;
  expect(changeoversOf(content)).toEqual([
    '2026-01-05',
    '2026-03-01',
    '2026-03-02',
    '2026-05-04',
    '2026-06-01',
    '2026-11-21',
    '2026-12-01',
    '2027-01-01',
    '2028-01-01',
  ]);
});

describe('the watch', () => {
  function watched(change: (state: { due: boolean }) => Promise<void>) {
    const state = { due: true, changeovers: 0, now: 0 };
    const look = changeoverWatch({
      isDue: () => state.due,
      async change() {
        state.changeovers += 1;
        await change(state);
      },
      clock: () => state.now,
    });
    return { state, look };
  }

  test('changes once when the day has come, and again on the next one', async () => {
    const { state, look } = watched(async (it) => void (it.due = false));
    await look();
    await look();
    expect(state.changeovers).toBe(1);
    state.due = true;
    await look();
    expect(state.changeovers).toBe(2);
  });

  test('never changes twice at once', async () => {
    const gate = Promise.withResolvers<void>();
    const { state, look } = watched(async (it) => {
      await gate.promise;
      it.due = false;
    });
    const first = look();
    await look();
    gate.resolve();
    await first;
    expect(state.changeovers).toBe(1);
  });

  test('after a failure, or a changeover that helped nothing, waits a quarter of an hour', async () => {
    for (const change of [() => Promise.reject(new Error('no room')), async () => {}]) {
      const { state, look } = watched(change);
      await look();
      state.now = 14 * 60_000;
      await look();
      expect(state.changeovers).toBe(1);
      state.now = 15 * 60_000;
      await look();
      expect(state.changeovers).toBe(2);
    }
  });
});
