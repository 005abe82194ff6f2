// The register of outgoing documents for staff: list, files, one document as it was issued, a number taken out of force.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { Letter } from './letter.ts';
import { cancelNumber } from './outgoing-service.ts';
import { Asked, OutgoingLine } from './outgoing.ts';
import { issuedLetter, outgoingFile, outgoingLines } from './register-service.ts';
import { CancelNumber } from './schema.ts';
import { docxType } from './docx-type.ts';

const tags = ['Cán bộ'];
const params = z.object({ id: z.uuid({ error: 'Số văn bản trong sổ chưa đúng.' }) });

export function outgoingRoutes(portal: Portal) {
  const register = { tags, middleware: requireStaff(portal, 'see-outgoing') };
  // Whoever may open its case and know its sender reads a document; the service looks at who asks.
  const single = { tags, middleware: requireStaff(portal, 'open-register') };
  const list = createRoute({
    ...register,
    method: 'get',
    path: '/',
    summary: 'Sổ văn bản đi của một kỳ',
    request: { query: Asked },
    responses: {
      200: json('Theo thứ tự của sổ', z.object({ lines: z.array(OutgoingLine) })),
      ...refusals(401, 403, 422),
    },
  });
  const file = createRoute({
    ...register,
    method: 'get',
    path: '/files/{file}',
    summary: 'Sổ văn bản đi của một kỳ: so-van-ban-di.xlsx, .csv, .docx hoặc .pdf',
    request: { params: z.object({ file: z.string().max(40) }), query: Asked },
    responses: {
      200: { description: 'Tệp', content: { 'application/octet-stream': { schema: z.any() } } },
      ...refusals(401, 403, 404, 422),
    },
  });
  const one = createRoute({
    ...single,
    method: 'get',
    path: '/{id}',
    summary: 'Một văn bản đúng như lúc cấp số',
    request: { params },
    responses: {
      200: json('Văn bản', z.object({ line: OutgoingLine, letter: Letter })),
      ...refusals(401, 403, 404, 422),
    },
  });
  const docx = createRoute({
    ...single,
    method: 'get',
    path: '/{id}/docx',
    summary: 'Văn bản đó, tệp DOCX',
    request: { params },
    responses: {
      200: { description: 'Tệp DOCX', content: { [docxType]: {} } },
      ...refusals(401, 403, 404, 422),
    },
  });
  const cancel = createRoute({
    tags,
    middleware: requireStaff(portal, 'issue-letter'),
    method: 'post',
    path: '/{id}/cancellation',
    summary: 'Hủy một số đã cấp: số vẫn nằm trong sổ, kèm lý do',
    request: { params, ...bodies(CancelNumber) },
    responses: { 204: { description: 'Đã hủy' }, ...refusals(400, 401, 403, 404, 409, 413, 422) },
  });
  return router()
    .openapi(list, async (c) =>
      c.json({ lines: await outgoingLines(portal, c.get('viewer'), c.req.valid('query')) }, 200),
    )
    .openapi(file, async (c) => {
      const { file } = c.req.valid('param');
      const { bytes, type, name } = await outgoingFile(portal, c.get('viewer'), file, c.req.valid('query'));
      return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
        headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
      });
    })
    .openapi(one, async (c) =>
      c.json(await issuedLetter(portal, c.get('viewer'), c.req.valid('param').id), 200),
    )
    .openapi(docx, async (c) => {
      const { line, letter } = await issuedLetter(portal, c.get('viewer'), c.req.valid('param').id);
      const { letterDocx } = await import('./tools/docx.ts');
      return c.body(new Uint8Array(await letterDocx(letter)), 200, {
        'content-type': docxType,
        'content-disposition': `attachment; filename="${line.number.replaceAll(/[^\dA-Za-z-]/g, '-')}.docx"`,
        'cache-control': 'private, no-store',
      });
    })
    .openapi(cancel, async (c) => {
      await cancelNumber(portal, c.get('viewer'), c.req.valid('param').id, c.req.valid('json').reason);
      return c.body(null, 204);
    });
}
