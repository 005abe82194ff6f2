// What is still to do on the published procedures, for who keeps them.
import { createRoute, z } from '@hono/zod-openapi';
import { localDate } from '../dates/dates.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { Duty, Upkeep, upkeepOf } from './upkeep.ts';

const pageSize = 50;

const list = createRoute({
  method: 'get',
  path: '/upkeep',
  tags: ['Cán bộ'],
  summary:
    'Thủ tục có căn cứ hết hiệu lực, còn thiếu bộ phận, chưa rà soát hoặc chưa có quyết định, nhiều việc trước (TN, CVP, BT)',
  request: {
    query: z.strictObject({
      duty: Duty.optional(),
      page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    }),
  },
  responses: {
    200: json(
      'Một trang, và số thủ tục của từng việc',
      z.strictObject({
        all: z.int(),
        counts: z.record(Duty, z.int()),
        months: z.int().nullable(),
        page: z.int(),
        pages: z.int(),
        procedures: z.array(Upkeep),
      }),
    ),
    ...refusals(401, 403, 422),
  },
});

export function procedureStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('*', requireStaff(portal, 'procedure-upkeep'));
  return routes.openapi(list, (c) => {
    const { duty, page } = c.req.valid('query');
    const { procedures, department, fallenBases } = portal.content;
    const months = department.reviewEveryMonths;
    const all = upkeepOf(procedures.values(), localDate(portal.now()), months, fallenBases);
    const owing = (one: Duty) => all.filter(({ duties }) => duties.includes(one));
    const found = duty ? owing(duty) : all.filter(({ duties }) => duties.length > 0);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const shown = Math.min(page, pages);
    return c.json(
      {
        all: all.length,
        counts: {
          'can-cu': owing('can-cu').length,
          'bo-phan': owing('bo-phan').length,
          'ra-soat': owing('ra-soat').length,
          'ra-soat-lai': owing('ra-soat-lai').length,
          'quyet-dinh': owing('quyet-dinh').length,
        },
        months,
        page: shown,
        pages,
        procedures: found.slice((shown - 1) * pageSize, shown * pageSize),
      },
      200,
    );
  });
}
