// Staff read the calendar of a year; the administrator edits it, after having seen what that does to open cases.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import {
  AppliedView,
  ApplyChanges,
  EffectView,
  PreviewChanges,
  StaffYearRequest,
  StaffYearView,
} from './edit-schema.ts';
import { applyChanges, previewChanges, staffYear } from './service.ts';

const year = createRoute({
  method: 'get',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Lịch làm việc của một năm: nguồn, mức chắc chắn, các lần sửa',
  request: { query: StaffYearRequest },
  responses: {
    200: json('Lịch', StaffYearView),
    ...refusals(401, 403, 422),
  },
});

const preview = createRoute({
  method: 'post',
  path: '/preview',
  tags: ['Cán bộ'],
  summary: 'Xem tác động của một thay đổi lịch tới các hồ sơ đang mở (quản trị)',
  description:
    'Không ghi gì. Hồ sơ hạn chế xem chỉ nêu mã. kind null là bỏ mục đã nhập, trở lại lịch đã công bố.',
  request: bodies(PreviewChanges),
  responses: {
    200: json('Tác động', EffectView),
    ...refusals(400, 401, 403, 413, 422),
  },
});

const apply = createRoute({
  method: 'post',
  path: '/',
  tags: ['Cán bộ'],
  summary: 'Áp dụng thay đổi lịch đã xem trước và tính lại hạn các hồ sơ đang mở (quản trị)',
  request: bodies(ApplyChanges),
  responses: {
    200: json('Đã áp dụng', AppliedView),
    ...refusals(400, 401, 403, 409, 413, 422),
  },
});

export function calendarStaffRoutes(portal: Portal) {
  const routes = router();
  routes.get('*', requireStaff(portal, 'see-calendar'));
  routes.post('*', requireStaff(portal, 'edit-calendar'));
  return routes
    .openapi(year, async (c) => c.json(await staffYear(portal, c.req.valid('query').year), 200))
    .openapi(preview, async (c) => c.json(await previewChanges(portal, c.req.valid('json')), 200))
    .openapi(apply, async (c) =>
      c.json(await applyChanges(portal, c.get('viewer'), c.req.valid('json')), 200),
    );
}
