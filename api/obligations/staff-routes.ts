// The report calendar for the office: the chief of office marks, intake reads; each has a private calendar address.
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router, type AppEnv } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { endFeed, makeFeed } from './feed-service.ts';
import { listObligationYear, markObligation } from './service.ts';
import { NewFeed, ObligationMark, ObligationYear, OccurrenceView, YearQuery } from './views.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Nghĩa vụ báo cáo, kế hoạch của một năm với hạn và tình trạng (CVP, TN)',
  request: { query: YearQuery },
  responses: {
    200: json('Lịch của năm', ObligationYear),
    ...refusals(401, 403, 422),
  },
});

const newFeed = createRoute({
  method: 'post',
  path: '/feed',
  tags: ['Cán bộ'],
  summary: 'Tạo địa chỉ lịch riêng; địa chỉ cũ hết dùng được (CVP, TN)',
  responses: {
    200: json('Khóa của địa chỉ, chỉ nêu một lần', NewFeed),
    ...refusals(401, 403),
  },
});

const noFeed = createRoute({
  method: 'delete',
  path: '/feed',
  tags: ['Cán bộ'],
  summary: 'Hủy địa chỉ lịch riêng (CVP, TN)',
  responses: { 204: { description: 'Đã hủy' }, ...refusals(401, 403) },
});

export function obligationStaffRoutes(portal: Portal) {
  const mark = createRoute({
    method: 'post',
    path: '/',
    tags: ['Cán bộ'],
    summary: 'Ghi một kỳ đã làm, không phải làm, đổi hạn, hoặc bỏ lần ghi trước (CVP)',
    middleware: [requireStaff(portal, 'mark-obligations')] as const,
    request: bodies(ObligationMark),
    responses: {
      200: json('Kỳ đó sau khi ghi', OccurrenceView),
      ...refusals(400, 401, 403, 404, 409, 413, 422),
    },
  });
  const byOf = (c: Context<AppEnv>) => ({ viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' });
  const routes = router();
  routes.use('*', requireStaff(portal, 'see-obligations'));
  return routes
    .openapi(list, async (c) =>
      c.json(await listObligationYear(portal, c.get('viewer'), c.req.valid('query').year), 200),
    )
    .openapi(mark, async (c) =>
      c.json(await markObligation(portal, c.get('viewer'), c.req.valid('json')), 200),
    )
    .openapi(newFeed, async (c) => c.json(await makeFeed(portal, byOf(c)), 200))
    .openapi(noFeed, async (c) => {
      await endFeed(portal, byOf(c));
      return c.body(null, 204);
    });
}
