// Searches that found nothing, for the editors who keep the synonyms.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { SearchMiss } from './misses.ts';
import { misses } from './search-service.ts';

const list = createRoute({
  method: 'get',
  path: '/misses',
  tags: ['Cán bộ'],
  summary: 'Các câu tìm không ra kết quả, hỏi nhiều nhất trước (biên tập, Chánh Văn phòng)',
  responses: {
    200: json('Các câu tìm, không kèm người tìm', z.object({ misses: z.array(SearchMiss) })),
    ...refusals(401, 403),
  },
});

export function searchStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'search-misses'));
  return routes.openapi(list, async (c) => c.json({ misses: await misses(portal) }, 200));
}
