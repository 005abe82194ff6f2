// For whom passkeys sign: where browsers keep any, and under which name. Pure.

/** For whom a key signs: an origin, and the name under which browsers keep the key. */
export type Party = { origin: string; id: string };

/** Undefined where browsers keep no passkeys: an address of digits, or one without https that is not the machine itself. */
export function partyOf(origin: string): Party | undefined {
  const { protocol, hostname } = new URL(origin);
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return undefined;
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || isHere ? { origin, id: hostname } : undefined;
}
