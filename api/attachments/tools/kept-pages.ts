// Pages that were just drawn, kept for a moment: the page of a file and the frame in it draw each page once.

const forMs = 30_000;
const most = 6;
const kept = new Map<string, Promise<unknown>>();

/** What `draw` gave for this key within the last half minute, else drawn now. Failures are not kept. */
export function drawnOnce<Drawn>(key: string, draw: () => Promise<Drawn>): Promise<Drawn> {
  const known = kept.get(key);
  if (known) return known as Promise<Drawn>;
  const drawing = draw();
  kept.set(key, drawing);
  const forget = () => {
    if (kept.get(key) === drawing) kept.delete(key);
  };
  setTimeout(forget, forMs).unref();
  drawing.catch(forget);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return drawing;
}
