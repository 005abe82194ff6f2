// Print sheets for the notice board: the list, one as data, one as PDF, and whether a printed one still holds.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { printSheet, readSheet, sheetIndex, sheetStanding } from './service.ts';
import { SheetHash, SheetIndex, SheetStanding, SheetView } from './views.ts';

const tags = ['Bảng niêm yết'];
const id = z.string().max(120).openapi({ example: 'pakn' });

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Các tờ niêm yết in được',
  request: {
    query: z.strictObject({
      field: z.string().max(200).optional().openapi({
        description: 'Mã tờ danh mục của lĩnh vực; kể thêm tờ của từng thủ tục trong lĩnh vực đó',
        example: 'linh-vuc-buu-chinh',
      }),
    }),
  },
  responses: {
    200: json('Danh sách', SheetIndex),
    ...refusals(422),
  },
});

const content = createRoute({
  method: 'get',
  path: '/{id}/content',
  tags,
  summary: 'Nội dung một tờ niêm yết, kèm mã nội dung',
  request: { params: z.object({ id }) },
  responses: {
    200: json('Tờ niêm yết', SheetView),
    ...refusals(404),
  },
});

const check = createRoute({
  method: 'get',
  path: '/check/{hash}',
  tags,
  summary: 'Tờ mang mã nội dung này còn hiệu lực, đã được thay hay đã gỡ',
  request: { params: z.object({ hash: SheetHash.openapi({ example: '0a1b2c3d4e5f' }) }) },
  responses: {
    200: json('Tình trạng của tờ', SheetStanding),
    ...refusals(422),
  },
});

const file = createRoute({
  method: 'get',
  path: '/{file}',
  tags,
  summary: 'Tờ niêm yết thành tệp PDF, khổ A4 hoặc A3',
  request: {
    params: z.object({ file: z.string().max(130).openapi({ example: 'pakn.pdf' }) }),
    query: z.strictObject({
      size: z.enum(['a4', 'a3'], { error: 'Chọn khổ giấy size=a4 hoặc size=a3.' }).default('a4'),
    }),
  },
  responses: {
    200: { description: 'Tệp PDF', content: { 'application/pdf': { schema: z.any() } } },
    ...refusals(404, 422),
  },
});

export function sheetRoutes(portal: Portal) {
  return router()
    .openapi(list, (c) => c.json(sheetIndex(portal, c.req.valid('query').field), 200))
    .openapi(check, async (c) => c.json(await sheetStanding(portal, c.req.valid('param').hash), 200))
    .openapi(content, (c) => c.json(readSheet(portal, c.req.valid('param').id), 200))
    .openapi(file, async (c) => {
      const name = c.req.valid('param').file;
      if (!name.endsWith('.pdf'))
        throw new Problem('not-found', 'Địa chỉ tệp có dạng /api/sheets/pakn.pdf?size=a4.');
      const { size } = c.req.valid('query');
      const origin = portal.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin;
      const pdf = await printSheet(portal, name.slice(0, -'.pdf'.length), size, origin);
      return c.body(new Uint8Array(pdf), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${name.slice(0, -4)}-${size}.pdf"`,
      });
    });
}
