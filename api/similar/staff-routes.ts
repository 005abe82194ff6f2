// Open cases like one, for the officer who may merge them.
import { createRoute, z } from '@hono/zod-openapi';
import { SimilarCases } from '../cases/views.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { similarOpenCases } from './open-service.ts';

const similar = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/similar',
    tags: ['Cán bộ'],
    middleware: requireStaff(portal, 'open-register'),
    summary: 'Các hồ sơ đang mở có nội dung gần giống, kèm lý do',
    request: { params: z.object({ number: z.string().max(40) }) },
    responses: {
      200: json('Gần giống nhất trước', SimilarCases),
      ...refusals(401, 403, 404),
    },
  });

/** Mounted before the other routes of staff cases, so that the session is read once. */
export function staffSimilarRoutes(portal: Portal) {
  return router().openapi(similar(portal), async (c) => {
    const cases = await similarOpenCases(portal, c.get('viewer'), c.req.valid('param').number);
    return c.json({ cases }, 200);
  });
}
