// Every request comes in here: checked once, then sent through one of three doors (API, built site, pages on demand).
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { createApp } from '../app.ts';
import { log } from '../http/log.ts';
import type { Portal } from '../portal.ts';
import { addressHeader, clientAddress, stampAddress } from './address.ts';
import type { Site } from './files.ts';
import { limitsOf, limitTime, readForm } from './form-body.ts';
import { isFromHere, isOneClick } from './origin.ts';
import { pageDoor, type PageHandler } from './pages.ts';
import { isApi, refuse } from './refusal.ts';
import { squeezed } from './squeeze.ts';
import { findFile, sendFile, sendNotFound } from './static.ts';
import { isHost, parseTarget, type Target } from './target.ts';

/** Read anew at every request: whoever holds it may put another site, pages and API in (api/start/turn-over.ts). */
export type Doors = {
  portal: Pick<Portal, 'env' | 'keys' | 'now'>;
  app: Pick<ReturnType<typeof createApp>, 'fetch'>;
  site: Site;
  pages: PageHandler;
  securityHeaders: [string, string][];
};

export function createListener(doors: Doors): RequestListener {
  const { portal, securityHeaders } = doors;
  const { PUBLIC_ORIGIN: publicOrigin, TRUST_PROXY: trustProxy } = portal.env;
  const isHttps = publicOrigin?.startsWith('https://') ?? false;
  const answerPage = pageDoor(
    (...visit) => doors.pages(...visit),
    (request, bindings) => doors.app.fetch(request, bindings),
    portal,
  );
  const answerApi = getRequestListener((request, { incoming }) =>
    doors.app.fetch(request, { clientAddress: String(incoming.headers[addressHeader]) }),
  );

  return function listen(req: IncomingMessage, res: ServerResponse): void {
    const target = parseTarget(req.url ?? '');
    const file = target && isRead(req) ? findFile(doors.site, target.path) : undefined;
    // The headers of files are made beforehand: this is the way of most requests.
    if (file) return sendFile(req, res, file);
    for (const [name, value] of securityHeaders) res.setHeader(name, value);
    answer(req, res, target).catch((error: unknown) => fail(res, req.url ?? '/', error));
  };

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    target: Target | undefined,
  ): Promise<void> {
    const host = publicOrigin ? new URL(publicOrigin).host : req.headers.host;
    if (!target || !isHost(host))
      return refuse(res, req.url ?? '/', 'bad-request', 'Địa chỉ này không hợp lệ.');
    const { path } = target;
    const sender = senderOf(req, host);
    if (!isFromHere(sender, publicOrigin) && !isOneClick(path, sender)) {
      log.warn({ host }, 'unsafe request from another origin refused');
      return refuse(res, path, 'wrong-origin', 'Hãy mở lại biểu mẫu trên cổng này rồi gửi lại.');
    }
    limitTime(req, limitsOf(path, req.headers['content-type']));
    stampAddress(req, clientAddress(req, trustProxy));
    presentAs(req, host, isHttps);
    if (isApi(path)) return answerApi(req, res);
    if (path !== '/' && path.endsWith('/')) return redirect(res, path.replace(/\/+$/, '') + target.query);
    await throughPages(req, res, target, host);
  }

  async function throughPages(
    req: IncomingMessage,
    res: ServerResponse,
    { path }: Target,
    host: string,
  ): Promise<void> {
    if (!isRead(req)) {
      const isFile = findFile(doors.site, path) !== undefined;
      if (isFile || req.method !== 'POST') {
        res.setHeader('allow', isFile ? 'GET, HEAD' : 'GET, HEAD, POST');
        return refuse(res, path, 'method-not-allowed', 'Hãy mở lại trang này bằng trình duyệt.');
      }
      const limits = limitsOf(path, req.headers['content-type']);
      const body = await readForm(req, res, limits);
      if (body === 'too-large') return refuse(res, path, body, tooLarge(limits.maxBytes));
      if (body === 'too-many') return refuse(res, path, body, tooBusy);
      Object.assign(req, { body });
    }
    const origin = publicOrigin ?? `http://${host}`;
    squeezed(req, res, path);
    await answerPage(req, res, origin, () => sendNotFound(req, res, doors.site));
  }
}

const tooBusy = 'Nhiều người đang gửi tệp cùng lúc. Hãy quay lại trang trước và gửi lại sau một phút.';
const tooLarge = (maxBytes: number) =>
  maxBytes < 1024 * 1024
    ? `Mỗi lần gửi không quá ${maxBytes / 1024} KB. Hãy viết ngắn lại.`
    : 'Các tệp gửi lên quá lớn. Hãy quay lại trang trước và bỏ bớt tệp.';

const isRead = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD';

const senderOf = ({ method = 'GET', headers }: IncomingMessage, host: string) => ({
  method,
  host,
  origin: headers.origin,
  fetchSite: headers['sec-fetch-site'] as string | undefined,
  contentType: headers['content-type'],
  hasCookie: headers.cookie !== undefined,
});

// Astro and Hono read the address of a page from the Host header and from whether the socket is encrypted; behind
// a proxy that speaks https for us, both must tell what people see.
function presentAs(req: IncomingMessage, host: string, isHttps: boolean): void {
  req.headers.host = host;
  if (isHttps) Object.assign(req.socket, { encrypted: true });
}

function redirect(res: ServerResponse, location: string): void {
  res.writeHead(308, { location, 'cache-control': 'no-cache' });
  res.end();
}

function fail(res: ServerResponse, path: string, error: unknown): void {
  // The visitor left in the middle: nobody to answer, nothing wrong.
  if (res.destroyed) return;
  log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a door failed');
  if (res.headersSent) res.destroy();
  else refuse(res, path, 'internal', 'Hãy thử lại sau ít phút.');
}
