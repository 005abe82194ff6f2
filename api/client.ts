// The typed client of the API. Pages and tests call the API in process through it; nothing goes over the network.
import { hc } from 'hono/client';
import type { Api } from './portal/app.ts';

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Response | Promise<Response>;

/** A client over a given fetch; `headers` go with every call (the visitor's cookie, for one). */
export function apiClient(fetch: Fetch, headers: Record<string, string> = {}) {
  return hc<Api>('http://portal.internal', { fetch, headers });
}
export type ApiClient = ReturnType<typeof apiClient>;
