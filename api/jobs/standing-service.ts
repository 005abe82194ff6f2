// How background work stands now, whichever process does it.
import os from 'node:os';
import type { Portal } from '../portal/portal.ts';
import { standingOf, type Standing } from './standing.ts';
import { beat, findAges } from './standing-repository.ts';
import type { Ticker } from './tools/ticker.ts';

export const standingNow = async ({ db, openedAtMs }: Pick<Portal, 'db' | 'openedAtMs'>): Promise<Standing> =>
  standingOf(await findAges(db), (performance.now() - openedAtMs) / 1_000);

/** Every worker process shows every ten seconds that it lives. */
export const heartbeat: Ticker = {
  name: 'heartbeat',
  everyMs: 10_000,
  tick: ({ db }) => beat(db, `${os.hostname()}/${process.pid}`),
};
