// The shapes in which lists leave the API, exact keys: nothing else can leak through them.
import { z } from 'zod';
import { Actor, Status, StepName } from '../cases/lifecycle.ts';
import { RatingScore } from '../cases/schema.ts';
import { StaffCaseItem } from '../cases/views.ts';
import { Role } from '../staff/roles.ts';
import { countedViews, ListQuery } from './view.ts';

const Instant = z.string().meta({ format: 'date-time' });

export const ListedCase = StaffCaseItem.extend({
  /** Who sent it, for whom that is no secret; null also where the case is restricted: its page says it, and keeps who looked. */
  sender: z.string().nullable(),
  /** Until when the authority that sent it on is to be told how it ended; null: it is owed nothing. */
  reportDueOn: z.string().meta({ format: 'date' }).nullable(),
  /** What somebody has prepared and another must sign. */
  proposedStep: StepName.nullable(),
  /** Whom it waits for; null: nobody. */
  waitsFor: z.enum([...Role.options, 'handler', 'head', 'sender', 'keeper', 'signer']).nullable(),
  /** What came from its sender last, not looked at by who it is for. */
  news: z.enum([...StepName.options, 'bounced-mail']).nullable(),
  /** Of the last answer: how many working days it took, what its sender says of it; null: not counted yet, or withheld. */
  taken: z.object({ workingDays: z.int().nullable(), rating: RatingScore.nullable() }).nullable(),
  /** What happened to it last. */
  last: z.object({ step: StepName, actorRole: Actor, actor: z.string().nullable(), at: Instant }),
});

export const CaseList = z.object({
  cases: z.array(ListedCase),
  /** `after` and `before` of the pages beside this one. */
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

const Neighbour = z.object({ number: z.string(), place: z.string() }).nullable();
export const Neighbours = z.object({
  /** Of the case itself. */
  place: z.string(),
  previous: Neighbour,
  next: Neighbour,
  /** The how-manieth it is, and of how many; null where nobody asked, or where it is not worth counting so far. */
  position: z.int().nullable(),
  total: z.int().nullable(),
});

export const ViewCounts = z.object(
  Object.fromEntries(countedViews.map((view) => [view, z.int()])) as Record<
    (typeof countedViews)[number],
    z.ZodInt
  >,
);

export const SearchStarted = z.object({ key: z.string() });
export const SearchResult = CaseList.extend({ sought: z.string() });

export const KeptFilters = z.object({
  filters: z.array(z.object({ id: z.string(), name: z.string(), query: ListQuery.partial() })),
});

const Load = z.object({ open: z.int(), overdue: z.int() });
/** What whoever could be given a case has in hand; who has nothing is not named. */
export const Loads = z.object({
  units: z.record(z.string(), Load),
  people: z.record(z.string(), Load),
});

const Numbers = z.object({
  open: z.int(),
  soon: z.int(),
  overdue: z.int(),
  /** In the month. */
  answered: z.int(),
  /** Of these. */
  answeredLate: z.int(),
  /** Transferred, refused or guided elsewhere too late. */
  endedLate: z.int(),
  returned: z.int(),
  rated: z.int(),
  satisfied: z.int(),
  /** Of the working days that the answers of the month took; null: none is counted yet. */
  median: z.number().nullable(),
});

/** A unit without code: cases that no unit has yet; a person without id: those of the unit that nobody has yet. */
export const DeskFigures = z.object({
  month: z.string(),
  total: Numbers,
  /** What is open and late, by the state in which it stands. */
  overdue: z.array(z.object({ status: Status, n: z.int() })),
  units: z.array(
    Numbers.extend({
      code: z.string().nullable(),
      name: z.string().nullable(),
      people: z.array(Numbers.extend({ id: z.string().nullable(), name: z.string().nullable() })),
    }),
  ),
});
