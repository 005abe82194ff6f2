// The door of the built site: pages and assets from memory.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageAt } from '../languages/language.ts';
import { plainOf, type Encoding, type Site, type SiteFile, type Variant } from './files.ts';

/** The file at a path of a request, percent-encoded or not. */
export function findFile(site: Site, path: string): SiteFile | undefined {
  return site.files.get(path) ?? (path.includes('%') ? site.files.get(decodeURIComponent(path)) : undefined);
}

/** Sends a file in the best encoding the visitor takes, or 304 when the visitor has it. */
export function sendFile(req: IncomingMessage, res: ServerResponse, file: SiteFile): void {
  const variant = choose(file, req.headers['accept-encoding']);
  if (holds(req.headers['if-none-match'], variant.etag)) {
    res.writeHead(304, variant.headers);
    res.end();
    return;
  }
  send(req, res, 200, variant, file);
}

/** Sends the page for an address that does not exist. */
export function sendNotFound(req: IncomingMessage, res: ServerResponse, site: Site): void {
  const inEnglish = languageAt((req.url ?? '').replace(/\?.*$/s, '')) === 'en';
  const notFound = (inEnglish ? site.notFoundInEnglish : undefined) ?? site.notFound;
  if (notFound) return send(req, res, 404, choose(notFound, req.headers['accept-encoding']), notFound);
  res.writeHead(404, ['content-type', 'text/plain; charset=utf-8']);
  res.end('Không tìm thấy trang này.');
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  { body, fullHeaders }: Variant,
  file: SiteFile,
): void {
  res.writeHead(status, fullHeaders);
  res.end(req.method === 'HEAD' ? undefined : (body ?? plainOf(file)));
}

function choose({ variants }: SiteFile, accepted = ''): Variant {
  const variant = variants.find(({ encoding }) => encoding === 'plain' || accepts(accepted, encoding));
  if (!variant) throw new Error('A file without its plain form');
  return variant;
}

function accepts(accepted: string, encoding: Encoding): boolean {
  const at = accepted.split(',').find((entry) => entry.split(';')[0]?.trim() === encoding);
  return at !== undefined && !/;\s*q=0(?:\.0*)?\s*$/.test(at);
}

// A proxy may have weakened the tag; the bytes are the same.
const holds = (known: string | undefined, etag: string) =>
  known !== undefined &&
  (known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
