// Whether the process is up, and whether it can serve: for supervisors and load balancers.
import { createRoute, z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { within } from '../dates/within.ts';
import { isMigrated } from '../db/migrate.ts';
import { json } from '../http/json.ts';
import { largestStall, worstStallMs } from '../http/loop-watch.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import { Standing } from '../jobs/standing.ts';
import { standingNow } from '../jobs/standing-service.ts';
import type { Portal } from '../portal/portal.ts';

const patienceMs = 2_000;

const Up = z.object({ status: z.literal('up') }).openapi('Health');
const Ready = z
  .object({
    status: z.literal('ready'),
    /** What works less well than it should; absent where everything does. */
    degraded: z.array(z.enum(['search', 'worker', 'worker-loop', 'ledger', 'jobs', 'event-loop'])).optional(),
    /** Ages in seconds: the last sign of life of a worker, the oldest event and the oldest job that wait. */
    background: Standing.omit({ behind: true }),
    /** The longest time in the last minute in which this process answered nobody, in milliseconds. */
    largestStallMs: z.int(),
  })
  .openapi('Readiness');

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Vận hành'],
  summary: 'Tiến trình đang chạy',
  responses: { 200: json('Đang chạy', Up) },
});

const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['Vận hành'],
  summary: 'Cơ sở dữ liệu trả lời và đã đúng phiên bản',
  responses: {
    200: json('Sẵn sàng phục vụ', Ready),
    ...refusals(503),
  },
});

export function healthRoutes({ db, search, openedAtMs, stopping }: Portal) {
  let migrated = false;

  async function check(): Promise<Standing> {
    if (stopping.signal.aborted)
      throw new Problem('stopping', 'Tiến trình này đang dừng. Hãy hỏi một tiến trình khác.');
    await sql`select 1`.execute(db);
    migrated ||= await isMigrated(db);
    if (!migrated) throw new Problem('database-away', 'Cơ sở dữ liệu chưa ở phiên bản của phần mềm này.');
    return await standingNow({ db, openedAtMs });
  }

  return router()
    .openapi(health, (c) => c.json({ status: 'up' as const }, 200))
    .openapi(ready, async (c) => {
      const [{ behind, ...background }, { degraded }] = await Promise.all([
        within(patienceMs, check(), () => new Problem('database-away')),
        search.health(),
      ]);
      const largestStallMs = largestStall();
      const parts = [
        ...(degraded ? (['search'] as const) : []),
        ...behind,
        ...(largestStallMs > worstStallMs ? (['event-loop'] as const) : []),
      ];
      return c.json(
        {
          status: 'ready' as const,
          ...(parts.length > 0 && { degraded: parts }),
          background,
          largestStallMs,
        },
        200,
      );
    });
}
