// Before every page on demand: the server is told which one it is, for what it says of slow ones. After it: a script that
// has posted a form is told where that leads, for a browser would fetch that page twice. A page that fails is
// answered in its own language.
import type { MiddlewareHandler } from 'astro';
import { byScriptHeader } from '../api/forms/by-script.ts';

export const onRequest: MiddlewareHandler = async (
  { isPrerendered, locals, request, routePattern },
  next,
) => {
  if (isPrerendered) return await next();
  locals.routeIs?.(routePattern);
  try {
    const response = await next();
    if (response.status !== 303 || !request.headers.has(byScriptHeader)) return response;
    return new Response(null, { status: 204, headers: response.headers });
  } catch (error) {
    const page = locals.failedPage?.();
    if (!page) throw error;
    // That the database is away is in the log already, without a trace of the program's insides.
    if (!locals.isDatabaseAway) console.error(error);
    return new Response(page, { status: 500, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
};
