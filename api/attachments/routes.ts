// Uploads: one file per request; the answer's token is what a case names it by. Tokens travel in bodies only.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { refuseFile } from './tools/judging/refusal.ts';
import { UploadView } from './schema.ts';
import { dropUpload, pendingUploads, takeUpload } from './upload-service.ts';
import { UploadToken, UploadTokens } from './upload.ts';

const FileForm = z.object({
  file: z
    .custom<File>((value) => value instanceof File, 'Chọn một tệp để gửi.')
    .openapi({ type: 'string', format: 'binary' }),
});

const send = createRoute({
  method: 'post',
  path: '/',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Gửi một tệp sẽ đính kèm',
  description:
    'Biểu mẫu multipart với một tệp, tối đa 10 MB; chương trình gửi kèm tiêu đề Origin là địa chỉ cổng này. ' +
    'Ảnh được vẽ lại, bỏ hết siêu dữ liệu. Tệp chưa gắn vào hồ sơ nào thì tự xóa sau 24 giờ.',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: FileForm } } } },
  responses: {
    201: json('Đã nhận tệp', UploadView),
    ...refusals(400, 413, 422, 429, 503),
  },
});

const list = createRoute({
  method: 'post',
  path: '/pending',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Các tệp còn chờ gắn vào hồ sơ, theo mã của tệp',
  request: bodies(z.strictObject({ tokens: UploadTokens })),
  responses: {
    200: json('Những tệp còn đó', z.object({ uploads: z.array(UploadView) })),
    ...refusals(422, 429, 503),
  },
});

const drop = createRoute({
  method: 'post',
  path: '/drop',
  tags: ['Phản ánh, kiến nghị'],
  summary: 'Bỏ một tệp chưa gắn vào hồ sơ',
  request: bodies(z.strictObject({ token: UploadToken })),
  responses: { 204: { description: 'Không còn tệp này' }, ...refusals(422, 429, 503) },
});

export function uploadRoutes(portal: Portal) {
  const routes = router();
  for (const path of ['/pending', '/drop'])
    routes.post(path, charged(portal, allowancesOf(portal.env).question));
  // Before the body is read: who has sent too much, or no form at all, is not listened to.
  routes.post('/', charged(portal, allowancesOf(portal.env).upload), async (c, next) => {
    if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
      throw refuseFile('Gửi tệp bằng biểu mẫu multipart/form-data, ô tên là file.');
    // The validator reads this same form; here a broken one gets its own sentence.
    await c.req.formData().catch(() => {
      throw new Problem('bad-request', 'Không đọc được biểu mẫu gửi tệp. Hãy chọn lại tệp rồi gửi.');
    });
    await next();
  });
  return routes
    .openapi(send, async (c) => {
      const { file } = c.req.valid('form');
      const bytes = Buffer.from(await file.arrayBuffer());
      return c.json(await takeUpload(portal, { name: file.name, bytes }), 201);
    })
    .openapi(list, async (c) =>
      c.json({ uploads: await pendingUploads(portal, c.req.valid('json').tokens) }, 200),
    )
    .openapi(drop, async (c) => {
      await dropUpload(portal, c.req.valid('json').token);
      return c.body(null, 204);
    });
}
