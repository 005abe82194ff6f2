// Handing over all of a person: who and what was handed over, the preview, the deed, its record.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { docxType } from '../letters/docx-type.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { recordPaper } from './paper.ts';
import { previewHandover, viewHandovers } from './preview-service.ts';
import { viewHandover } from './record-service.ts';
import { HandoverList, HandoverMade, HandoverPreview, HandoverRecord, NewHandover } from './schema.ts';
import { handOver } from './service.ts';

const params = z.object({ id: z.string().max(60) });

export function handoverRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'hand-over') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/',
    summary: 'Những người có thể bàn giao và các lần đã bàn giao',
    responses: { 200: json('Mới nhất trước', HandoverList), ...refusals(401, 403) },
  });
  const preview = createRoute({
    ...common,
    method: 'get',
    path: '/preview/{id}',
    summary: 'Những gì sẽ bàn giao của một người; không ghi gì',
    request: { params },
    responses: {
      200: json('Những gì người xem được biết', HandoverPreview),
      ...refusals(401, 403, 404),
    },
  });
  const make = createRoute({
    ...common,
    method: 'post',
    path: '/',
    summary: 'Bàn giao mọi việc của một người; ghi tất cả hoặc không ghi gì',
    request: bodies(NewHandover),
    responses: {
      201: json('Số của biên bản', HandoverMade),
      ...refusals(401, 403, 409, 422),
    },
  });
  const record = createRoute({
    tags: ['Cán bộ'],
    // Whoever gave or received reads it too; the service looks at who asks.
    middleware: requireStaff(portal, 'own-account'),
    method: 'get',
    path: '/{id}',
    summary: 'Biên bản của một lần bàn giao',
    request: { params },
    responses: {
      200: json('Biên bản', HandoverRecord),
      ...refusals(401, 403, 404),
    },
  });
  const docx = createRoute({
    tags: ['Cán bộ'],
    middleware: requireStaff(portal, 'own-account'),
    method: 'get',
    path: '/{id}/docx',
    summary: 'Biên bản đó, tệp DOCX theo thể thức Nghị định số 30/2020/NĐ-CP',
    request: { params },
    responses: {
      200: { description: 'Tệp DOCX', content: { [docxType]: {} } },
      ...refusals(401, 403, 404, 422),
    },
  });
  return router()
    .openapi(list, async (c) => c.json(await viewHandovers(portal), 200))
    .openapi(preview, async (c) =>
      c.json(await previewHandover(portal, c.get('viewer'), c.req.valid('param').id), 200),
    )
    .openapi(make, async (c) => {
      const by = { viewer: c.get('viewer'), address: c.env?.clientAddress ?? '' };
      return c.json(await handOver(portal, by, c.req.valid('json')), 201);
    })
    .openapi(record, async (c) =>
      c.json(await viewHandover(portal, c.get('viewer'), c.req.valid('param').id), 200),
    )
    .openapi(docx, async (c) => {
      const record = await viewHandover(portal, c.get('viewer'), c.req.valid('param').id);
      const { recordDocx } = await import('./tools/docx.ts');
      return c.body(new Uint8Array(await recordDocx(recordPaper(record, portal.content))), 200, {
        'content-type': docxType,
        'content-disposition': 'attachment; filename="bien-ban-ban-giao.docx"',
        'cache-control': 'private, no-store',
      });
    });
}
