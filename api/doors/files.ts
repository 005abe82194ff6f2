// The built site, read into memory once, each file with its headers ready to send. What has a brotli twin is kept in
// brotli and in gzip only: the few who take neither get it unpacked (ten thousand pages would fill the memory).
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { demoHeadersOf, markedAsDemo } from './demo-mark.ts';
import { fewAtATime } from '../content/few-at-a-time.ts';
import type { Language } from '../languages/language.ts';
import { partIn } from './part-tag.ts';

export type Encoding = 'br' | 'gzip' | 'plain';
/** `headers` go with 304, `fullHeaders` with the body; both flat: name, value, name, value. */
export type Variant = {
  encoding: Encoding;
  etag: string;
  /** Undefined: unpacked from the brotli variant when it is asked for. */
  body: Buffer | undefined;
  headers: string[];
  fullHeaders: string[];
};
/** `part`: the address of what is put into it when it is asked for (living-parts.ts). */
export type SiteFile = { variants: Variant[]; part?: string | undefined };
export type Site = {
  /** Keyed by the path that people ask for: `/thu-tuc`, `/_tep/a1b2.css`. */
  files: Map<string, SiteFile>;
  notFound: SiteFile | undefined;
  /** Below /en. */
  notFoundInEnglish?: SiteFile | undefined;
  /** What is shown where a page fails. */
  failed?: Record<Language, SiteFile | undefined>;
};

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

/** Reads everything below a folder; `always` are headers that every answer carries. Pages of a demonstration are marked. */
export async function readSite(
  folder: string,
  always: [string, string][] = [],
  { isDemo = false } = {},
): Promise<Site> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const names = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))),
  );
  const originals = [...names].filter((name) => !isCompressedTwin(name, names));
  const read = await fewAtATime(
    originals,
    async (name) =>
      [
        publicPath(name),
        await readFile(
          folder,
          name,
          names,
          isDemo ? [...always, ...demoHeadersOf(name)] : always,
          isDemo && name.endsWith('.html'),
        ),
      ] as const,
  );
  const files = new Map(read);
  const notFound = files.get('/404');
  const notFoundInEnglish = files.get('/en/404');
  const failed = { vi: files.get('/500'), en: files.get('/en/500') };
  for (const page of ['/404', '/en/404', '/500', '/en/500']) files.delete(page);
  return { files, notFound, notFoundInEnglish, failed };
}

const isCompressedTwin = (name: string, names: Set<string>) =>
  /\.(?:br|gz)$/.test(name) && names.has(name.slice(0, -3));

// index.html -> /, thu-tuc.html -> /thu-tuc, thu-tuc/index.html -> /thu-tuc
function publicPath(name: string): string {
  const place = `/${name.split(path.sep).join('/')}`;
  return place.endsWith('.html') ? place.slice(0, -5).replace(/\/index$/, '') || '/' : place;
}

async function readFile(
  folder: string,
  name: string,
  names: Set<string>,
  always: [string, string][],
  isMarked: boolean,
): Promise<SiteFile> {
  const built = await fs.readFile(path.join(folder, name));
  // What lies packed beside a page that is marked is the page without its mark.
  if (isMarked) return siteFile(name, Buffer.from(markedAsDemo(built.toString('utf8'))), {}, always);
  const twin = async (ending: string) =>
    names.has(name + ending) ? await fs.readFile(path.join(folder, name + ending)) : undefined;
  return siteFile(name, built, { br: await twin('.br'), gzip: await twin('.gz') }, always);
}

type Packed = { br?: Buffer | undefined; gzip?: Buffer | undefined };

/** A file as it is sent; `name` is its path below the built folder. */
export function siteFile(
  name: string,
  plain: Buffer,
  packed: Packed,
  always: readonly [string, string][],
): SiteFile {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const variant = (encoding: Encoding, body: Buffer | undefined): Variant[] => {
    if (!body) return [];
    const etag = encoding === 'plain' ? `"${hash}"` : `"${hash}-${encoding}"`;
    const headers = [...headersOf(name, etag, encoding), ...always].flat();
    const isKept = encoding !== 'plain' || !packed.br;
    const fullHeaders = [...headers, 'content-length', String(body.length)];
    return [{ encoding, etag, body: isKept ? body : undefined, headers, fullHeaders }];
  };
  return {
    variants: [...variant('br', packed.br), ...variant('gzip', packed.gzip), ...variant('plain', plain)],
    ...(name.endsWith('.html') && { part: partIn(plain) }),
  };
}

/** The bytes of a file without its packing. */
export function plainOf({ variants }: SiteFile): Buffer {
  const plain = variants.find(({ encoding }) => encoding === 'plain')?.body;
  if (plain) return plain;
  const packed = variants.find(({ encoding }) => encoding === 'br')?.body;
  if (!packed) throw new Error('A file without a body');
  return zlib.brotliDecompressSync(packed);
}

function headersOf(name: string, etag: string, encoding: Encoding): [string, string][] {
  return [
    ['content-type', types[path.extname(name).slice(1)] ?? 'application/octet-stream'],
    ['cache-control', cacheOf(name)],
    ['etag', etag],
    ['vary', 'Accept-Encoding'],
    ...(encoding === 'plain' ? [] : ([['content-encoding', encoding]] satisfies [string, string][])),
  ];
}

/** The workers of the form without a line: a browser must see a new one at once. */
const workers = new Set(['phan-anh/giu-bieu-mau.js', 'en/keep-form.js'].map(path.normalize));

// Names below _tep/ carry a hash of their content: they never change.
function cacheOf(name: string): string {
  if (name.startsWith(`_tep${path.sep}`)) return 'public, max-age=31536000, immutable';
  return name.endsWith('.html') || workers.has(name) ? 'no-cache' : 'public, max-age=3600';
}
