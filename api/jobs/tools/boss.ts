// The queue itself: pg-boss in its own schema of the portal's database, over the portal's own connections.
import { fromKysely, PgBoss, systemClock, type Clock, type Db as BossDb } from 'pg-boss';
import type { Db, Transaction } from '../../db/open.ts';
import { log } from '../../http/log.ts';
import { errorClass } from '../../text/error-class.ts';

export const jobsSchema = 'jobs';

/** The portal's database, or a transaction in it, as pg-boss asks for it. */
export const forBoss = (db: Db | Transaction): BossDb => fromKysely(db.withoutPlugins());

// Its looks at the list of queues must not keep a process alive that has nothing else to do.
const quietClock: Clock = {
  ...systemClock,
  setInterval: (tick, ms) => setInterval(tick, ms).unref(),
  setTimeout: (tick, ms) => setTimeout(tick, ms).unref(),
};

/**
 * A queue that is not started yet. `working`: it also plans the periodic work and tidies up, as a worker does;
 * otherwise it only takes work in.
 */
export function newBoss(db: Db, { working }: { working: boolean }): PgBoss {
  const boss = new PgBoss({
    db: forBoss(db),
    schema: jobsSchema,
    supervise: working,
    schedule: working,
    // Indexes are small and the database's own vacuum is enough; rebuilding needs the rights of their owner.
    reindex: false,
    ...(!working && { clock: quietClock }),
  });
  let toldAt = -Infinity;
  boss.on('error', (error) => {
    // A database that is away fails every look, several times a second.
    if (performance.now() - toldAt < 60_000) return;
    toldAt = performance.now();
    log.warn({ reason: errorClass(error) }, 'background work interrupted');
  });
  boss.on('warning', ({ message }) => log.warn({ message }, 'background work'));
  return boss;
}

/** Brings the queue's own tables to this release's version; as their owner, after the migrations. */
export async function migrateQueue(owner: Db): Promise<void> {
  const boss = newBoss(owner, { working: false });
  await boss.start();
  await boss.stop({ graceful: false, close: false });
}
