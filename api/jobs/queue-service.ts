// Taking work in: a job is written in the transaction of the step that asks for it, and is gone with it.
import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Db, Transaction } from '../db/open.ts';
import { forBoss, newBoss } from './tools/boss.ts';
import { deadLetters, JobName, kindOf, type JobData } from './catalogue.ts';

type Wish = {
  /** The same key under the same name is one job, however often it is asked for (for seven days after its end). */
  key?: string;
  /** An instant, or in how many seconds. */
  startAfter?: Date | number;
};

export type Jobs = {
  boss: PgBoss;
  /** Asks for a job inside a transaction; it exists once the transaction has committed. Its id; null: it was asked for before. */
  enqueue<Name extends JobName>(
    trx: Transaction | Db,
    name: Name,
    data: JobData<Name>,
    wish?: Wish,
  ): Promise<string | null>;
  close(): Promise<void>;
};

/** Opens the queue for taking work in; nothing is worked off by it. */
export async function openJobs(db: Db): Promise<Jobs> {
  const boss = newBoss(db, { working: false });
  await boss.start();
  await writeQueues(boss);
  return {
    boss,
    async enqueue(trx, name, data, { key, startAfter } = {}) {
      const parsed = kindOf(name).data.parse(data);
      return await boss.send(name, parsed, {
        db: forBoss(trx),
        ...(key !== undefined && { id: idOf(name, key) }),
        ...(startAfter !== undefined && { startAfter }),
      });
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

/** A UUID of version 8 out of name and key. */
function idOf(name: string, key: string): string {
  const hex = createHash('sha256').update(`${name}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const daySeconds = 86_400;

/** Brings the queues in the database to what the catalogue says. */
async function writeQueues(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  if (!known.has(deadLetters)) await boss.createQueue(deadLetters, { retentionSeconds: 365 * daySeconds });
  for (const name of JobName.options) {
    const kind = kindOf(name);
    const policy = {
      retryLimit: kind.retries,
      retryDelay: kind.firstWaitSeconds,
      retryBackoff: true,
      retryDelayMax: kind.longestWaitSeconds,
      expireInSeconds: kind.expireSeconds,
      retentionSeconds: 30 * daySeconds,
      deleteAfterSeconds: 7 * daySeconds,
      deadLetter: deadLetters,
    };
    const queue = known.get(name);
    if (!queue) await boss.createQueue(name, policy);
    else if (
      Object.entries(policy).some(([setting, value]) => queue[setting as keyof typeof policy] !== value)
    )
      await boss.updateQueue(name, policy);
  }
}
