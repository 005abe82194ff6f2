// The one-stop and the chief of office bring the monthly dossier figures in.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { DossierPreview, ImportDossiers, ImportList, PreviewDossiers } from './schema.ts';
import { dossierImports, dossierTemplate, importDossiers, markDossiers, previewDossiers } from './service.ts';

const tags = ['Cán bộ'];
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Các lần nhập số liệu hồ sơ, mới nhất trước',
  responses: {
    200: json('Danh sách', ImportList),
    ...refusals(401, 403, 503),
  },
});

const template = createRoute({
  method: 'get',
  path: '/template',
  tags,
  summary: 'Tệp mẫu XLSX theo cột của biểu II.06a',
  responses: {
    200: { description: 'Tệp', content: { 'application/octet-stream': {} } },
    ...refusals(401, 403),
  },
});

const preview = createRoute({
  method: 'post',
  path: '/preview',
  tags,
  summary: 'Đọc thử một tệp số liệu hồ sơ của một tháng',
  description: 'Không ghi gì. Lỗi nêu trang tính, dòng, cột.',
  request: bodies(PreviewDossiers),
  responses: {
    200: json('Đã đọc', DossierPreview),
    ...refusals(400, 401, 403, 413, 422, 503),
  },
});

const marked = createRoute({
  method: 'post',
  path: '/marked',
  tags,
  summary: 'Tệp đã gửi, với các ô sai được tô đỏ và ghi chú',
  description: 'Không ghi gì. Tệp CSV được trả lại dưới dạng XLSX. Tệp không có ô sai thì từ chối.',
  request: bodies(PreviewDossiers),
  responses: {
    200: { description: 'Tệp XLSX', content: { 'application/octet-stream': {} } },
    ...refusals(400, 401, 403, 413, 422, 503),
  },
});

const write = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Ghi số liệu hồ sơ đã xem trước; lần nhập cũ được giữ lại',
  request: bodies(ImportDossiers),
  responses: {
    201: json('Đã ghi', z.object({ id: z.int() })),
    ...refusals(400, 401, 403, 409, 413, 422, 503),
  },
});

export function dossierStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'dossier-figures'));
  return routes
    .openapi(list, async (c) => c.json(await dossierImports(portal), 200))
    .openapi(template, async (c) =>
      c.body(new Uint8Array(await dossierTemplate(portal)), 200, {
        'content-type': xlsx,
        'content-disposition': 'attachment; filename="mau-so-lieu-ho-so-II.06a.xlsx"',
      }),
    )
    .openapi(marked, async (c) =>
      c.body(new Uint8Array(await markDossiers(portal, c.req.valid('json'))), 200, {
        'content-type': xlsx,
        'content-disposition': 'attachment; filename="so-lieu-ho-so-cho-can-sua.xlsx"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      }),
    )
    .openapi(preview, async (c) => c.json(await previewDossiers(portal, c.req.valid('json')), 200))
    .openapi(write, async (c) =>
      c.json(await importDossiers(portal, c.get('viewer'), c.req.valid('json')), 201),
    );
}
