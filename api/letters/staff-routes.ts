// The letters of a case for staff: as data for the print page, as a DOCX for the office.
import { createRoute, z } from '@hono/zod-openapi';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { caseLetterOf } from './letter-service.ts';
import { LetterKind } from './schema.ts';

const params = z.object({ number: z.string().max(40), kind: LetterKind });
const LetterView = z.object({
  kind: LetterKind,
  parent: z.string(),
  office: z.string(),
  number: z.string(),
  subject: z.string(),
  placeAndDay: z.string(),
  isDraft: z.boolean(),
  mark: z.string().nullable(),
  to: z.array(z.string()),
  body: z.array(z.object({ text: z.string(), said: z.boolean().optional() })),
  copies: z.array(z.string()),
});

const one = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/letters/{kind}',
    tags: ['Cán bộ'],
    summary: 'Một công văn của hồ sơ, theo thể thức Nghị định 30/2020/NĐ-CP',
    middleware: requireStaff(portal, 'open-register'),
    request: { params },
    responses: {
      200: { description: 'Công văn', content: { 'application/json': { schema: LetterView } } },
      ...refusals(401, 403, 404, 422),
    },
  });

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const file = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/letters/{kind}/docx',
    tags: ['Cán bộ'],
    summary: 'Công văn đó, tệp DOCX',
    middleware: requireStaff(portal, 'open-register'),
    request: { params },
    responses: {
      200: { description: 'Tệp DOCX', content: { [type]: {} } },
      ...refusals(401, 403, 404, 422),
    },
  });

/** Mounted before the other routes of staff cases, so that the session is read once. */
export function letterStaffRoutes(portal: Portal) {
  return router()
    .openapi(one(portal), async (c) => {
      const { number, kind } = c.req.valid('param');
      return c.json(await caseLetterOf(portal, c.get('viewer'), number, kind), 200);
    })
    .openapi(file(portal), async (c) => {
      const { number, kind } = c.req.valid('param');
      const { letterDocx } = await import('./tools/docx.ts');
      const bytes = await letterDocx(await caseLetterOf(portal, c.get('viewer'), number, kind));
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${number}-${kind}.docx"`,
        'cache-control': 'private, no-store',
      });
    });
}
