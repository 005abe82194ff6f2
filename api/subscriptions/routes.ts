// Subscriptions to change notices for everybody; no answer tells whether an address is subscribed.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { keyedHash } from '../http/keys.ts';
import { allowance } from '../http/limits.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal.ts';
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
    200: {
      description: 'Đã xác nhận; các lĩnh vực, rỗng là mọi lĩnh vực',
      content: { 'application/json': { schema: z.strictObject({ fields: z.array(z.string()) }) } },
    },
    ...refusals(404, 422, 503),
  },
});

const end = createRoute({
  method: 'post',
  path: '/end',
  tags,
  summary: 'Thôi nhận thư bằng mã trong thư; địa chỉ bị xoá',
  request: bodies(WithToken),
  responses: { 204: { description: 'Đã thôi' }, ...refusals(404, 422, 503) },
});

export function subscriptionRoutes(portal: Portal) {
  const take = allowance(portal.env.SUBMISSIONS_PER_10_MINUTES, 600_000, (address) =>
    keyedHash(portal.keys, 'address', address).toString('base64url'),
  );
  return router()
    .openapi(ask, async (c) => {
      take(c.env?.clientAddress, Date.now());
      await subscribe(portal, c.req.valid('json'));
      return c.body(null, 202);
    })
    .openapi(confirm, async (c) => c.json(await confirmSubscription(portal, c.req.valid('json').token), 200))
    .openapi(end, async (c) => {
      await unsubscribe(portal, c.req.valid('json').token);
      return c.body(null, 204);
    });
}
