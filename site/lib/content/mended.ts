// The query as it was understood: what was mended put in its place, one after the other. Pure.

/** Each `from` is looked for behind the one before and as whole words, so that no part of another word is changed. */
export function mendedText(query: string, corrected: readonly { from: string; to: string }[]): string {
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  let done = '';
  let rest = query;
  for (const { from, to } of corrected) {
    let at = rest.indexOf(from);
    while (at >= 0 && (isLetter((done + rest)[done.length + at - 1]) || isLetter(rest[at + from.length])))
      at = rest.indexOf(from, at + 1);
    if (at < 0) continue;
    done += rest.slice(0, at) + to;
    rest = rest.slice(at + from.length);
  }
  return done + rest;
}
