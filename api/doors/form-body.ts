// The body of a page's form, read within a limit before the page sees it.
import type { IncomingMessage } from 'node:http';

export const maxFormBytes = 128 * 1024;

/** Reads the body; undefined when it is larger than the limit (what is over is thrown away, not kept). */
export async function readForm(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = Number(req.headers['content-length'] ?? 0) > maxFormBytes ? Infinity : 0;
  // Leaving the loop must not destroy the request: the refusal has still to reach the visitor.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxFormBytes) break;
    chunks.push(chunk);
  }
  if (bytes <= maxFormBytes) return Buffer.concat(chunks);
  req.resume();
  return undefined;
}
