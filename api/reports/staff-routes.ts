// Reports for staff: forms, previews, what was issued, files, lists behind numbers, comparisons.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import {
  AskCases,
  AskReport,
  BehindView,
  CompareView,
  IssuedView,
  IssueReport,
  PreviewView,
  ReportsView,
} from './schema.ts';
import {
  compareIssues,
  draftCases,
  draftFile,
  issuedCases,
  issuedFile,
  issuedReport,
  issueReport,
  listReports,
  previewReport,
} from './service.ts';

const tags = ['Cán bộ'];
const idParam = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/, 'Số báo cáo chỉ gồm chữ số.')
    .transform(Number),
});
const fileParam = z.object({ file: z.string().max(80).openapi({ example: '1.docx' }) });
const ok = <Schema extends z.ZodType>(description: string, schema: Schema) => json(description, schema);
const anyFile = { description: 'Tệp', content: { 'application/octet-stream': { schema: z.any() } } };

const forms = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Các biểu báo cáo, đợt khảo sát và báo cáo đã ban hành',
  responses: { 200: ok('Danh sách', ReportsView), ...refusals(401, 403) },
});
const preview = createRoute({
  method: 'get',
  path: '/preview',
  tags,
  summary: 'Xem trước báo cáo của một kỳ; sổ tiếp nhận thì mỗi hồ sơ được ghi là đã xem',
  request: { query: AskReport },
  responses: { 200: ok('Báo cáo', PreviewView), ...refusals(401, 403, 404, 422) },
});
const previewCases = createRoute({
  method: 'get',
  path: '/preview/cases',
  tags,
  summary: 'Hồ sơ đứng sau một ô của báo cáo xem trước',
  request: { query: AskCases },
  responses: { 200: ok('Hồ sơ', BehindView), ...refusals(401, 403, 404, 422) },
});
const draft = createRoute({
  method: 'get',
  path: '/drafts/{file}',
  tags,
  summary: 'Tệp của báo cáo chưa ban hành, như ii-05a.docx',
  request: {
    params: fileParam,
    query: z.strictObject({ from: z.iso.date(), to: z.iso.date(), round: z.string().max(80).optional() }),
  },
  responses: { 200: anyFile, ...refusals(401, 403, 404, 422) },
});
const issue = createRoute({
  method: 'post',
  path: '/issued',
  tags,
  summary: 'Ban hành báo cáo đã xem trước: giữ nguyên số liệu, danh sách và mã băm (Chánh Văn phòng)',
  request: bodies(IssueReport),
  responses: {
    201: ok('Đã ban hành', z.object({ id: z.int() })),
    ...refusals(400, 401, 403, 404, 409, 413, 422),
  },
});
const one = createRoute({
  method: 'get',
  path: '/issued/{id}',
  tags,
  summary: 'Một báo cáo đã ban hành',
  request: { params: idParam },
  responses: { 200: ok('Báo cáo', IssuedView), ...refusals(401, 403, 404, 422) },
});
const behind = createRoute({
  method: 'get',
  path: '/issued/{id}/cases',
  tags,
  summary: 'Hồ sơ đứng sau một ô của báo cáo đã ban hành',
  request: { params: idParam, query: z.strictObject({ behind: z.string().max(300) }) },
  responses: { 200: ok('Hồ sơ', BehindView), ...refusals(401, 403, 404, 422) },
});
const compare = createRoute({
  method: 'get',
  path: '/issued/{id}/compare',
  tags,
  summary: 'Các ô khác nhau giữa hai báo cáo cùng biểu',
  request: {
    params: idParam,
    query: z.strictObject({
      with: z
        .string()
        .regex(/^\d{1,15}$/, 'Chọn báo cáo để so.')
        .transform(Number),
    }),
  },
  responses: { 200: ok('So sánh', CompareView), ...refusals(401, 403, 404, 422) },
});
const file = createRoute({
  method: 'get',
  path: '/files/{file}',
  tags,
  summary: 'Tệp của báo cáo đã ban hành: {id}.docx, .xlsx, .pdf hoặc .csv',
  request: { params: fileParam },
  responses: { 200: anyFile, ...refusals(401, 403, 404, 422) },
});

export function reportStaffRoutes(portal: Portal) {
  const routes = router();
  // Intake keeps the register and may print it; nothing else of here.
  for (const path of ['/', '/preview', '/drafts/*']) routes.get(path, requireStaff(portal, 'print-register'));
  for (const path of ['/preview/cases', '/issued/*', '/files/*'])
    routes.get(path, requireStaff(portal, 'see-reports'));
  routes.post('*', requireStaff(portal, 'issue-report'));
  return routes
    .openapi(forms, async (c) => c.json(await listReports(portal, c.get('viewer')), 200))
    .openapi(preview, async (c) =>
      c.json(await previewReport(portal, c.get('viewer'), c.req.valid('query')), 200),
    )
    .openapi(previewCases, async (c) => {
      const { behind: key, ...asked } = c.req.valid('query');
      return c.json(await draftCases(portal, c.get('viewer'), asked, key), 200);
    })
    .openapi(draft, async (c) =>
      download(await draftFile(portal, c.get('viewer'), c.req.valid('param').file, c.req.valid('query'))),
    )
    .openapi(issue, async (c) => c.json(await issueReport(portal, c.get('viewer'), c.req.valid('json')), 201))
    .openapi(one, async (c) => c.json(await issuedReport(portal, c.req.valid('param').id), 200))
    .openapi(behind, async (c) =>
      c.json(
        await issuedCases(portal, c.get('viewer'), c.req.valid('param').id, c.req.valid('query').behind),
        200,
      ),
    )
    .openapi(compare, async (c) =>
      c.json(await compareIssues(portal, c.req.valid('param').id, c.req.valid('query').with), 200),
    )
    .openapi(file, async (c) => download(await issuedFile(portal, c.req.valid('param').file)));
}

type File = { bytes: Uint8Array | string | ReadableStream<Uint8Array>; type: string; name: string };
const download = ({ bytes, type, name }: File) =>
  new Response(bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
