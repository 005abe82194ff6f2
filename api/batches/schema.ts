// Choosing many cases, what is foreseen for each, and what became of each; exact keys.
import { z } from 'zod';
import { caseNumber } from '../cases/case-key.ts';
import { Status } from '../cases/lifecycle.ts';
import { ListedCase } from '../desk/views.ts';
import { ListQuery, SearchKey } from '../desk/view.ts';
import { Role } from '../staff/roles.ts';
import { Act } from './acts.ts';

/** As many as one deed takes. */
export const mostCases = 200;
/** So long it can be undone once all is done; letters wait for it. */
export const undoSeconds = 10;

/** Cases by their numbers, or all that a list or a search finds. */
export const ChooseCases = z
  .strictObject({
    act: Act,
    numbers: z.array(caseNumber('Chọn hồ sơ.')).max(mostCases).optional(),
    list: ListQuery.omit({ after: true, before: true }).optional(),
    search: SearchKey.optional(),
  })
  .refine(
    ({ numbers = [], list, search }) => numbers.length > 0 || list !== undefined || search !== undefined,
    {
      path: ['numbers'],
      error: 'Đánh dấu ít nhất một hồ sơ.',
    },
  );
export type ChooseCases = z.infer<typeof ChooseCases>;

export const BatchMade = z.object({ id: z.string() });
/** How many a list finds, as far as one deed takes them. */
export const Found = z.object({ count: z.int(), isMore: z.boolean() });

/** The plan that was looked at: another one is not carried out for it. */
export const RunBatch = z.strictObject({ plan: z.int({ error: 'Thiếu lần xem trước. Hãy tải lại trang.' }) });

export const BatchState = z.enum(['chosen', 'planning', 'planned', 'running', 'done', 'undoing', 'undone']);
export type BatchState = z.infer<typeof BatchState>;
export const ItemState = z.enum(['waiting', 'done', 'refused', 'undone', 'kept']);
export type ItemState = z.infer<typeof ItemState>;

/** What a step would do to a case now. */
export const Foreseen = z.object({
  /** Why it is not taken; null: it is. */
  refused: z.string().nullable(),
  to: Status.nullable(),
  /** It would wait for a signature. */
  proposed: z.boolean(),
  /** Letters that go to its sender. */
  letters: z.int(),
  undoable: z.boolean(),
});
export type Foreseen = z.infer<typeof Foreseen>;

export const BatchItem = z.object({
  number: z.string(),
  /** Null: out of this officer's sight by now. */
  line: ListedCase.nullable(),
  state: ItemState,
  foreseen: Foreseen.nullable(),
  /** Why it was refused, or not undone. */
  outcome: z.string().nullable(),
  proposed: z.boolean(),
  undoable: z.boolean(),
});

export const BatchView = z.object({
  id: z.string(),
  act: Act,
  role: Role,
  state: BatchState,
  plan: z.int(),
  /** The list found more than one deed takes. */
  isCut: z.boolean(),
  /** What is written for all of them, as it was typed; empty before and afterwards. */
  said: z.record(z.string(), z.string().or(z.array(z.string()))),
  items: z.array(BatchItem),
  /** Until when it can be undone. */
  undoUntil: z.string().nullable(),
  /** What is left of that time; null: it is over, or has not begun. */
  secondsLeft: z.int().nullable(),
});
export type BatchView = z.infer<typeof BatchView>;
