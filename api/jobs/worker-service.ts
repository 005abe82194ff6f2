// Working jobs off: each at least once, so that every handler may be called twice for the same job.
import type { JobResult, PgBoss } from 'pg-boss';
import type { Portal } from '../portal/portal.ts';
import { takeOff } from '../http/loop-watch.ts';
import { log } from '../http/log.ts';
import { newBoss } from './tools/boss.ts';
import { kindOf, type JobData, type JobName } from './catalogue.ts';
import { errorClass } from '../text/error-class.ts';
import { startTicker, type Ticker } from './tools/ticker.ts';

/** Who does a kind of work. It may be called again for what it has done: it must then do nothing more. */
export type JobHandler = {
  [Name in JobName]: { name: Name; handle(portal: Portal, data: JobData<Name>): Promise<unknown> };
}[JobName];

export type Worker = { stop(): Promise<void> };

/** How long jobs in hand may take once the worker is told to stop; they are done again by the next one. */
const patienceMs = 8_000;

/** Works off jobs until it is stopped, plans the periodic ones, and keeps the tickers going. */
export async function startWorker(
  portal: Portal,
  handlers: readonly JobHandler[],
  tickers: readonly Ticker[] = [],
): Promise<Worker> {
  const boss = newBoss(portal.db, { working: true });
  try {
    await boss.start();
    await takeUp(boss, portal, handlers);
  } catch (error) {
    await boss.stop({ graceful: false, close: false }).catch(() => {});
    throw error;
  }
  const running = tickers.map((ticker) => startTicker(portal, ticker));
  return {
    async stop() {
      await Promise.all([
        ...running.map((ticker) => ticker.stop()),
        boss.stop({ graceful: true, close: false, timeout: patienceMs }),
      ]);
    },
  };
}

async function takeUp(boss: PgBoss, portal: Portal, handlers: readonly JobHandler[]): Promise<void> {
  const planned = new Set((await boss.getSchedules()).map(({ name }) => name));
  for (const handler of handlers) {
    const { cron, lookEverySeconds, together = 1 } = kindOf(handler.name);
    planned.delete(handler.name);
    // A worker that was down at the time does it once when it is back.
    if (cron) await boss.schedule(handler.name, cron, {}, { tz: 'Asia/Ho_Chi_Minh', missed: 'once' });
    await boss.work(
      handler.name,
      {
        pollingIntervalSeconds: lookEverySeconds,
        batchSize: together,
        burstWhenBatchFull: true,
        perJobResults: true,
      },
      (jobs) => Promise.all(jobs.map((job) => resultOf(portal, handler, job))),
    );
  }
  for (const name of planned) await boss.unschedule(name);
}

/** What became of one job of a batch: one that fails takes no other with it. */
async function resultOf(
  portal: Portal,
  handler: JobHandler,
  job: { id: string; data: unknown },
): Promise<JobResult> {
  try {
    await workOn(portal, handler, job);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    return { id: job.id, status: 'failed', output: { message: (error as Error).message } };
  }
}

/** Does one job; a failure leaves as its class alone, because the queue keeps what is thrown. */
export async function workOn(
  portal: Portal,
  { name, handle }: JobHandler,
  job: { id: string; data: unknown },
): Promise<void> {
  const flight = takeOff(`job ${name}`);
  try {
    await (handle as (portal: Portal, data: object) => Promise<unknown>)(
      portal,
      kindOf(name).data.parse(job.data),
    );
  } catch (error) {
    const reason = errorClass(error);
    log.warn({ job: name, id: job.id, reason }, 'job failed');
    const kept = new Error(reason);
    delete kept.stack;
    throw kept;
  } finally {
    flight.land();
  }
}
