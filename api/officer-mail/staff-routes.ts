// What an officer gets by mail, and what the office has set about it.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { OfficeMail, OfficeMailViews, OwnMail, OwnMailView } from './settings-schema.ts';
import { changeOfficeMail, changeOwnMail, viewOfficeMail, viewOwnMail } from './settings-service.ts';

const tags = ['Cán bộ'];

const own = createRoute({
  method: 'get',
  path: '/own',
  tags,
  summary: 'Thư báo việc gửi cho người đăng nhập',
  responses: { 200: json('Cài đặt của mình', OwnMailView), ...refusals(401, 403) },
});
const changeOwn = createRoute({
  method: 'put',
  path: '/own',
  tags,
  summary: 'Chọn thư báo việc gửi cho mình',
  request: bodies(OwnMail),
  responses: { 204: { description: 'Đã lưu' }, ...refusals(401, 403, 422) },
});
const office = createRoute({
  method: 'get',
  path: '/office',
  tags,
  summary: 'Giờ thư buổi sáng, ngày báo người phụ trách (quản trị, Chánh Văn phòng)',
  responses: { 200: json('Đang áp dụng và trước đó', OfficeMailViews), ...refusals(401, 403) },
});
const changeOffice = createRoute({
  method: 'put',
  path: '/office',
  tags,
  summary: 'Đổi giờ thư buổi sáng, ngày báo người phụ trách',
  request: bodies(OfficeMail),
  responses: { 204: { description: 'Đã lưu' }, ...refusals(401, 403, 409, 422) },
});

export function officerMailStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('/own', requireStaff(portal, 'own-mail'));
  routes.use('/office', requireStaff(portal, 'office-mail'));
  return routes
    .openapi(own, async (c) => c.json(await viewOwnMail(portal, c.get('viewer')), 200))
    .openapi(changeOwn, async (c) => {
      await changeOwnMail(portal, c.get('viewer'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .openapi(office, async (c) => c.json(await viewOfficeMail(portal), 200))
    .openapi(changeOffice, async (c) => {
      await changeOfficeMail(portal, c.get('viewer'), c.req.valid('json'));
      return c.body(null, 204);
    });
}
