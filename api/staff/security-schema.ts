// What the security log is asked for and answers.
import { z } from 'zod';
import { optional } from '../forms/blank.ts';
import { Day } from '../text/published.ts';
import { Role } from './roles.ts';
import { SecurityKind } from './security-events.ts';

export const SecurityQuery = z.object({
  kind: optional(SecurityKind),
  /** The id of an account. */
  person: optional(z.string().max(40)),
  from: optional(Day),
  to: optional(Day),
  /** Only events with a smaller number. */
  before: optional(z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)),
});

export const SecurityEventView = z.object({
  id: z.int(),
  at: z.string(),
  kind: SecurityKind,
  actorName: z.string().nullable(),
  actorRole: Role.nullable(),
  subjectName: z.string().nullable(),
  /** Eight characters of a keyed hash: the same for the same e-mail typed, or the same network. */
  account: z.string().nullable(),
  network: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SecurityEventView = z.infer<typeof SecurityEventView>;

export const SecurityLogView = z.object({
  events: z.array(SecurityEventView),
  /** Where the next page begins; null on the last one. */
  next: z.int().nullable(),
  /** Everybody who has or had an account, for the filter. */
  people: z.array(z.object({ id: z.string(), name: z.string(), role: Role })),
  /** The first event that was changed or is missing; null while the log is whole. */
  brokenAt: z.int().nullable(),
  months: z.int(),
});
