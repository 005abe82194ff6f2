// Requests for the chief of office and the leaders.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { RequestRow, RequestStanding, StaffRequest, TakeRequestStep } from './schema.ts';
import { listForStaff, readRequest, standingForStaff, takeRequestStep } from './staff-service.ts';

const tags = ['Cán bộ'];
const params = z.object({ number: z.string().max(40) });

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Sổ yêu cầu về dữ liệu cá nhân, góp ý, trợ giúp; việc gần hạn trước (CVP, LD)',
  responses: { 200: json('Các yêu cầu', z.object({ requests: z.array(RequestRow) })), ...refusals(401, 403) },
});

const standing = createRoute({
  method: 'get',
  path: '/standing',
  tags,
  summary: 'Số yêu cầu đang mở, quá hạn, sắp đến hạn (CVP, LD)',
  responses: { 200: json('Các số', RequestStanding), ...refusals(401, 403) },
});

const one = createRoute({
  method: 'get',
  path: '/{number}',
  tags,
  summary: 'Một yêu cầu với người yêu cầu, các bước và việc làm được (CVP, LD)',
  request: { params },
  responses: { 200: json('Yêu cầu', StaffRequest), ...refusals(401, 403, 404) },
});

const step = createRoute({
  method: 'post',
  path: '/{number}/steps',
  tags,
  summary:
    'Ghi một bước: báo nhận, đối chiếu danh tính, gia hạn, trả lời, không thực hiện, cấp mã mới, xóa (CVP, LD)',
  request: { params, ...bodies(TakeRequestStep) },
  responses: {
    200: json(
      'Đã ghi; mã tra cứu mới của hồ sơ nếu vừa cấp',
      z.object({
        secret: z.string().optional(),
        caseNumber: z.string().optional(),
      }),
    ),
    ...refusals(400, 401, 403, 404, 409, 413, 422),
  },
});

export function requestStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'personal-data-requests'));
  return routes
    .openapi(list, async (c) => c.json({ requests: await listForStaff(portal) }, 200))
    .openapi(standing, async (c) => c.json(await standingForStaff(portal), 200))
    .openapi(one, async (c) => c.json(await readRequest(portal, c.req.valid('param').number), 200))
    .openapi(step, async (c) =>
      c.json(
        await takeRequestStep(portal, c.get('viewer'), c.req.valid('param').number, c.req.valid('json')),
        200,
      ),
    );
}
