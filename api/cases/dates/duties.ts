// In each state of a case: whose turn it is, and which of its dates bind. One table, which lists and letters ask. Pure.
import { states, Status } from '../lifecycle.ts';
import type { Role } from '../../staff/roles.ts';

/**
 * The dates of a case. `stage`: when its present state must be left; `answer`: when the whole handling must be over;
 * `transfer`: when what is not ours must have gone on (điểm d khoản 1 Điều 9 Nghị định số 20/2008/NĐ-CP); `review`: when
 * what is still being collected is looked at again.
 */
export type DateName = 'stage' | 'answer' | 'transfer' | 'review';

/** `handler` is the officer it was given to, `head` the head of that officer's unit; null: nobody owes anything. */
export type Turn = Role | 'handler' | 'head' | 'sender' | null;

type Duty = { turn: Turn; dates: readonly DateName[] };

const over: Duty = { turn: null, dates: [] };
const undecided = ['transfer', 'stage', 'answer'] as const;

/**
 * Neither accepted as the department's own nor transferred: the limit of the decree runs, which takes no notice of who
 * in the house looks at the case. While the sender is asked every clock of the office stands still. Once answered, only
 * the stage is left.
 */
export const duties: Record<Status, Duty> = {
  draft: over,
  submitted: { turn: 'TN', dates: undecided },
  reopened: { turn: 'TN', dates: undecided },
  conduct_review: { turn: 'LD', dates: undecided },
  need_info: { turn: 'sender', dates: [] },
  accepted: { turn: 'CVP', dates: ['stage', 'answer'] },
  assigned: { turn: 'handler', dates: ['stage', 'answer'] },
  extended: { turn: 'handler', dates: ['stage', 'answer'] },
  collecting: { turn: 'handler', dates: ['stage', 'answer', 'review'] },
  reply_draft: { turn: 'head', dates: ['stage', 'answer'] },
  approving: { turn: 'LD', dates: ['stage', 'answer'] },
  answered: { turn: 'BT', dates: ['stage'] },
  rejected: over,
  guided_out: over,
  transferred: over,
  published: over,
  closed_private: over,
  merged: over,
  rated: over,
  archived: over,
};

/** Whether a date binds the office in a state. */
export const binds = (status: Status, name: DateName): boolean => duties[status].dates.includes(name);

/** Whether a date binds now, or will again once the sender has answered. */
export const isRunning = (status: Status, name: DateName): boolean =>
  binds(status, name) || states[status].clock === 'paused';

/** The states in which it is somebody's turn. */
export const turnsOf = (turn: Turn): Status[] =>
  Status.options.filter((status) => duties[status].turn === turn);
