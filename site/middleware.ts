// Before every page on demand: the server is told which one it is, for what it says of slow ones. After it: a script that
// has posted a form is told where that leads, for a browser would fetch that page twice.
import type { MiddlewareHandler } from 'astro';
import { byScriptHeader } from '../api/forms/by-script.ts';

export const onRequest: MiddlewareHandler = async (
  { isPrerendered, locals, request, routePattern },
  next,
) => {
  if (isPrerendered) return await next();
  locals.routeIs?.(routePattern);
  const response = await next();
  if (response.status !== 303 || !request.headers.has(byScriptHeader)) return response;
  return new Response(null, { status: 204, headers: response.headers });
};
