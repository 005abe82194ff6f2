// The sessions of one's own account: on which devices, since when, and the way to end them.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { OwnSessions, SessionEnd } from './account-schema.ts';
import { endOwnSessions, viewOwnSessions } from './own-account-service.ts';
import { ActAs, OwnMandates } from './mandate-schema.ts';
import { act, viewOwnMandates } from './mandate-service.ts';
import { requireStaff } from './guard-service.ts';
import { Done } from './schema.ts';
import { readSession } from './session-service.ts';

export function ownSessionRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'own-account') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/',
    summary: 'Các phiên đang mở của tài khoản mình',
    responses: {
      200: json('Mới dùng nhất trước', OwnSessions),
      ...refusals(401, 403),
    },
  });
  const end = createRoute({
    ...common,
    method: 'post',
    path: '/end',
    summary: 'Đóng một phiên khác, hoặc mọi phiên khác (others), của tài khoản mình',
    request: bodies(SessionEnd),
    responses: {
      200: json('Đã đóng', Done),
      ...refusals(401, 403, 409, 422),
    },
  });
  const acting = createRoute({
    ...common,
    method: 'get',
    path: '/acting',
    summary: 'Vai trò kiêm nhiệm và việc làm thay có hiệu lực hôm nay',
    responses: {
      200: json('Của mình', OwnMandates),
      ...refusals(401, 403),
    },
  });
  const change = createRoute({
    ...common,
    method: 'post',
    path: '/acting',
    summary: 'Phiên này làm việc với vai trò nào, hoặc thay ai; để trống: vai trò của mình',
    request: bodies(ActAs),
    responses: {
      200: json('Đã đổi', Done),
      ...refusals(401, 403, 422),
    },
  });
  const present = async (headers: Headers) => {
    const session = await readSession(portal, headers);
    if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
    return session;
  };
  return router()
    .openapi(list, async (c) =>
      c.json({ sessions: await viewOwnSessions(portal, await present(c.req.raw.headers)) }, 200),
    )
    .openapi(acting, async (c) =>
      c.json({ mandates: await viewOwnMandates(portal, await present(c.req.raw.headers)) }, 200),
    )
    .openapi(change, async (c) => {
      const { mandate } = c.req.valid('json');
      await act(portal, await present(c.req.raw.headers), mandate, c.env?.clientAddress ?? '');
      return c.json({ done: true as const }, 200);
    })
    .openapi(end, async (c) => {
      const { session } = c.req.valid('json');
      await endOwnSessions(portal, await present(c.req.raw.headers), session, c.env?.clientAddress ?? '');
      return c.json({ done: true as const }, 200);
    });
}
