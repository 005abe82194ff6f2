// The list of decisions and the notices of changes, for citizens and other systems.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { DatedNotice, DecisionSummary, DecisionView } from './notice-schema.ts';
import { listDecisions, listNotices, oneDecision } from './service.ts';

const tags = ['Quyết định công bố'];
const cached = { 'cache-control': 'public, max-age=300' };

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Sổ quyết định công bố thủ tục hành chính, mới nhất trước',
  responses: {
    200: json('Các quyết định', z.strictObject({ decisions: z.array(DecisionSummary) })),
    ...refusals(503),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{slug}',
  tags,
  summary: 'Một quyết định: các thủ tục và nội dung thay đổi',
  request: { params: z.object({ slug: z.string().max(120).openapi({ example: '382-qd-ubnd-2015' }) }) },
  responses: {
    200: json('Quyết định', DecisionView),
    ...refusals(404, 503),
  },
});

const notices = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Thông báo thay đổi thủ tục, ngày hiệu lực mới trước',
  request: {
    query: z.strictObject({
      field: z.string().trim().normalize('NFC').min(1).max(200).optional().openapi({ example: 'Bưu chính' }),
      procedure: z.string().max(120).optional().openapi({
        example: '1.014446',
        description: 'Một thủ tục, kể cả khi nó bị thủ tục khác thay thế',
      }),
      limit: z.coerce.number({ error: 'Nhập một số.' }).int().min(1).max(500).default(100),
    }),
  },
  responses: {
    200: json('Các thông báo', z.strictObject({ notices: z.array(DatedNotice) })),
    ...refusals(422, 503),
  },
});

export function decisionRoutes(portal: Portal) {
  return router()
    .openapi(list, async (c) => c.json({ decisions: await listDecisions(portal) }, 200, cached))
    .openapi(one, async (c) => c.json(await oneDecision(portal, c.req.valid('param').slug), 200, cached));
}

export function changeNoticeRoutes(portal: Portal) {
  return router().openapi(notices, async (c) =>
    c.json({ notices: await listNotices(portal, c.req.valid('query')) }, 200, cached),
  );
}
