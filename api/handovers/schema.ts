// What is asked when somebody hands over, what is shown before, and the record of it.
import { z } from 'zod';
import { orNull } from '../forms/blank.ts';
import { Status } from '../cases/lifecycle.ts';
import { line } from '../forms/validation.ts';
import { Role } from '../staff/roles.ts';

const Person = z.object({ id: z.string(), name: z.string(), role: Role, unit: z.string() });
const Count = z.object({ status: Status, count: z.number() });
const personId = orNull(z.string().max(60));

export const NewHandover = z.strictObject({
  fromId: z.string({ error: 'Chọn người bàn giao.' }).min(1, 'Chọn người bàn giao.').max(60),
  toId: personId,
  substituteId: personId,
  reason: line({ min: 5, max: 300, missing: 'Ghi vì sao bàn giao, ít nhất 5 ký tự.' }),
  /** Closes the account of who hands over in the same step; the administrator's alone. */
  close: z.boolean().default(false),
});
export type NewHandover = z.infer<typeof NewHandover>;

export const HandoverMade = z.object({ id: z.string() });

export const HandoverPreview = z.object({
  person: Person.extend({ isOpen: z.boolean() }),
  /** Cases in hand by state, as far as the viewer may know of them. */
  cases: z.array(Count),
  numbers: z.array(z.string()),
  /** Steps that the person prepared and that wait for somebody's signature. */
  proposals: z.number(),
  /** What the person is writing and has not sent, in whatever form. */
  drafts: z.number(),
  /** Channels on which the portal names the person as focal person. */
  focalFor: z.array(z.string()),
  hasPrivateCalendar: z.boolean(),
  /** Reports of the year that the role owes and that are not done. */
  obligations: z.number(),
  /** Others who have the same role (and, for the head of a unit, the same unit) and may work today. */
  peers: z.array(z.string()),
  needsReceiver: z.boolean(),
  receivers: z.array(Person),
});

export const HandoverRecord = z.object({
  id: z.string(),
  /** What stands above a record that is none; null: nothing. */
  mark: z.string().nullable(),
  at: z.string(),
  reason: z.string(),
  closed: z.boolean(),
  from: Person,
  to: Person.nullable(),
  substitute: Person.nullable(),
  by: Person,
  /** As far as the viewer may know of them; `to`: null where it waits for who assigns. */
  cases: z.array(z.object({ number: z.string().nullable(), status: Status, to: z.string().nullable() })),
  /** How many drafts each was given; `to` null: nobody may have them, they stayed. */
  drafts: z.array(z.object({ to: z.string().nullable(), count: z.int() })),
});
export type HandoverRecord = z.infer<typeof HandoverRecord>;

export const HandoverList = z.object({
  people: z.array(Person.extend({ isOpen: z.boolean() })),
  handovers: z.array(
    z.object({ id: z.string(), at: z.string(), from: z.string(), to: z.string().nullable(), by: z.string() }),
  ),
});
