// Drafts of letters: kept, opened and dropped by their key, which travels in bodies only.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import { Draft, draftMinutes, DraftKey } from './draft.ts';
import { dropDraft, keepDraft, openDraft } from './service.ts';

const tags = ['Phản ánh, kiến nghị'];

const keep = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Giữ bản nháp của một phiếu đang viết',
  description: `Khóa do bên gửi tự sinh (32 byte ngẫu nhiên, base64url). Giữ ${draftMinutes} phút sau lần ghi cuối, rồi xóa.`,
  request: bodies(z.strictObject({ key: DraftKey, draft: Draft })),
  responses: { 204: { description: 'Đã giữ' }, ...refusals(422, 429, 503) },
});

const open = createRoute({
  method: 'post',
  path: '/open',
  tags,
  summary: 'Mở lại bản nháp bằng khóa của nó',
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: {
    200: { description: 'Bản nháp', content: { 'application/json': { schema: Draft } } },
    ...refusals(404, 422, 429, 503),
  },
});

const drop = createRoute({
  method: 'post',
  path: '/drop',
  tags,
  summary: 'Xóa bản nháp ngay',
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: { 204: { description: 'Đã xóa, hoặc không có' }, ...refusals(422, 429, 503) },
});

export function draftRoutes(portal: Portal) {
  const routes = router();
  routes.post('/', charged(portal, allowancesOf(portal.env).draft));
  for (const path of ['/open', '/drop'])
    routes.post(path, charged(portal, allowancesOf(portal.env).question));
  return routes
    .openapi(keep, async (c) => {
      const { key, draft } = c.req.valid('json');
      await keepDraft(portal, key, draft);
      return c.body(null, 204);
    })
    .openapi(open, async (c) => {
      const draft = await openDraft(portal, c.req.valid('json').key);
      if (!draft) throw new Problem('not-found', 'Không có bản nháp này, hoặc đã hết thời gian giữ.');
      return c.json(draft, 200);
    })
    .openapi(drop, async (c) => {
      await dropDraft(portal, c.req.valid('json').key);
      return c.body(null, 204);
    });
}
