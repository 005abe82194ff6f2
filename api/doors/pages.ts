// The door of the pages that must know the visitor: Astro's handler, with the API in process at hand.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiClient } from '../client.ts';
import { seal, unseal } from '../http/keys.ts';
import type { Portal } from '../portal.ts';
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

export function pageDoor(handler: PageHandler, fetch: AppFetch, { now, keys }: Pick<Portal, 'now' | 'keys'>) {
  return async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    origin: string,
    next: Next,
  ): Promise<void> {
    const address = String(req.headers[addressHeader]);
    const requestId = crypto.randomUUID();
    const locals = {
      api: apiClient(
        async (input, init) => {
          const response = await fetch(new Request(input, init), { clientAddress: address });
          if (response.status === 503) locals.isDatabaseAway = true;
          return response;
        },
        { [addressHeader]: address, ...(req.headers.cookie && { cookie: req.headers.cookie }) },
      ),
      origin,
      clientAddress: address,
      now: now(),
      vault: {
        seal: (text: string) => seal(keys, 'visitor-cookie', text),
        unseal: (sealed: string) => unseal(keys, 'visitor-cookie', sealed),
      },
      requestId,
      isDatabaseAway: false,
    };
    res.setHeader('cache-control', 'no-store');
    res.setHeader('x-request-id', requestId);
    tellWhenAway(res, () => locals.isDatabaseAway);
    await handler(req, res, next, locals);
  };
}

// A page that failed because the database is away is not broken: 503, and worth another try.
function tellWhenAway(res: ServerResponse, isAway: () => boolean): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || !isAway()) return writeHead(status, ...rest);
    res.setHeader('retry-after', '30');
    return writeHead(503, ...rest);
  }) as typeof res.writeHead;
}
