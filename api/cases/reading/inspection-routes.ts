// The log of reads for those who inspect.
import { createRoute } from '@hono/zod-openapi';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import { InspectionQuery, InspectionView } from './inspection.ts';
import { inspectReads } from './inspection-service.ts';

export function inspectionRoutes(portal: Portal) {
  const read = createRoute({
    method: 'get',
    path: '/',
    tags: ['Cán bộ'],
    summary: 'Nhật ký xem hồ sơ hạn chế, đã khóa và tải tệp; mới nhất trước',
    middleware: [requireStaff(portal, 'inspect-reads')] as const,
    request: { query: InspectionQuery },
    responses: {
      200: json('Một trang', InspectionView),
      ...refusals(401, 403, 422),
    },
  });
  return router().openapi(read, async (c) =>
    c.json(await inspectReads(portal, c.get('viewer'), c.req.valid('query')), 200),
  );
}
