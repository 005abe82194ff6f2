// The process: opens the portal, serves it on one port, and stops cleanly.
import { createApp } from '../portal/app.ts';
import { doorServer } from '../doors/door-server.ts';
import { createListener } from '../doors/listener.ts';
import { securityHeaders } from '../doors/security-headers.ts';
import { readEnvironment } from '../portal/env.ts';
import { watchLoop } from '../http/loop-watch.ts';
import { createDemoAccounts } from '../staff/demo-service.ts';
import { banner } from '../start/banner.ts';
import { listen } from '../start/listen.ts';
import { openPortal } from '../start/open-portal.ts';
import { loadPages, readBuild } from '../start/read-build.ts';
import { drainOf } from '../start/drain.ts';
import { stopOnSignal } from '../start/stop.ts';
import { followTurns } from '../start/turn-over.ts';
import { keepPortalWorker } from './worker.ts';

const say = (sentence: string) => console.log(sentence);

async function start(): Promise<{ stop(leadMs: number): Promise<void> }> {
  const env = readEnvironment();
  const headers = securityHeaders(env.PUBLIC_ORIGIN);
  const [build, { portal, embedded, close }] = await Promise.all([
    readBuild(env.BUILD_DIR, headers),
    openPortal(env, say),
  ]);
  try {
    const doors = { portal, app: createApp(portal), ...build, securityHeaders: headers };
    const server = doorServer(createListener(doors));
    const drain = drainOf(server);
    const newAccounts = embedded ? await createDemoAccounts(portal, env.DATA_DIR) : [];
    const address = await listen(server, env.PORT, env.HOST);
    say(banner({ env, address, embedded, newAccounts }));
    await loadPages(env.BUILD_DIR);
    void portal.search.warm();
    const stopWatching = watchLoop();
    const stopTurning = followTurns(portal, doors);
    // Nobody waits for the worker: it starts once the portal answers.
    const worker = env.WORKER === 'inside' ? keepPortalWorker(portal) : undefined;
    return {
      async stop(leadMs) {
        portal.stopping.abort();
        stopTurning();
        stopWatching();
        await Promise.all([drain(leadMs), worker?.stop()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const running = start();
stopOnSignal(async (leadMs) => (await running).stop(leadMs), say);
running.catch((error: unknown) => {
  // Our own sentences are enough for people; anything else is told with its place.
  const isSentence = error instanceof Error && /[^\u0000-\u007f]/.test(error.message);
  console.error(isSentence ? `\n${error.message}\n` : error);
  process.exit(1);
});
