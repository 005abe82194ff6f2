// Jobs that wait for a person after their last try.
import { sql } from 'kysely';
import { isWithheld } from '../cases/reading/register-repository.ts';
import { isAbout, visibleTo } from '../cases/visible-repository.ts';
import type { Db } from '../db/open.ts';
import { may } from '../staff/rights.ts';
import type { Viewer } from '../staff/roles.ts';
import { deadLetters, type JobName } from './catalogue.ts';

type DeadRow = {
  id: string;
  name: JobName;
  askedAt: Date;
  failedAt: Date;
  tries: number;
  error: string;
  number: string | null;
};

/**
 * Work about no case; work about a case that the viewer may open; for the administrator, who opens none, also about
 * cases that are neither restricted nor locked, without their number.
 */
const concerns = (viewer: Viewer) => sql<boolean>`(j.data->>'caseId' is null or exists (
  select from cases where id = (j.data->>'caseId')::uuid and (${visibleTo(viewer)}
    or ${may(viewer, 'jobs-of-unseen-cases')}::boolean and not restricted and not ${isWithheld} and not ${isAbout(viewer)})))`;

/** The newest first; the case's number only where this viewer may open the case. */
export async function listDead(db: Db, viewer: Viewer, limit: number): Promise<DeadRow[]> {
  const { rows } = await sql<DeadRow>`
    select j.id, j.source_name as name, j.source_created_on as asked_at, j.created_on as failed_at,
      j.source_retry_count + 1 as tries, coalesce(j.source_output->>'message', j.source_output->'value'->>'message', '') as error,
      (select number from cases where id = (j.data->>'caseId')::uuid and ${visibleTo(viewer)}) as number
    from jobs.job j
    where j.name = ${deadLetters} and j.state < 'active' and j.source_name is not null and ${concerns(viewer)}
    order by j.created_on desc, j.id
    limit ${limit}`.execute(db);
  return rows;
}

/** Whether a job that this viewer may know of waits for a person. */
export async function isDead(db: Db, viewer: Viewer, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from jobs.job j
    where j.name = ${deadLetters} and j.id = ${id} and j.state < 'active' and ${concerns(viewer)}`.execute(
    db,
  );
  return rows.length > 0;
}
