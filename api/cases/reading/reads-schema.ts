// The shapes in which the log of reads leaves the API.
import { z } from 'zod';
import { Role } from '../../staff/roles.ts';

const Instant = z.string().meta({ format: 'date-time' });

/** For the sender: by role and time, no name. */
export const SenderRead = z.object({
  role: Role,
  roleName: z.string(),
  firstAt: Instant,
  lastAt: Instant,
  times: z.int(),
});

/** For the chiefs: by person and day; `single` has every read of a restricted case. */
export const StaffReads = z.object({
  days: z.array(
    z.object({
      name: z.string().nullable(),
      role: Role,
      onDay: z.string().meta({ format: 'date' }),
      firstAt: Instant,
      lastAt: Instant,
      times: z.int(),
    }),
  ),
  single: z.array(z.object({ name: z.string().nullable(), role: Role, at: Instant })),
});
export type StaffReads = z.infer<typeof StaffReads>;
