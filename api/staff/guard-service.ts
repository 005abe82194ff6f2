// The door of every staff endpoint: a session, the right, the second factor, and a form token for changes. What is refused
// here or behind it, and what is taken along as a file, goes into the security log.
import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '../problems/problem.ts';
import type { AppEnv } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { toldQuery } from './list-view.ts';
import { noteListView } from './list-view-service.ts';
import { may, type Right } from './rights.ts';
import type { Viewer } from './roles.ts';
import { loggedPath } from './security-events.ts';
import { noteSecurity, recordSecurity } from './security-service.ts';
import { checkFormToken, readSession, type StaffSession } from './session-service.ts';

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A guard tells which right it asks for, so that a test can walk the routes and ask each. */
export type StaffGuard = MiddlewareHandler<AppEnv> & { right: Right };

/** Lets in who is logged in and has the right, and sets `viewer`. `prolongs`: whether the session counts as used by it. */
export function requireStaff(portal: Portal, right: Right, { prolongs = true } = {}): StaffGuard {
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const headers = c.req.raw.headers;
    const session = await readSession(portal, headers, { prolongs });
    if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
    if (session.needsPasswordChange)
      throw new Problem('password-change-required', 'Hãy đổi mật khẩu được cấp tại /can-bo/bao-mat.');
    if (session.needsSecondFactor)
      throw new Problem('second-factor-required', 'Hãy bật xác thực hai lớp tại /can-bo/bao-mat.');
    try {
      judge(session, right, c);
    } catch (error) {
      await noteRefusal(portal, c, session.viewer, error);
      throw error;
    }
    c.set('viewer', session.viewer);
    await next();
    await noteRefusal(portal, c, session.viewer, c.error);
    await recordDownload(portal, c, session.viewer);
    for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true });
  };
  return Object.assign(guard, { right });
}

function judge(session: StaffSession, right: Right, c: Context<AppEnv>): void {
  if (!may(session.viewer, right)) throw new Problem('forbidden');
  if (!changesNothing.has(c.req.method)) checkFormToken(session, c.req.raw.headers);
}

const refused: ReadonlySet<string> = new Set(['forbidden', 'wrong-origin']);

async function noteRefusal(
  portal: Portal,
  c: Context<AppEnv>,
  viewer: Viewer,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Problem) || !refused.has(error.code)) return;
  const detail = { path: `${c.req.method} ${loggedPath(c.req.path)}`, code: error.code };
  await noteSecurity(portal, { kind: 'refused', actorId: viewer.id, address: c.env?.clientAddress, detail });
}

/** A file leaves the portal only when that is written down. */
async function recordDownload(portal: Portal, c: Context<AppEnv>, viewer: Viewer): Promise<void> {
  if (!c.res.ok || !c.res.headers.get('content-disposition')?.startsWith('attachment')) return;
  const detail = { path: loggedPath(c.req.path) };
  await recordSecurity(portal, {
    kind: 'download',
    actorId: viewer.id,
    address: c.env?.clientAddress,
    detail,
  });
  const filter = { path: detail.path, ...toldQuery(c.req.query()) };
  await noteListView(portal, viewer, { kind: 'export', filter, rows: null });
}
