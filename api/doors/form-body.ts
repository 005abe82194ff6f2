// The body of a page's form, read within limits of size, time and memory before the page sees it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxFileBytes, maxFiles } from '../attachments/upload.ts';
import { uploadPath } from '../http/limits.ts';

export const maxFormBytes = 128 * 1024;
/** Five files of the largest size: that they are too much together is said by the form, with everything typed kept. */
const maxFormWithFilesBytes = maxFiles * maxFileBytes + 1024 * 1024;
/** What all forms that are being read or answered may hold in memory together. */
const maxHeldBytes = 320 * 1024 * 1024;
let heldBytes = 0;

const patienceMs = 30_000;
/** Fifty megabytes at 1.4 Mbit/s. */
const patienceWithFilesMs = 300_000;

const formsWithFiles = new Set(['/phan-anh/gui', '/tra-cuu/ho-so', '/can-bo/niem-yet']);

export type BodyLimits = { maxBytes: number; patienceMs: number };

/** How large a body may be at a path, and how long it may take to come. */
export function limitsOf(path: string, contentType = ''): BodyLimits {
  const hasFiles = path === uploadPath || formsWithFiles.has(path);
  return hasFiles && /^multipart\/form-data\b/i.test(contentType)
    ? { maxBytes: maxFormWithFilesBytes, patienceMs: patienceWithFilesMs }
    : { maxBytes: maxFormBytes, patienceMs };
}

/** Cuts the connection of a request whose body is not there in time. */
export function limitTime(req: IncomingMessage, limits: BodyLimits): void {
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, limits.patienceMs);
  req.once('close', () => clearTimeout(timer));
}

/** Reads the body; what is over a limit is thrown away, not kept. */
export async function readForm(
  req: IncomingMessage,
  res: ServerResponse,
  { maxBytes }: BodyLimits,
): Promise<Buffer | 'too-large' | 'too-many'> {
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > maxBytes) return leave(req, 'too-large');
  const chunks: Buffer[] = [];
  let bytes = 0;
  res.once('close', () => (heldBytes -= bytes));
  // Leaving the loop must not destroy the request: the refusal has still to reach the visitor.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (bytes + chunk.length > maxBytes) return leave(req, 'too-large');
    if (heldBytes + chunk.length > maxHeldBytes) return leave(req, 'too-many');
    bytes += chunk.length;
    heldBytes += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function leave<Why>(req: IncomingMessage, why: Why): Why {
  req.resume();
  return why;
}
