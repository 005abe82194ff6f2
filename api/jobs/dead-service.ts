// Reading what failed for good, and trying one of it again.
import { log } from '../http/log.ts';
import { Problem } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import type { Viewer } from '../staff/roles.ts';
import { deadLetters, JobName, kindOf } from './catalogue.ts';
import { isDead, listDead } from './dead-repository.ts';
import type { DeadJob } from './schema.ts';

const most = 200;

export async function deadJobs({ db }: Portal, viewer: Viewer): Promise<DeadJob[]> {
  const rows = await listDead(db, viewer, most);
  return rows.flatMap(({ name, askedAt, failedAt, error, ...row }) => {
    // A kind of work that this release no longer knows.
    if (!JobName.safeParse(name).success) return [];
    return [
      {
        ...row,
        name,
        label: kindOf(name).label,
        error: /^[\w .-]{1,60}$/.test(error) ? error : 'unknown',
        askedAt: askedAt.toISOString(),
        failedAt: failedAt.toISOString(),
      },
    ];
  });
}

/** Puts a job back to where it came from, with all its tries. Two who press at once make one try. */
export async function retryDead({ db, jobs }: Portal, viewer: Viewer, id: string): Promise<void> {
  if (!(await isDead(db, viewer, id)))
    throw new Problem('not-found', 'Việc này không còn trong danh sách. Có thể đã có người cho chạy lại.');
  await jobs.boss.redrive(deadLetters, { ids: [id] });
  log.info({ id, by: viewer.id }, 'job to be tried again');
}
