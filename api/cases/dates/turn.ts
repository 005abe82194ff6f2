// Whose turn it is with an open case: what waits for an officer, and of what they are told in the morning. Pure.
import type { Role, Viewer } from '../../staff/roles.ts';
import { personsOf } from '../../staff/mandates.ts';
import { Status, type StepName } from '../lifecycle.ts';
import { signersOf } from '../steps/table.ts';
import { duties, type Turn } from './duties.ts';

export type Waiting = {
  status: Status;
  handlerId: string | null;
  unit: string | null;
  /** Recognised as a tố cáo or khiếu nại: it waits for whoever keeps it, in whatever state it stands. */
  locked: boolean;
  keeperId: string | null;
  /** A step that was prepared and waits for a signature, and who prepared it. */
  proposal: { step: StepName; proposedBy: string } | null;
};

type Officer = Pick<Viewer, 'id' | 'role' | 'unit' | 'behalf'>;

/**
 * Whether it is this officer who must act on a case that they may see; nobody's once it is over, and never theirs who have
 * prepared what another must sign.
 */
export function isTurnOf(officer: Officer, waiting: Waiting): boolean {
  const { id, role, unit } = officer;
  const { turn } = duties[waiting.status];
  if (turn === null) return false;
  if (waiting.locked) return waiting.keeperId === null ? role === 'LD' : waiting.keeperId === id;
  if (waiting.proposal) {
    const { step, proposedBy } = waiting.proposal;
    return !personsOf(officer).includes(proposedBy) && signersOf(step).includes(role);
  }
  if (turn === 'handler' && waiting.handlerId !== null) return personsOf(officer).includes(waiting.handlerId);
  // Given to a unit as a whole it waits for its head; handed over, and nobody may have it yet, for who assigns.
  if (turn === 'handler' && waiting.unit === null) return role === 'CVP';
  if (turn === 'head' || turn === 'handler') return role === 'TP' && waiting.unit === unit;
  return turn === role;
}

/** Whether an officer is told of a case near its date: on their turn, and as head of the unit when its handler is late. */
export function isTold(officer: Officer, waiting: Waiting, isLate: boolean): boolean {
  if (isTurnOf(officer, waiting)) return true;
  const isHandlers = duties[waiting.status].turn === 'handler' && !waiting.locked && !waiting.proposal;
  return isLate && isHandlers && officer.role === 'TP' && waiting.unit === officer.unit;
}

/** Whom a case waits for, as a list says it: the keeper of a locked letter, who may sign, or whose turn its state makes it. */
export type WaitsFor = Turn | 'keeper' | 'signer';

/** Whom an open case waits for. */
export function waitsFor({ status, handlerId, unit, locked, proposal }: Waiting): WaitsFor {
  const { turn } = duties[status];
  if (turn === null) return null;
  if (locked) return 'keeper';
  if (proposal) return 'signer';
  return turn === 'handler' && handlerId === null ? (unit === null ? 'CVP' : 'head') : turn;
}

/** Before it is given to a handler, what a sender does is for whose turn it is; from then on for the handler. */
const ungiven: readonly Status[] = ['submitted', 'reopened', 'conduct_review', 'accepted'];

/** Whether something new from the sender of a case is for this officer, who may see it: for one desk, never for nobody. */
export function isNewsFor(
  officer: Officer,
  { status, handlerId, unit, locked, keeperId }: Omit<Waiting, 'proposal'>,
): boolean {
  const { id, role } = officer;
  if (locked) return keeperId === null ? role === 'LD' : keeperId === id;
  const { turn } = duties[status];
  if (ungiven.includes(status)) return turn === role;
  if (handlerId !== null) return personsOf(officer).includes(handlerId);
  if (turn !== 'handler') return role === 'TN';
  return unit === null ? role === 'CVP' : role === 'TP' && officer.unit === unit;
}

/** The states in which it is for a role, and those in which it is for the handler. */
export const newsOf = (role: Role): Status[] => ungiven.filter((status) => duties[status].turn === role);
export const newsOfHandler = Status.options.filter((status) => !ungiven.includes(status));
