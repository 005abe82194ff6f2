// Work that is done every second or so, too often for a queue; one round at a time.
import { setTimeout as wait } from 'node:timers/promises';
import { takeOff } from '../../http/loop-watch.ts';
import { log } from '../../http/log.ts';
import type { Portal } from '../../portal/portal.ts';
import { errorClass } from '../../text/error-class.ts';

/** `tick` is called in every worker process: two of them at once must be safe. */
export type Ticker = { name: string; everyMs: number; tick(portal: Portal): Promise<unknown> };

/** Calls `tick` again and again, waiting in between; a failure is told once and the next round tries again. */
export function startTicker(portal: Portal, { name, everyMs, tick }: Ticker): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = (async () => {
    let wasFailing = false;
    while (!signal.aborted) {
      const flight = takeOff(`ticker ${name}`);
      const failure = await tick(portal)
        .then(
          () => undefined,
          (error: unknown) => errorClass(error),
        )
        .finally(flight.land);
      if (failure && !wasFailing) log.warn({ job: name, reason: failure }, 'repeated work failed');
      wasFailing = failure !== undefined;
      await wait(everyMs, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
