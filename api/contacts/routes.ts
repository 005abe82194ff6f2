// The channels for phản ánh, kiến nghị, in the order in which they must be shown; whether they are open; what changed.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { ContactChange } from './history.ts';
import { Contact } from './schema.ts';
import { contactHistory, openingsNow } from './service.ts';
import { ChannelOpening } from './views.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Kênh tiếp nhận'],
  summary: 'Các kênh tiếp nhận phản ánh, kiến nghị',
  responses: {
    200: json(
      'Kênh của tỉnh và của quốc gia trước, rồi kênh của Sở; value null là Sở chưa công bố',
      z.strictObject({ contacts: z.array(Contact) }),
    ),
  },
});

const opening = createRoute({
  method: 'get',
  path: '/opening',
  tags: ['Kênh tiếp nhận'],
  summary: 'Kênh nào đang mở, kênh nào mở lại lúc nào (đã trừ ngày nghỉ)',
  responses: {
    200: json(
      'Chỉ các kênh có giờ làm việc ghi thành dữ liệu; checked là đã có người gọi, gửi thử',
      z.strictObject({ at: z.string(), channels: z.array(ChannelOpening) }),
    ),
  },
});

const history = createRoute({
  method: 'get',
  path: '/history',
  tags: ['Kênh tiếp nhận'],
  summary: 'Những lần thay đổi của các kênh, mới nhất trước',
  responses: {
    200: json('Mỗi lần: ngày, kênh, điều đã đổi', z.strictObject({ history: z.array(ContactChange) })),
  },
});

export function contactRoutes(portal: Portal) {
  return router()
    .openapi(list, (c) =>
      c.json({ contacts: portal.content.contacts }, 200, { 'cache-control': 'public, max-age=300' }),
    )
    .openapi(opening, (c) => c.json({ at: portal.now().toISOString(), channels: openingsNow(portal) }, 200))
    .openapi(history, async (c) => c.json({ history: await contactHistory(portal) }, 200));
}
