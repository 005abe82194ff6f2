// Who I am and who my colleagues are.
import { createRoute } from '@hono/zod-openapi';
import { localDate } from '../dates/dates.ts';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from './guard-service.ts';
import { listColleagues } from './repository.ts';
import { Colleagues, Me } from './schema.ts';
import { readSession } from './session-service.ts';

export function staffRoutes(portal: Portal) {
  const me = createRoute({
    method: 'get',
    path: '/me',
    summary: 'Tài khoản đang đăng nhập và mã biểu mẫu cho các thao tác ghi',
    tags: ['Cán bộ'],
    responses: {
      200: json('Tài khoản đang đăng nhập', Me),
      ...refusals(401),
    },
  });
  const colleagues = createRoute({
    method: 'get',
    path: '/colleagues',
    summary: 'Những người có thể được phân công',
    tags: ['Cán bộ'],
    middleware: [requireStaff(portal, 'list-colleagues')] as const,
    responses: {
      200: json('Các tài khoản đang hoạt động', Colleagues),
      ...refusals(401, 403),
    },
  });

  return (
    router()
      // The one staff endpoint that answers before a required second factor is on: it says that one is needed.
      .openapi(me, async (c) => {
        const session = await readSession(portal, c.req.raw.headers);
        if (!session) throw new Problem('unauthenticated', 'Hãy đăng nhập tại /can-bo/dang-nhap.');
        for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true });
        const { viewer, hasSecondFactor, needsSecondFactor, needsPasswordChange, formToken } = session;
        return c.json({ ...viewer, hasSecondFactor, needsSecondFactor, needsPasswordChange, formToken }, 200);
      })
      .openapi(colleagues, async (c) =>
        c.json({ colleagues: await listColleagues(portal.db, localDate(portal.now())) }, 200),
      )
  );
}
