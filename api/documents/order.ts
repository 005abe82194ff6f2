// The library in the order in which an office reaches for it. Pure.
import type { LibraryDocument } from './schema.ts';

type Ordered = Pick<LibraryDocument, 'effect' | 'procedures' | 'namedBy'>;

const isOver = ({ effect: { state } }: Ordered) =>
  state === 'ended' || state === 'replaced' || state === 'period-over';

/** How much rests on it: the procedures that name it as their basis, and the plans that cite it. */
const uses = ({ procedures, namedBy }: Ordered) => procedures.length + namedBy.length;

/** What is not over first, then what more rests on; otherwise the order that it had. */
export const mostUsedFirst = <Document extends Ordered>(documents: readonly Document[]): Document[] =>
  documents.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || uses(b) - uses(a));
