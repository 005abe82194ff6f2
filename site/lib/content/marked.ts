// Cuts a title into what answered the query and what stands between.
import type { Range } from '../../../api/search/highlight.ts';

export type Piece = { text: string; marked: boolean };

export function piecesOf(title: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) pieces.push({ text: title.slice(at, start), marked: false });
    pieces.push({ text: title.slice(start, end), marked: true });
    at = end;
  }
  if (at < title.length) pieces.push({ text: title.slice(at), marked: false });
  return pieces;
}
