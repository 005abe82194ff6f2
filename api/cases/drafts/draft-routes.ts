// The drafts of whoever is logged in: kept, listed, thrown away and taken back; nobody else's are to be had here.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../../http/bodies.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import { KeepOwnDraft, KeptOwnDraft, OwnDrafts } from '../../officer-drafts/draft.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import { draftsOf, dropOwnDraft, forgetSentDraft, keepOwnDraft, takeBackOwnDraft } from './draft-service.ts';

const tags = ['Cán bộ'];
const params = z.object({ id: z.uuid() });

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Bản nháp của mình, mới nhất trước',
  request: { query: z.object({ page: z.string().max(200).optional() }) },
  responses: {
    200: json('Các bản nháp', OwnDrafts),
    ...refusals(401, 403, 422),
  },
});

const keep = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Lưu nháp những gì đang viết',
  description:
    'Chỉ người viết đọc được. Bản lưu từ máy hoặc thẻ khác từ sau “revision” không bị ghi đè: được để riêng, lấy lại được.',
  request: bodies(KeepOwnDraft),
  responses: {
    200: json('Đã lưu', KeptOwnDraft),
    ...refusals(401, 403, 404, 409, 422),
  },
});

const drop = createRoute({
  method: 'post',
  path: '/{id}/drop',
  tags,
  summary: 'Bỏ một bản nháp; còn lấy lại được',
  request: { params },
  responses: { 204: { description: 'Đã bỏ' }, ...refusals(401, 403, 404, 422) },
});

const takeBack = createRoute({
  method: 'post',
  path: '/{id}/take-back',
  tags,
  summary: 'Lấy lại một bản nháp đã bỏ',
  request: { params },
  responses: { 204: { description: 'Đã lấy lại' }, ...refusals(401, 403, 404, 422) },
});

const sent = createRoute({
  method: 'post',
  path: '/sent',
  tags,
  summary: 'Xóa bản nháp của một biểu mẫu đã gửi xong',
  request: bodies(KeepOwnDraft.pick({ page: true, form: true })),
  responses: { 204: { description: 'Đã xóa, hoặc không có' }, ...refusals(401, 403, 422) },
});

export function ownDraftRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'own-drafts'));
  return routes
    .openapi(list, async (c) => {
      const { page } = c.req.valid('query');
      return c.json({ drafts: await draftsOf(portal, c.get('viewer'), page) }, 200);
    })
    .openapi(keep, async (c) => c.json(await keepOwnDraft(portal, c.get('viewer'), c.req.valid('json')), 200))
    .openapi(drop, async (c) => {
      await dropOwnDraft(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(takeBack, async (c) => {
      await takeBackOwnDraft(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 204);
    })
    .openapi(sent, async (c) => {
      await forgetSentDraft(portal, c.get('viewer'), c.req.valid('json'));
      return c.body(null, 204);
    });
}
