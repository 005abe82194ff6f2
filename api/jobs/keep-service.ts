// A worker that could not start is started again, with growing pauses, until it runs or is told to stop.
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../http/log.ts';
import { errorClass } from '../text/error-class.ts';
import type { Worker } from './worker-service.ts';

type Pauses = { firstMs: number; longestMs: number };

/** Never fails: what stopped it from starting is told in the log, and in how background work stands. */
export function keepWorker(
  start: () => Promise<Worker>,
  { firstMs, longestMs }: Pauses = { firstMs: 1_000, longestMs: 60_000 },
): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    for (let pauseMs = firstMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestMs)) {
      try {
        return await start();
      } catch (error) {
        log.error({ reason: errorClass(error), pauseMs }, 'background work did not start; it is tried again');
      }
      await wait(pauseMs, undefined, { signal }).catch(() => {});
    }
    return undefined;
  })();
  return {
    async stop() {
      stopping.abort();
      await (await running)?.stop();
    },
  };
}
