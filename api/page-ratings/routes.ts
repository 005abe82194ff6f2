// Rating the information of a page: no account, no cookie; what is counted tells nothing of who rated.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { RatePage } from './schema.ts';
import { ratePage } from './service.ts';

const rate = createRoute({
  method: 'post',
  path: '/',
  tags: ['Đánh giá thông tin'],
  summary: 'Đánh giá thông tin trên một trang có hữu ích không; không ghi ai đánh giá',
  request: bodies(RatePage),
  responses: { 204: { description: 'Đã ghi' }, ...refusals(413, 422, 429, 503) },
});

export function pageRatingRoutes(portal: Portal) {
  const routes = router();
  routes.post('/', charged(portal, allowancesOf(portal.env).pageRating));
  return routes.openapi(rate, async (c) => {
    await ratePage(portal, c.req.valid('json'));
    return c.body(null, 204);
  });
}
