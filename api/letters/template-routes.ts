// Templates for staff: the list, one with its history, the next version, the word of a second hand, a look at a real case.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { Letter } from './letter.ts';
import { TemplateCode } from './schema.ts';
import {
  judgeTemplate,
  listTemplates,
  previewTemplate,
  proposeTemplate,
  viewTemplate,
} from './template-service.ts';
import {
  PreviewTemplate,
  ProposeTemplate,
  ReturnTemplate,
  TemplateItem,
  TemplateView,
} from './template-views.ts';

const tags = ['Cán bộ'];
const params = z.object({ code: TemplateCode });
const ofVersion = z.object({
  code: TemplateCode,
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'Số của bản chỉ gồm chữ số.')
    .transform(Number),
});
const noContent = (description: string) => ({ 204: { description } });

export function templateRoutes(portal: Portal) {
  const see = { tags, middleware: requireStaff(portal, 'see-templates') };
  const write = { tags, middleware: requireStaff(portal, 'write-templates') };
  const release = { tags, middleware: requireStaff(portal, 'release-templates') };
  const list = createRoute({
    ...see,
    method: 'get',
    path: '/',
    summary: 'Các mẫu văn bản',
    responses: { 200: json('Mẫu', z.object({ templates: z.array(TemplateItem) })), ...refusals(401, 403) },
  });
  const one = createRoute({
    ...see,
    method: 'get',
    path: '/{code}',
    summary: 'Một mẫu, với mọi bản đã viết',
    request: { params },
    responses: { 200: json('Mẫu', TemplateView), ...refusals(401, 403, 404, 422) },
  });
  const propose = createRoute({
    ...write,
    method: 'post',
    path: '/{code}/versions',
    summary: 'Viết bản mới của một mẫu; bản chờ người khác duyệt',
    request: { params, ...bodies(ProposeTemplate) },
    responses: {
      201: json('Bản đã viết', z.object({ version: z.int() })),
      ...refusals(400, 401, 403, 409, 413, 422),
    },
  });
  const accept = createRoute({
    ...release,
    method: 'post',
    path: '/{code}/versions/{version}/release',
    summary: 'Duyệt một bản do người khác soạn',
    request: { params: ofVersion },
    responses: { ...noContent('Đã duyệt'), ...refusals(401, 403, 404, 409, 422) },
  });
  const back = createRoute({
    ...release,
    method: 'post',
    path: '/{code}/versions/{version}/return',
    summary: 'Trả lại một bản, kèm lý do',
    request: { params: ofVersion, ...bodies(ReturnTemplate) },
    responses: { ...noContent('Đã trả lại'), ...refusals(400, 401, 403, 404, 409, 413, 422) },
  });
  const preview = createRoute({
    ...write,
    method: 'post',
    path: '/preview',
    summary: 'Xem thử một mẫu trên một hồ sơ mình mở được; không lưu gì',
    request: bodies(PreviewTemplate),
    responses: {
      200: json(
        'Văn bản hoặc đoạn chữ',
        z.object({ letter: Letter.nullable(), text: z.string().nullable() }),
      ),
      ...refusals(400, 401, 403, 404, 413, 422),
    },
  });
  return router()
    .openapi(list, async (c) => c.json({ templates: await listTemplates(portal) }, 200))
    .openapi(preview, async (c) =>
      c.json(await previewTemplate(portal, c.get('viewer'), c.req.valid('json')), 200),
    )
    .openapi(one, async (c) =>
      c.json(await viewTemplate(portal, c.get('viewer'), c.req.valid('param').code), 200),
    )
    .openapi(propose, async (c) => {
      const { code } = c.req.valid('param');
      return c.json(await proposeTemplate(portal, c.get('viewer'), code, c.req.valid('json')), 201);
    })
    .openapi(accept, async (c) => {
      await judgeTemplate(portal, c.get('viewer'), c.req.valid('param'), { released: true, reason: null });
      return c.body(null, 204);
    })
    .openapi(back, async (c) => {
      const { reason } = c.req.valid('json');
      await judgeTemplate(portal, c.get('viewer'), c.req.valid('param'), { released: false, reason });
      return c.body(null, 204);
    });
}
