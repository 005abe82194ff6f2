// Before every page on demand: the server is told which one it is, for what it says of slow ones.
import type { MiddlewareHandler } from 'astro';

export const onRequest: MiddlewareHandler = ({ isPrerendered, locals, routePattern }, next) => {
  if (!isPrerendered) locals.routeIs?.(routePattern);
  return next();
};
