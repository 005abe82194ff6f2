// Subscriptions to change notices for everybody; no answer tells whether an address is subscribed.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { Subscribe, WithToken } from './schema.ts';
import { confirmSubscription, subscribe, unsubscribe } from './service.ts';

const tags = ['Thông báo thay đổi'];

const ask = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary:
    'Đăng ký nhận thư khi thủ tục của một số lĩnh vực thay đổi; còn phải xác nhận bằng đường dẫn trong thư',
  request: bodies(Subscribe),
  responses: {
    202: { description: 'Đã nhận. Câu trả lời như nhau với mọi địa chỉ' },
    ...refusals(422, 429, 503),
  },
});

const confirm = createRoute({
  method: 'post',
  path: '/confirm',
  tags,
  summary: 'Xác nhận đăng ký bằng mã trong thư',
  request: bodies(WithToken),
  responses: {
    200: json(
      'Đã xác nhận; các lĩnh vực, rỗng là mọi lĩnh vực',
      z.strictObject({ fields: z.array(z.string()) }),
    ),
    ...refusals(404, 422, 429, 503),
  },
});

const end = createRoute({
  method: 'post',
  path: '/end',
  tags,
  summary: 'Thôi nhận thư bằng mã trong thư; địa chỉ bị xóa',
  request: bodies(WithToken),
  responses: { 204: { description: 'Đã thôi' }, ...refusals(404, 422, 429, 503) },
});

export function subscriptionRoutes(portal: Portal) {
  const routes = router();
  const { subscription, question } = allowancesOf(portal.env);
  routes.post('/', charged(portal, subscription));
  // Mail programs of many people end subscriptions from one network.
  for (const path of ['/confirm', '/end']) routes.post(path, charged(portal, question));
  return routes
    .openapi(ask, async (c) => {
      await subscribe(portal, c.req.valid('json'));
      return c.body(null, 202);
    })
    .openapi(confirm, async (c) => c.json(await confirmSubscription(portal, c.req.valid('json').token), 200))
    .openapi(end, async (c) => {
      await unsubscribe(portal, c.req.valid('json').token);
      return c.body(null, 204);
    });
}
