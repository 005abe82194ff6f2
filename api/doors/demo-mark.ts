// Marks every page of a demonstration, built or made on demand, where its body begins.
import type { ServerResponse } from 'node:http';
import { demoWords, englishDemoWords } from '../text/demo-words.ts';

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

/** Pages without a head or body of their own (a refusal at the door) get the words alone. */
export function markedAsDemo(html: string): string {
  const banner = /<html lang="en"/i.test(html.slice(0, 200)) ? english : vietnamese;
  const headed = html.replace(/<head\b[^>]*>/i, (head) => `${head}${robots}${style}`);
  const marked = headed.replace(/<body\b[^>]*>/i, (body) => `${body}${banner}`);
  return marked === headed ? html.replace(/<h1\b/i, `${banner}<h1`) : marked;
}

/** Whatever is answered from now on goes out whole at its end, marked where it is a page. */
export function markDemo(res: ServerResponse): void {
  const chunks: Buffer[] = [];
  const end = res.end.bind(res) as (body: Buffer) => ServerResponse;
  const take = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, (encoding ?? 'utf8') as BufferEncoding));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const isPage = () => String(res.getHeader('content-type') ?? '').startsWith('text/html');
  res.write = ((chunk: unknown, ...rest: unknown[]) => {
    take(chunk, typeof rest[0] === 'string' ? rest[0] : undefined);
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  }) as typeof res.write;
  res.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (typeof chunk !== 'function') take(chunk, typeof rest[0] === 'string' ? rest[0] : undefined);
    const body = Buffer.concat(chunks);
    const sent = isPage() && body.length > 0 ? Buffer.from(markedAsDemo(body.toString('utf8'))) : body;
    if (!res.headersSent && res.hasHeader('content-length')) res.setHeader('content-length', sent.length);
    for (const one of [chunk, ...rest]) if (typeof one === 'function') res.once('finish', one as () => void);
    return end(sent);
  }) as typeof res.end;
}
