// The door of the pages that must know the visitor: Astro's handler, with the API in process at hand.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiClient } from '../client.ts';
import { seal, unseal } from '../crypto/keys.ts';
import { takeOff } from '../http/loop-watch.ts';
import { pageToken } from '../crypto/page-token.ts';
import { retryAfter } from '../problems/problem.ts';
import type { Portal } from '../portal/portal.ts';
import { addressHeader } from './address.ts';

type Next = (error?: unknown) => void;
/** Astro's handler in middleware mode; it calls `next` where it has no page. */
export type PageHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: Next,
  locals: object,
) => Promise<void>;
type AppFetch = (request: Request, bindings: { clientAddress: string }) => Response | Promise<Response>;

export function pageDoor(
  handler: PageHandler,
  fetch: AppFetch,
  { now, keys, env }: Pick<Portal, 'now' | 'keys' | 'env'>,
) {
  return async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    { origin, publicOrigin }: { origin: string; publicOrigin: string },
    next: Next,
    more: object = {},
  ): Promise<void> {
    const address = String(req.headers[addressHeader]);
    const requestId = crypto.randomUUID();
    const flight = takeOff(`${req.method} page`);
    res.once('close', flight.land);
    const locals = {
      api: apiClient(
        async (input, init) => {
          const response = await fetch(new Request(input, init), { clientAddress: address });
          if (response.status === 503) locals.isDatabaseAway = true;
          locals.retryAfter ??= response.headers.get('retry-after') ?? undefined;
          return response;
        },
        {
          [addressHeader]: address,
          ...(req.headers.cookie && { cookie: req.headers.cookie }),
          ...(req.headers['user-agent'] && { 'user-agent': req.headers['user-agent'] }),
        },
      ),
      origin,
      publicOrigin,
      isOriginKnown: env.PUBLIC_ORIGIN !== undefined,
      clientAddress: address,
      now: now(),
      vault: {
        seal: (text: string) => seal(keys, 'visitor-cookie', text),
        unseal: (sealed: string) => unseal(keys, 'visitor-cookie', sealed),
      },
      requestId,
      isDatabaseAway: false,
      retryAfter: undefined as string | undefined,
      routeIs: (pattern: string) => flight.routeIs(`${req.method} ${pattern}`),
      pageToken: () => pageToken(keys, now(), req.headers.cookie),
      ...more,
    };
    res.setHeader('cache-control', 'no-store');
    res.setHeader('x-request-id', requestId);
    finishHead(res, locals);
    await handler(req, res, next, locals);
  };
}

// A page that failed because the database is away is not broken: 503, and worth another try. Whatever may be tried
// again says when; every text says in which letters it is written.
function finishHead(
  res: ServerResponse,
  locals: { isDatabaseAway: boolean; retryAfter: string | undefined },
): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
  res.writeHead = ((given: number, ...rest: unknown[]) => {
    const status = given === 500 && locals.isDatabaseAway ? 503 : given;
    const seconds = retryAfter(status);
    if (seconds !== undefined && !res.hasHeader('retry-after'))
      res.setHeader('retry-after', locals.retryAfter ?? String(seconds));
    for (const headers of [...rest, undefined])
      if (headers === undefined || (typeof headers === 'object' && !Array.isArray(headers)))
        nameCharset(res, headers);
    return writeHead(status, ...rest);
  }) as typeof res.writeHead;
}

function nameCharset(res: ServerResponse, headers: object | null | undefined): void {
  const given = headers as Record<string, unknown> | null | undefined;
  const name = given && Object.keys(given).find((key) => key.toLowerCase() === 'content-type');
  const type = name && given ? given[name] : res.getHeader('content-type');
  if (typeof type !== 'string' || !/^text\/(?:html|plain|xml)$/i.test(type.trim())) return;
  if (name && given) given[name] = `${type}; charset=utf-8`;
  else res.setHeader('content-type', `${type}; charset=utf-8`);
}
