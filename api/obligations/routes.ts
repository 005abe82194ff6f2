// The private calendar for programs without a session: the key travels in the body, so that no address holds it here.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { readFeed } from './feed-service.ts';
import { Feed, FeedKey } from './views.ts';

const feed = createRoute({
  method: 'post',
  path: '/feed',
  tags: ['Cán bộ'],
  summary: 'Tên việc và hạn, bằng khóa của địa chỉ lịch riêng',
  request: bodies(FeedKey),
  responses: {
    200: json('Các hạn', Feed),
    ...refusals(400, 404, 413, 422),
  },
});

export const obligationRoutes = (portal: Portal) =>
  router().openapi(feed, async (c) => c.json(await readFeed(portal, c.req.valid('json').key), 200));
