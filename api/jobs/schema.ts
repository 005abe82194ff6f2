// Jobs that failed to the last try, as staff see them: what kind of work, how it failed, no data.
import { z } from 'zod';
import { JobName } from './catalogue.ts';

const Instant = z.string().meta({ format: 'date-time' });

export const DeadJob = z.object({
  id: z.uuid(),
  name: JobName,
  label: z.string(),
  askedAt: Instant,
  failedAt: Instant,
  tries: z.int(),
  /** The class of the last failure, never its words. */
  error: z.string(),
  /** The case, for those who may open it. */
  number: z.string().nullable(),
});
export type DeadJob = z.infer<typeof DeadJob>;

/** The newest first, 200 at most. */
export const DeadJobs = z.object({ jobs: z.array(DeadJob) });
