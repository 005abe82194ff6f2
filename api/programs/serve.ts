// The process behind the doors, in production and while somebody works on the sources: they differ in their pages alone.
import { createApp } from '../portal/app.ts';
import { doorServer } from '../doors/door-server.ts';
import { createListener, type Doors } from '../doors/listener.ts';
import { readEnvironment, type Environment } from '../portal/env.ts';
import { watchLoop } from '../http/loop-watch.ts';
import { openWithHoles } from '../golive/holes.ts';
import { fillOnce } from '../demo/service.ts';
import { createDemoAccounts } from '../staff/demo-service.ts';
import { banner } from '../start/banner.ts';
import { listen } from '../start/listen.ts';
import { openPortal } from '../start/open-portal.ts';
import { drainOf } from '../start/drain.ts';
import { stopOnSignal } from '../start/stop.ts';
import type { Portal } from '../portal/portal.ts';
import { keepPortalWorker } from './worker.ts';

/** Where the pages come from. */
export type Pages = Pick<Doors, 'site' | 'pages' | 'declared' | 'securityHeaders'> & {
  /** Once the portal answers; what comes back ends it. */
  follow(portal: Portal, doors: Doors): Promise<() => void>;
};

const say = (sentence: string) => console.log(sentence);

/** Opens the portal, serves it on one port, and stops cleanly at a signal. */
export function serve(open: (env: Environment) => Promise<Pages>): void {
  const running = start(open);
  stopOnSignal(async (leadMs) => (await running).stop(leadMs), say);
  running.catch((error: unknown) => {
    // Our own sentences are enough for people; anything else is told with its place.
    const isSentence = error instanceof Error && /[^\u0000-\u007f]/.test(error.message);
    console.error(isSentence ? `\n${error.message}\n` : error);
    process.exit(1);
  });
}

async function start(
  open: (env: Environment) => Promise<Pages>,
): Promise<{ stop(leadMs: number): Promise<void> }> {
  const env = readEnvironment();
  const [{ follow, ...pages }, { portal, embedded, close }] = await Promise.all([
    open(env),
    openPortal(env, say),
  ]);
  try {
    const doors = { portal, app: createApp(portal), ...pages };
    const server = doorServer(createListener(doors));
    const drain = drainOf(server);
    const newAccounts = embedded ? await createDemoAccounts(portal, env.DATA_DIR) : [];
    if (env.DEMO) await fillOnce(portal, say);
    const address = await listen(server, env.PORT, env.HOST);
    const lacking = openWithHoles(portal.content, env);
    say(banner({ env, address, embedded, lacking, newAccounts }));
    const stopFollowing = await follow(portal, doors);
    void portal.search.warm();
    const stopWatching = watchLoop();
    // Nobody waits for the worker: it starts once the portal answers.
    const worker = env.WORKER === 'inside' ? keepPortalWorker(portal) : undefined;
    return {
      async stop(leadMs) {
        portal.stopping.abort();
        stopFollowing();
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
