// Which networks an address belongs to. Pure.

/** The narrowest network that one subscriber has, and a wider one where a subscriber easily has many. */
export type Networks = { own: string; wide: string | undefined };

/**
 * IPv4: the whole address, also where IPv6 carries it (::ffff:0:0/96, 64:ff9b::/96, 2002::/16). IPv6: the /64 of one
 * line, within its /48. Anything else is one network for all, so that nobody slips through unnamed.
 */
export function networksOf(address: string): Networks {
  const plain = address.split('%')[0] ?? '';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain)) return { own: plain, wide: undefined };
  const groups = groupsOf(plain);
  if (!groups) return { own: 'unknown', wide: undefined };
  const carried = carriedAddress(groups);
  if (carried) return { own: carried, wide: undefined };
  const prefix = (length: number) => groups.slice(0, length).map((group) => group.toString(16));
  return { own: `${prefix(4).join(':')}::/64`, wide: `${prefix(3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address; undefined when it is none. */
function groupsOf(address: string): number[] | undefined {
  if (!address.includes(':') || !URL.canParse(`http://[${address}]/`)) return undefined;
  // The URL parser writes every address in one way, with at most one `::`.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [front, back] = [read(head), read(tail ?? '')];
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back];
}

function carriedAddress(groups: readonly number[]): string | undefined {
  const dotted = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const starts = (...start: number[]) => start.every((group, place) => groups[place] === group);
  if (starts(0, 0, 0, 0, 0, 0xffff) || starts(0x64, 0xff9b, 0, 0, 0, 0)) return dotted(groups[6], groups[7]);
  return starts(0x2002) ? dotted(groups[1], groups[2]) : undefined;
}
