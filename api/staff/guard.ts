// The door of every staff endpoint: a session, the role, the second factor, and a form token for changes.
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../http/problem.ts';
import type { AppEnv } from '../http/router.ts';
import type { Portal } from '../portal.ts';
import type { Role } from './roles.ts';
import { checkFormToken, readSession } from './session.ts';

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who is logged in with one of the roles (any role when none is named) and sets `viewer`. */
export function requireStaff(portal: Portal, ...roles: Role[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const headers = c.req.raw.headers;
    const session = await readSession(portal, headers);
    if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
    if (session.needsSecondFactor)
      throw new Problem('second-factor-required', 'Hãy bật xác thực hai lớp tại /can-bo/bao-mat.');
    if (roles.length > 0 && !roles.includes(session.viewer.role)) throw new Problem('forbidden');
    if (!changesNothing.has(c.req.method)) checkFormToken(session, headers);
    c.set('viewer', session.viewer);
    await next();
    for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true });
  };
}
