// Marks what goes out of a demonstration, built or made on demand: pages where their body begins, tables and data files in
// their first line and in their name.
import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import { demoFile, demoMark, demoWords, englishDemoWords } from '../text/demo-words.ts';

/** Its looks lie in site/public, so that no page of a real portal carries them. */
const style = '<link rel="stylesheet" href="/minh-hoa.css">';
const robots = '<meta name="robots" content="noindex, nofollow">';
const bannerOf = (words: string, told: string) =>
  `<aside class="demo-mark" aria-label="${words}"><strong>${words}</strong>: ${told}</aside>`;
const vietnamese = bannerOf(
  demoWords,
  'hồ sơ, tên và số liệu ở đây đều do máy dựng ra để xem thử, không phải của cơ quan.',
);
const english = bannerOf(
  englishDemoWords,
  'cases, names and figures here are made up by a machine for trying out, they are not those of the department.',
);

/** Pages without a head or body of their own (a refusal at the door) get the words alone; what is marked stays as it is. */
export function markedAsDemo(html: string): string {
  const banner = /<html lang="en"/i.test(html.slice(0, 200)) ? english : vietnamese;
  // What stands in a frame of a page stands under that page's mark, and takes in no style from outside.
  if (html.includes(banner) || /^<!doctype html><html[^>]* data-framed[ >]/.test(html.slice(0, 200)))
    return html;
  const headed = html.replace(/<head\b[^>]*>/i, (head) => `${head}${robots}${style}`);
  const marked = headed.replace(/<body\b[^>]*>/i, (body) => `${body}${banner}`);
  return marked === headed ? html.replace(/<h1\b/i, `${banner}<h1`) : marked;
}

/** A table gets a line of its own above its heads, an open data file a member of its first object; others stay. */
export function fileMarkedAsDemo(type: string, text: string): string {
  if (type.startsWith('text/csv')) return text.replace(/^\uFEFF?/, (bom) => `${bom}${demoMark}\r\n`);
  if (/^application\/(?:x-ndjson|ld\+json)/.test(type))
    return text.replace(/^\{/, `{${JSON.stringify('demo')}:${JSON.stringify(demoMark)},`);
  return text;
}

/** A Content-Disposition whose file is told by its name too. */
export const namedAsDemo = (disposition: string): string =>
  disposition.replace(
    new RegExp(`(filename=")(?!${demoFile})`),
    (_, before: string) => `${before}${demoFile}`,
  );

/** What a built file of the open data is called when it is saved; its bytes are what its checksum is of. */
export const demoHeadersOf = (name: string): [string, string][] => {
  const file = /^du-lieu\/([\w-]+\.(?:csv|json))$/.exec(name)?.[1];
  return file ? [['content-disposition', namedAsDemo(`inline; filename="${file}"`)]] : [];
};

function marked(type: string, body: Buffer): Buffer {
  if (body.length === 0) return body;
  if (type.startsWith('text/html')) return Buffer.from(markedAsDemo(body.toString('utf8')));
  return /csv|json/.test(type) ? Buffer.from(fileMarkedAsDemo(type, body.toString('utf8'))) : body;
}

/** Whatever is answered from now on goes out whole at its end, marked where it is a page or a file of data. */
export function markDemo(res: ServerResponse): void {
  const chunks: Buffer[] = [];
  const end = res.end.bind(res) as (body: Buffer) => ServerResponse;
  const writeHead = res.writeHead.bind(res);
  const take = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, (encoding ?? 'utf8') as BufferEncoding));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  // Headers wait for the end: the mark makes an answer longer and gives its file another name.
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status;
    const given = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
    for (const [name, value] of headersIn(given)) res.setHeader(name, value);
    return res;
  }) as typeof res.writeHead;
  res.flushHeaders = () => {};
  res.write = ((chunk: unknown, ...rest: unknown[]) => {
    take(chunk, typeof rest[0] === 'string' ? rest[0] : undefined);
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  }) as typeof res.write;
  res.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (typeof chunk !== 'function') take(chunk, typeof rest[0] === 'string' ? rest[0] : undefined);
    const body = Buffer.concat(chunks);
    const sent = marked(String(res.getHeader('content-type') ?? ''), body);
    const disposition = res.getHeader('content-disposition');
    if (typeof disposition === 'string') res.setHeader('content-disposition', namedAsDemo(disposition));
    if (res.hasHeader('content-length') && body.length > 0) res.setHeader('content-length', sent.length);
    for (const one of [chunk, ...rest]) if (typeof one === 'function') res.once('finish', one as () => void);
    // Node writes the headers by it as the body goes.
    res.writeHead = writeHead;
    return end(sent);
  }) as typeof res.end;
}

/** Headers as `writeHead` takes them: an object, or names and values one after the other. */
function headersIn(given: object): [string, OutgoingHttpHeader][] {
  if (!Array.isArray(given)) return Object.entries(given) as [string, OutgoingHttpHeader][];
  const flat = given as OutgoingHttpHeader[];
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[String(name), flat[at + 1] ?? '']] : []));
}
