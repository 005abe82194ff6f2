// One piece of work that makes everybody wait is told: in the log with what was under way, and by readiness.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Stall, watchLoop, worstStallMs } from '../../api/http/loop-watch.ts';
import { log } from '../../api/http/log.ts';
import { openTestPortal, type TestPortal } from '../support/portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(async () => {
  await portal.close();
});

const ready = async () => (await (await portal.request('/api/ready')).json()) as object;

function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('a stall is logged by the routes under way, and readiness is degraded', async () => {
  expect(await ready()).toMatchObject({ status: 'ready', largestStallMs: 0 });
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
  const stop = watchLoop();
  const health = vi.spyOn(portal.portal.search, 'health').mockImplementationOnce(async () => {
    standStill(worstStallMs + 100);
    return { engine: 'embedded', degraded: false } as never;
  });

  const [answer, during] = await Promise.all([
    portal.request('/api/answers/PAKN-2026-000001?ten=Nguyen'),
    ready(),
  ]);
  const stalls = () => warn.mock.calls.filter(([, said]) => said === 'the process stood still');
  await vi.waitFor(() => expect(stalls()).not.toEqual([]), { timeout: 20_000 });

  expect(answer.status).toBe(404);
  expect(during).toMatchObject({ status: 'ready', degraded: ['event-loop'] });
  const told = stalls().map(([stall]) => stall as unknown as Stall);
  const longest = told.toSorted((a, b) => b.stallMs - a.stallMs)[0];
  expect(longest?.stallMs).toBeGreaterThan(worstStallMs);
  expect(longest?.cpuMs).toBeGreaterThan(0);
  expect(longest?.routes).toEqual(expect.arrayContaining(['GET /api/answers/:number', 'GET /api/ready']));
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/000001|Nguyen/);
  expect(await ready()).toMatchObject({ degraded: ['event-loop'] });
  stop();
  expect(await ready()).toMatchObject({ largestStallMs: 0 });
  health.mockRestore();
  warn.mockRestore();
});
