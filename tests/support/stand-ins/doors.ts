// The three doors on a real socket, with a small built site, a small API and a small handler of pages behind them.
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import zlib from 'node:zlib';
import { Hono } from 'hono';
import { openDatabase } from '../../../api/db/open.ts';
import { doorServer } from '../../../api/doors/door-server.ts';
import { readSite } from '../../../api/doors/files.ts';
import { createListener } from '../../../api/doors/listener.ts';
import type { PageHandler } from '../../../api/doors/pages.ts';
import type { PageDoors } from '../../../api/forms/page-door.ts';
import { securityHeaders } from '../../../api/doors/security-headers.ts';
import { readEnvironment } from '../../../api/portal/env.ts';
import { temporaryFolder } from '../run/folder.ts';

export type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** Opens the doors; `pages` is the handler behind the third one. */
export async function openDoors({
  env = {},
  pages = noPage,
  declared = new Map(),
}: { env?: Record<string, string>; pages?: PageHandler; declared?: PageDoors } = {}) {
  const environment = readEnvironment({
    LOG_LEVEL: 'silent',
    DATA_DIR: await temporaryFolder(),
    ...env,
  });
  const always = securityHeaders(environment.PUBLIC_ORIGIN);
  const listener = createListener({
    portal: {
      env: environment,
      keys: { master: Buffer.from('a key of the tests, 32 bytes or more') },
      now: () => new Date('2026-03-02T08:00:00+07:00'),
      // No database: budgets are counted in the process.
      db: openDatabase('postgres://nobody@127.0.0.1:1/nowhere', 1),
    },
    app: smallApi(),
    site: await readSite(await smallSite(), always),
    pages,
    declared,
    securityHeaders: always,
  });
  const server = doorServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    host: `127.0.0.1:${port}`,
    /** Sends a request with its target exactly as given. */
    ask: (
      target: string,
      options: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer } = {},
    ) => ask(port, target, options),
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

const noPage: PageHandler = async (_req, _res, next) => next();

function smallApi() {
  const api = new Hono<{ Bindings: { clientAddress?: string } }>().basePath('/api');
  api.all('/echo', async (c) =>
    c.json({
      method: c.req.method,
      url: c.req.url,
      clientAddress: c.env.clientAddress,
      header: new Headers(c.req.raw.headers).get('x-client-address'),
      cookie: c.req.header('cookie') ?? null,
      body: await c.req.text(),
    }),
  );
  api.post('/staff/cases/1/steps', (c) => c.body(null, 204));
  api.get('/away', (c) => c.json({ code: 'database-away' }, 503));
  return api;
}

async function smallSite(): Promise<string> {
  const folder = await temporaryFolder();
  await fs.mkdir(path.join(folder, '_tep'));
  const files: Record<string, string> = {
    'index.html': '<h1>Trang đầu</h1><live-part data-from="/trang-dau/hom-nay"></live-part>',
    'thu-tuc.html': `<h1>Thủ tục</h1>${'<p>Một dòng chữ dài.</p>'.repeat(50)}`,
    '404.html': '<h1>Không tìm thấy trang</h1>',
    '500.html': '<h1>Hệ thống gặp lỗi</h1>',
    '_tep/site.a1b2.css': 'body{}',
  };
  for (const [name, text] of Object.entries(files)) {
    await fs.writeFile(path.join(folder, name), text);
    if (name !== 'thu-tuc.html') continue;
    await fs.writeFile(path.join(folder, `${name}.br`), zlib.brotliCompressSync(text));
    await fs.writeFile(path.join(folder, `${name}.gz`), zlib.gzipSync(text));
  }
  return folder;
}

function ask(
  port: number,
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = http.request(
      { host: '127.0.0.1', port, path: target, method, headers, agent: false },
      (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}
