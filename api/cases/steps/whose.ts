// Whose case it must be: the answers that several steps share. Pure.
import type { Viewer } from '../../staff/roles.ts';
import { forbidden, isKeeper, type Hindrance, type Subject } from './subject.ts';

/** Of those who handle cases, only the one it was given to; a locked one is its keeper's. */
export const handlersOwn = (subject: Subject, viewer: Viewer): Hindrance | undefined =>
  viewer.role === 'XL' && subject.handlerId !== viewer.id && !isKeeper(subject, viewer)
    ? forbidden('Chỉ người được giao xử lý làm việc này.')
    : undefined;

/** Only the head of the unit that it was given to. */
export const unitsOwn = ({ unit }: Subject, viewer: Viewer): Hindrance | undefined =>
  unit === viewer.unit
    ? undefined
    : forbidden('Chỉ trưởng phòng, đơn vị được giao trình hoặc trả lại dự thảo.');
