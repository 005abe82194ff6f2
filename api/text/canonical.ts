// One text for equal values: JSON with the keys of every object in order. Seals and fingerprints are made over it. Pure.

/** The canonical JSON of a value; the order of keys does not count, the order of lists does. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
