// How background work stands now, whichever process does it.
import os from 'node:os';
import { largestStall, worstStallMs } from '../http/loop-watch.ts';
import type { Portal } from '../portal/portal.ts';
import { standingOf, type Standing } from './standing.ts';
import { beat, findAges } from './standing-repository.ts';
import type { Ticker } from './tools/ticker.ts';

const self = `${os.hostname()}/${process.pid}`;

export async function standingNow({ db, openedAtMs }: Pick<Portal, 'db' | 'openedAtMs'>): Promise<Standing> {
  const upSeconds = (performance.now() - openedAtMs) / 1_000;
  return standingOf(await findAges(db, self), { upSeconds, worstStallMs });
}

/** Every worker process shows every ten seconds that it lives, and how long it has stood still. */
export const heartbeat: Ticker = {
  name: 'heartbeat',
  everyMs: 10_000,
  tick: ({ db }) => beat(db, self, largestStall()),
};
