// Works off the jobs of a test portal now, one after the other, without a worker.
import { sql } from 'kysely';
import { kindOf, type JobName } from '../../../api/jobs/catalogue.ts';
import { workOn } from '../../../api/jobs/worker-service.ts';
import type { Portal } from '../../../api/portal/portal.ts';
import { handlers } from '../../../api/programs/worker.ts';

type Which = {
  name?: JobName;
  /** Also those that wait for their time, such as the next try of a failed one. */
  evenLater?: boolean;
};

/** Does every due job, and those that they ask for, until none is left; returns `name done` or `name class-of-failure`. */
export async function runJobs(
  { ...portal }: Portal,
  { name, evenLater = false }: Which = {},
): Promise<string[]> {
  const { boss } = portal.jobs;
  const told: string[] = [];
  const due = handlers.filter((handler) => name === undefined || handler.name === name);
  for (let before = -1; before < told.length;) {
    before = told.length;
    for (const handler of due)
      for (const job of await boss.fetch(handler.name, { batchSize: 1_000, ignoreStartAfter: evenLater }))
        try {
          await workOn(portal, handler, job);
          await boss.complete(handler.name, job.id);
          told.push(`${handler.name} done`);
        } catch (error) {
          await boss.fail(handler.name, job.id, error as Error);
          told.push(`${handler.name} ${(error as Error).message}`);
        }
  }
  return told;
}

/** Asks for periodic work now. */
export async function plan({ db, jobs }: Portal, name: JobName): Promise<void> {
  if (kindOf(name).cron === undefined) throw new Error(`${name} is not periodic`);
  await jobs.enqueue(db, name, {} as never);
}

/** Forgets every job, whatever became of it. */
export async function forgetJobs({ db }: Portal): Promise<void> {
  await sql`delete from jobs.job`.execute(db);
}
