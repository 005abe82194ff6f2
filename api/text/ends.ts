// The ends of lists, for scripts that also run where lists do not tell them yet (Chrome 80, Safari 13). Pure.

export const lastOf = <One>(list: readonly One[]): One | undefined => list[list.length - 1];

/** The place of the last one for which `holds`, -1 where there is none. */
export function lastWhere<One>(list: readonly One[], holds: (one: One) => boolean): number {
  let at = list.length - 1;
  while (at >= 0 && !holds(list[at] as One)) at -= 1;
  return at;
}
