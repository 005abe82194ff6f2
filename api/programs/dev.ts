// npm run dev: the portal with pages made from their sources at every visit, by Astro's own server behind the same door.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { dev } from 'astro';
import type { PageHandler } from '../doors/pages.ts';
import { gatherDoors } from '../start/page-doors.ts';
import { serve } from './serve.ts';

/** Where Astro looks for what a host passes on with a request. */
const localsKey = Symbol.for('astro.locals');

serve(async () => {
  // Its own address serves the news of changed files alone; a browser finds it by itself.
  const astro = await dev({
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 4399, allowedHosts: true },
  });
  const pages: PageHandler = async (req, res, _next, locals) => {
    const finished = once(res, 'close');
    astro.handle(Object.assign(unread(req), { [localsKey]: locals }), res);
    await finished;
  };
  return {
    site: { files: new Map(), notFound: undefined },
    pages,
    declared: await gatherDoors('./site/pages'),
    // The scripts and styles of Astro's server stand in the page, which the portal itself never allows.
    securityHeaders: [],
    follow: () => Promise.resolve(() => void astro.stop()),
  };
});

/** A form has been read by the door and is in `locals`; Astro would wait for it once more, so it gets an empty one. */
function unread(req: IncomingMessage): IncomingMessage {
  if (req.method === 'GET' || req.method === 'HEAD') return req;
  const { method, url, headers, rawHeaders, httpVersion, socket } = req;
  const empty = Readable.from([]);
  return Object.assign(empty, { method, url, headers, rawHeaders, httpVersion, socket }) as IncomingMessage;
}
