// The security log for those who inspect: administrators and leaders read it and take it along; nobody changes it.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from './guard-service.ts';
import { listPeople } from './repository.ts';
import { securityCsv } from './tools/security-csv.ts';
import { SecurityLogView, SecurityQuery } from './security-schema.ts';
import {
  readSecurityLog,
  securityFileRows,
  securityPageSize,
  verifySecurityLog,
} from './security-service.ts';

export function securityRoutes(portal: Portal) {
  const inspectors = requireStaff(portal, 'security-log');
  const read = createRoute({
    method: 'get',
    path: '/',
    summary: 'Nhật ký an ninh: đăng nhập, từ chối, tải tệp, đổi quyền; mới nhất trước',
    tags: ['Cán bộ'],
    middleware: inspectors,
    request: { query: SecurityQuery },
    responses: {
      200: json('Một trang', SecurityLogView),
      ...refusals(401, 403, 422),
    },
  });
  const file = createRoute({
    method: 'get',
    path: '/nhat-ky-an-ninh.csv',
    summary: 'Nhật ký an ninh dưới dạng CSV; lần tải này cũng là một dòng của nhật ký',
    tags: ['Cán bộ'],
    middleware: inspectors,
    request: { query: SecurityQuery },
    responses: {
      200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
      ...refusals(401, 403, 422),
    },
  });

  return router()
    .openapi(read, async (c) => {
      const { before, ...filter } = c.req.valid('query');
      const [found, people, brokenAt] = await Promise.all([
        readSecurityLog(portal, filter, { limit: securityPageSize + 1, before }),
        listPeople(portal.db),
        verifySecurityLog(portal),
      ]);
      const events = found.slice(0, securityPageSize);
      const next = found.length > securityPageSize ? (events.at(-1)?.id ?? null) : null;
      return c.json({ events, next, people, brokenAt, months: portal.env.SECURITY_LOG_MONTHS }, 200);
    })
    .openapi(file, async (c) => {
      const { before, ...filter } = c.req.valid('query');
      const events = await readSecurityLog(portal, filter, { limit: securityFileRows, before });
      return c.body(securityCsv(events), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="nhat-ky-an-ninh.csv"',
      });
    });
}
