// Files of the office: added to a case, shown to its sender, withdrawn, erased.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import type { Right } from '../../staff/rights.ts';
import { eraseOfficeFile, giveOfficeFile, withdrawOfficeFile } from './office-file-acts-service.ts';
import { AddOfficeFiles, EraseOfficeFile, WithdrawOfficeFile } from './office-file-schema.ts';
import { addOfficeFiles } from './office-file-service.ts';

const number = z.string().max(40);
const one = z.object({ number, id: z.uuid('Không có tệp này trong hồ sơ.') });
const refused = refusals(400, 401, 403, 404, 409, 413, 422);

/** Mounted before the other routes of staff cases, so that the session is read once. */
export function officeFileRoutes(portal: Portal) {
  const common = (right: Right) => ({ tags: ['Cán bộ'], middleware: requireStaff(portal, right) });
  const add = createRoute({
    ...common('add-files'),
    method: 'post',
    path: '/{number}/office-files',
    summary: 'Thêm tệp của cơ quan vào hồ sơ: bản quét, tài liệu xác minh, văn bản đã ký',
    description: 'Tệp gửi trước bằng POST /api/uploads; tất cả cùng một loại, một ngày.',
    request: { params: z.object({ number }), ...bodies(AddOfficeFiles) },
    responses: { 201: json('Số tệp đã thêm', z.object({ added: z.int() })), ...refused },
  });
  const give = createRoute({
    ...common('give-files'),
    method: 'post',
    path: '/{number}/office-files/{id}/giving',
    summary: 'Cho người gửi xem văn bản trả lời đã ký',
    request: { params: one },
    responses: { 204: { description: 'Người gửi đã xem được' }, ...refused },
  });
  const withdraw = createRoute({
    ...common('add-files'),
    method: 'post',
    path: '/{number}/office-files/{id}/withdrawal',
    summary: 'Rút một tệp: tệp vẫn nằm trong hồ sơ, có gạch',
    request: { params: one, ...bodies(WithdrawOfficeFile) },
    responses: { 204: { description: 'Đã rút' }, ...refused },
  });
  const erase = createRoute({
    ...common('erase-files'),
    method: 'post',
    path: '/{number}/office-files/{id}/erasure',
    summary: 'Xóa hẳn một tệp thêm nhầm',
    request: { params: one, ...bodies(EraseOfficeFile) },
    responses: { 204: { description: 'Đã xóa' }, ...refused },
  });
  return router()
    .openapi(add, async (c) => {
      const { number } = c.req.valid('param');
      return c.json(
        { added: await addOfficeFiles(portal, c.get('viewer'), number, c.req.valid('json')) },
        201,
      );
    })
    .openapi(give, async (c) => {
      await giveOfficeFile(portal, c.get('viewer'), c.req.valid('param'));
      return c.body(null, 204);
    })
    .openapi(withdraw, async (c) => {
      const { reason } = c.req.valid('json');
      await withdrawOfficeFile(portal, c.get('viewer'), c.req.valid('param'), reason);
      return c.body(null, 204);
    })
    .openapi(erase, async (c) => {
      const { reason } = c.req.valid('json');
      await eraseOfficeFile(portal, c.get('viewer'), c.req.valid('param'), reason);
      return c.body(null, 204);
    });
}
