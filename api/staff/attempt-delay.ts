// How long whoever fails has to wait before the next try. Pure.

type Gate = {
  /** So many failures cost nothing: people mistype. */
  free: number;
  /** The wait after the first failure past them; it doubles with each further one. */
  firstSeconds: number;
  longestSeconds: number;
  /** After so long without a failure all is forgotten. */
  forgetSeconds: number;
};

const hours = 3_600;

/**
 * What is counted, each for itself. A log-in from a known device is counted on that device alone, one from a network
 * where the account has signed in lately on account and network together; everybody else also on the account and on the
 * network. So strangers slow down strangers and nobody else.
 *
 * Brute force: whoever is no known device has at most 30 + 86,400 s / 300 s = 318 tries a day at one account, however
 * many networks take part, below 2^17 (105,150 + 30) a year. A network that is known adds 96 a day until it has failed
 * twenty times. A password passes only when it takes an estimated 10^9 guesses (password-strength.ts), so a year of
 * trying finds one with a chance below 1 in 9,000; a random first password has 31^20, about 2^99.
 */
export const gates = {
  device: { free: 5, firstSeconds: 15, longestSeconds: 900, forgetSeconds: 24 * hours },
  pair: { free: 5, firstSeconds: 15, longestSeconds: 900, forgetSeconds: 24 * hours },
  account: { free: 30, firstSeconds: 15, longestSeconds: 300, forgetSeconds: 24 * hours },
  network: { free: 60, firstSeconds: 5, longestSeconds: 600, forgetSeconds: hours },
  wide: { free: 240, firstSeconds: 5, longestSeconds: 600, forgetSeconds: hours },
  /** Passwords and codes typed inside an open session. */
  session: { free: 5, firstSeconds: 15, longestSeconds: 900, forgetSeconds: 24 * hours },
} as const satisfies Record<string, Gate>;
export type GateName = keyof typeof gates;

/** Past so many failures a known device or network is a stranger again. */
export const knownFailures = 20;

/** Seconds to wait after the given number of failures in a row. */
export function delayAfter(name: GateName, failures: number): number {
  const { free, firstSeconds, longestSeconds } = gates[name];
  if (failures < free) return 0;
  return Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - free, 20));
}

export type Attempts = { failures: number; lastAt: Date };

/** The failures that still count at `now`. */
export const standing = (name: GateName, attempts: Attempts | undefined, now: Date): number =>
  attempts && now.getTime() - attempts.lastAt.getTime() < gates[name].forgetSeconds * 1_000
    ? attempts.failures
    : 0;

/** Milliseconds still to wait until `freeAt`; none where a clock has been set back by more than any wait. */
export function waitLeft(name: GateName, freeAt: Date | undefined, now: Date): number {
  const left = freeAt ? freeAt.getTime() - now.getTime() : 0;
  return left > 0 && left <= gates[name].longestSeconds * 1_000 ? left : 0;
}
