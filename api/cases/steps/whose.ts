// Whose case it must be: the answers that several steps share. Pure.
import { personsOf } from '../../staff/mandates.ts';
import type { Viewer } from '../../staff/roles.ts';
import { forbidden, isKeeper, type Hindrance, type Subject } from './subject.ts';

/** Of those who handle cases, only the one it was given to; a locked one is its keeper's. */
export const handlersOwn = (subject: Subject, viewer: Viewer): Hindrance | undefined =>
  viewer.role === 'XL' && !isHandler(subject, viewer) && !isKeeper(subject, viewer)
    ? forbidden('Chỉ người được giao xử lý làm việc này.')
    : undefined;

/** Whether the case was given to the viewer, or to whom they stand in for. */
const isHandler = ({ handlerId }: Subject, viewer: Viewer): boolean =>
  handlerId !== null && personsOf(viewer).includes(handlerId);

/** Another hand than those who did what came before; `did`: their ids, null where nobody did. */
export const otherHand = (
  did: readonly (string | null)[],
  viewer: Viewer,
  sentence: string,
): Hindrance | undefined =>
  did.some((id) => id !== null && personsOf(viewer).includes(id)) ? forbidden(sentence) : undefined;

/** Only the head of the unit that it was given to. */
export const unitsOwn = ({ unit }: Subject, viewer: Viewer): Hindrance | undefined =>
  unit === viewer.unit
    ? undefined
    : forbidden('Chỉ trưởng phòng, đơn vị được giao trình hoặc trả lại dự thảo.');
