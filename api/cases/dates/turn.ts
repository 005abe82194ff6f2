// Whose turn it is with an open case: what waits for an officer, and of what they are told in the morning. Pure.
import type { Viewer } from '../../staff/roles.ts';
import type { Status, StepName } from '../lifecycle.ts';
import { personsOf } from '../../staff/mandates.ts';
import { signersOf } from '../steps/table.ts';
import { duties } from './duties.ts';

export type Waiting = {
  status: Status;
  handlerId: string | null;
  unit: string | null;
  /** Recognised as a tố cáo or khiếu nại: it waits for whoever keeps it, in whatever state it stands. */
  locked: boolean;
  keeperId: string | null;
  /** A step that was prepared and waits for a signature. */
  proposal: StepName | null;
};

type Officer = Pick<Viewer, 'id' | 'role' | 'unit' | 'behalf'>;

/** Whether it is this officer who must act on a case that they may see; nobody's once it is over. */
export function isTurnOf(officer: Officer, waiting: Waiting): boolean {
  const { id, role, unit } = officer;
  const { turn } = duties[waiting.status];
  if (turn === null) return false;
  if (waiting.locked) return waiting.keeperId === null ? role === 'LD' : waiting.keeperId === id;
  if (waiting.proposal) return signersOf(waiting.proposal).includes(role);
  // Handed over, and nobody may have it yet: it waits for who assigns.
  if (turn === 'handler')
    return waiting.handlerId === null ? role === 'CVP' : personsOf(officer).includes(waiting.handlerId);
  if (turn === 'head') return role === 'TP' && waiting.unit === unit;
  return turn === role;
}

/** Whether an officer is told of a case near its date: on their turn, and as head of the unit when its handler is late. */
export function isTold(officer: Officer, waiting: Waiting, isLate: boolean): boolean {
  if (isTurnOf(officer, waiting)) return true;
  const isHandlers = duties[waiting.status].turn === 'handler' && !waiting.locked && !waiting.proposal;
  return isLate && isHandlers && officer.role === 'TP' && waiting.unit === officer.unit;
}
