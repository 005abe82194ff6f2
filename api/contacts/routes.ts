// The channels for phản ánh, kiến nghị, in the order in which they must be shown.
import { createRoute, z } from '@hono/zod-openapi';
import { router } from '../http/router.ts';
import type { Portal } from '../portal.ts';
import { Contact } from './schema.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Kênh tiếp nhận'],
  summary: 'Các kênh tiếp nhận phản ánh, kiến nghị',
  responses: {
    200: {
      description: 'Kênh của tỉnh và của quốc gia trước, rồi kênh của Sở; value null là chưa có thông tin',
      content: { 'application/json': { schema: z.strictObject({ contacts: z.array(Contact) }) } },
    },
  },
});

export function contactRoutes({ content: { contacts } }: Portal) {
  return router().openapi(list, (c) => c.json({ contacts }, 200, { 'cache-control': 'public, max-age=300' }));
}
