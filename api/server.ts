// The process: opens the portal, serves it on one port, and stops cleanly.
import { createApp } from './app.ts';
import { doorServer } from './doors/door-server.ts';
import { createListener } from './doors/listener.ts';
import { securityHeaders } from './doors/security-headers.ts';
import { readEnvironment } from './env.ts';
import { log } from './http/log.ts';
import { errorClass } from './jobs/error-class.ts';
import { createDemoAccounts } from './staff/demo.ts';
import { banner } from './start/banner.ts';
import { listen } from './start/listen.ts';
import { openPortal } from './start/open-portal.ts';
import { loadPages, readBuild } from './start/read-build.ts';
import { closeServer, stopOnSignal } from './start/stop.ts';
import { followTurns } from './start/turn-over.ts';
import { startPortalWorker } from './worker.ts';

const say = (sentence: string) => console.log(sentence);

async function start(): Promise<{ stop(): Promise<void> }> {
  const env = readEnvironment();
  const headers = securityHeaders(env.PUBLIC_ORIGIN);
  const [build, { portal, embedded, close }] = await Promise.all([
    readBuild(env.BUILD_DIR, headers),
    openPortal(env, say),
  ]);
  try {
    const doors = { portal, app: createApp(portal), ...build, securityHeaders: headers };
    const server = doorServer(createListener(doors));
    const newAccounts = embedded ? await createDemoAccounts(portal, env.DATA_DIR) : [];
    const address = await listen(server, env.PORT, env.HOST);
    say(banner({ env, address, embedded, newAccounts }));
    await loadPages(env.BUILD_DIR);
    void portal.search.warm();
    const stopTurning = followTurns(portal, doors);
    // Nobody waits for the worker: it starts once the portal answers.
    const worker = env.WORKER === 'inside' ? startPortalWorker(portal) : undefined;
    worker?.catch((error: unknown) =>
      log.error({ reason: errorClass(error) }, 'background work did not start'),
    );
    return {
      async stop() {
        stopTurning();
        await closeServer(server);
        await worker?.then(
          ({ stop }) => stop(),
          () => {},
        );
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const running = start();
stopOnSignal(async () => (await running).stop(), say);
running.catch((error: unknown) => {
  // Our own sentences are enough for people; anything else is told with its place.
  const isSentence = error instanceof Error && /[^\u0000-\u007f]/.test(error.message);
  console.error(isSentence ? `\n${error.message}\n` : error);
  process.exit(1);
});
