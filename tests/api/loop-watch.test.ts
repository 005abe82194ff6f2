// One piece of work that makes everybody wait is told: in the log with what was under way, and by readiness.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Stall, watchLoop, worstStallMs } from '../../api/http/loop-watch.ts';
import { log } from '../../api/http/log.ts';
import { startTicker } from '../../api/jobs/tools/ticker.ts';
import { heartbeat } from '../../api/jobs/standing-service.ts';
import { openTestPortal, type TestPortal } from '../support/portal/portal.ts';

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

test('of a worker beside the portal is told by the work that was under way, and degrades readiness', async () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
  const stop = watchLoop();
  let isDone = false;
  const tick = async () => {
    if (!isDone) standStill(worstStallMs + 100);
    isDone = true;
  };
  const ticker = startTicker(portal.portal, { name: 'slow-work', everyMs: 60_000, tick });
  const stalls = () => warn.mock.calls.filter(([, said]) => said === 'the process stood still');
  await vi.waitFor(() => expect(stalls()).not.toEqual([]), { timeout: 20_000 });
  const routes = stalls().flatMap(([stall]) => (stall as unknown as Stall).routes);
  expect(routes).toContain('ticker slow-work');
  await heartbeat.tick(portal.portal);
  const { rows } = await sql<{ stallMs: number }>`select stall_ms from worker_beats`.execute(portal.owner);
  expect(rows[0]?.stallMs).toBeGreaterThan(worstStallMs);
  await ticker.stop();
  stop();
  // The own process tells of its own stalls as such; another one's is the worker's.
  expect(await ready()).toMatchObject({ background: { workerStallMs: 0 } });
  await sql`update worker_beats set worker = 'another/1', stall_ms = 1234`.execute(portal.owner);
  expect(await ready()).toMatchObject({ degraded: ['worker-loop'], background: { workerStallMs: 1234 } });
  await sql`delete from worker_beats`.execute(portal.owner);
  warn.mockRestore();
});

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
