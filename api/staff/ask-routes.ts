// What one officer asks for somebody's account and a second one confirms or declines.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { AskDecision, AskViews, StepDone } from './account-schema.ts';
import { decideReset, viewAsks } from './ask-service.ts';
import { requireStaff } from './guard-service.ts';

export function askRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'second-word') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/',
    summary: 'Đề nghị chờ người thứ hai xác nhận',
    responses: {
      200: json('Cũ nhất trước', AskViews),
      ...refusals(401, 403),
    },
  });
  const decide = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/decision',
    summary: 'Xác nhận hoặc không đồng ý đặt lại mật khẩu, gỡ xác thực hai lớp của một tài khoản',
    request: { params: z.object({ id: z.string().max(60) }), ...bodies(AskDecision) },
    responses: {
      200: json('Đã ghi', StepDone),
      ...refusals(401, 403, 404, 409, 422),
    },
  });
  return router()
    .openapi(list, async (c) => c.json({ asks: await viewAsks(portal, c.get('viewer')) }, 200))
    .openapi(decide, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      const { decision } = c.req.valid('json');
      const told = await decideReset(portal, by, c.req.valid('param').id, decision);
      return c.json({ done: true as const, told }, 200);
    });
}
