// Settings whose names were mistyped: they would be passed over in silence, and the portal would run without them.

/**
 * The names of an environment that are one slip of the keyboard away from a setting, each with the setting meant: one
 * letter more, less or other (two in names of ten letters or more), two neighbours swapped, another case, a dash or
 * nothing for the underscore. Short names (under six letters) must have the same letters: PORT is not HOST, and other
 * programs have settings too.
 */
export function misspelt(names: string[], settings: string[]): { given: string; meant: string }[] {
  const known = new Set(settings);
  return names
    .filter((name) => !known.has(name) && !others.test(name))
    .flatMap((given) => {
      const meant = settings.find((setting) => isSlip(given, setting));
      return meant ? [{ given, meant }] : [];
    });
}

// Variables of shells, npm, Node, libpq and desktops, which are no settings of the portal however near they come.
const others = /^(npm_|NODE_|PG[A-Z]+$|LC_|XDG_|HOSTNAME$|HOSTTYPE$|[A-Z]*_PROXY$|[a-z]*_proxy$)/;

const bare = (name: string) => name.toUpperCase().replace(/[-_.\s]/g, '');

function isSlip(given: string, setting: string): boolean {
  const [one, other] = [bare(given), bare(setting)];
  if (one === other) return true;
  if (other.length < 6) return false;
  const allowed = other.length < 10 ? 1 : 2;
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

/** Edits between two names, a swap of neighbours counted as one. */
function distance(one: string, other: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
