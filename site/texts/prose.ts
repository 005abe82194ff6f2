// A sentence of the catalogue cut into words, links and strong words. Pure.

export type Piece = { words: string; href?: string; strong?: true };

/** `See [the hotline](/duong-day-nong) **first**.` in four pieces; an address holds no closing bracket. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*/g)) {
    const [whole, link, href, strong] = found;
    if (found.index > at) pieces.push({ words: text.slice(at, found.index) });
    if (link !== undefined && href !== undefined) pieces.push({ words: link, href });
    else if (strong !== undefined) pieces.push({ words: strong, strong: true });
    at = found.index + whole.length;
  }
  if (at < text.length) pieces.push({ words: text.slice(at) });
  return pieces;
}
