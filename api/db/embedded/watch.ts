// Keeps the embedded database alive: when its server process dies, it is started again with growing pauses.
import { log } from '../../http/log.ts';
import { findRunning, postmasterName, startPostmaster, type Cluster } from './postmaster.ts';

const lookEveryMs = 300;
const firstPauseMs = 200;
const longestPauseMs = 30_000;

/** Watches until stopped; `stop` waits for a restart that is under way. */
export function watch(cluster: Cluster, port: number): { stop(): Promise<void> } {
  let watching = true;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;
  let current = Promise.resolve();
  let name = postmasterName(cluster);

  async function look(): Promise<void> {
    if (name && postmasterName(cluster) === name) pauseMs = firstPauseMs;
    else await restart();
    if (watching) plan(name ? lookEveryMs : pauseMs);
  }
  async function restart(): Promise<void> {
    log.error('embedded database died; starting it again');
    try {
      if ((await findRunning(cluster)) !== port) await startPostmaster(cluster, port, true);
      name = postmasterName(cluster);
      log.warn('embedded database is back');
    } catch (error) {
      name = undefined;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      log.error(
        { pauseMs, reason: error instanceof Error ? error.message : String(error) },
        'embedded database stays away',
      );
    }
  }
  function plan(ms: number): void {
    timer = setTimeout(() => (current = look()), ms);
    timer.unref();
  }

  plan(lookEveryMs);
  return {
    async stop() {
      watching = false;
      clearTimeout(timer);
      await current;
    },
  };
}
