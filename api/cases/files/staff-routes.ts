// An attachment for staff who may see its case.
import { createHash } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { requireStaff } from '../../staff/guard-service.ts';
import { downloadForStaff } from './download-service.ts';
import { pageForStaff } from './pages-service.ts';
import { sheetHtml, sheetStyle, zooms } from './sheet.ts';

const open = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/attachments/{id}',
    tags: ['Cán bộ'],
    summary: 'Tải một tệp đính kèm của hồ sơ',
    middleware: requireStaff(portal, 'open-register'),
    request: {
      params: z.object({ number: z.string().max(40), id: z.uuid('Không có tệp này trong hồ sơ.') }),
    },
    responses: {
      200: { description: 'Tệp, chỉ để tải về', content: { 'application/octet-stream': {} } },
      ...refusals(401, 403, 404, 409, 422),
    },
  });

const page = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/attachments/{id}/pages/{page}',
    tags: ['Cán bộ'],
    summary: 'Xem một trang của tệp đính kèm, vẽ lại thành ảnh',
    description:
      'PDF và ảnh. Tiêu đề x-pages: tệp có bao nhiêu trang; x-size: rộng x cao, tính bằng điểm ảnh.',
    middleware: requireStaff(portal, 'open-register'),
    request: {
      params: z.object({
        number: z.string().max(40),
        id: z.uuid('Không có tệp này trong hồ sơ.'),
        page: z.coerce.number().int().min(1, 'Trang đếm từ 1.').max(10_000, 'Không có trang này.'),
      }),
    },
    responses: {
      200: { description: 'Ảnh WebP', content: { 'image/webp': {} } },
      ...refusals(401, 403, 404, 409, 422),
    },
  });

const sheet = (portal: Portal) =>
  createRoute({
    method: 'get',
    path: '/{number}/attachments/{id}/pages/{page}/sheet',
    tags: ['Cán bộ'],
    summary: 'Trang đó đặt trong một tài liệu HTML không có mã, để xem trong khung cách ly',
    middleware: requireStaff(portal, 'open-register'),
    request: {
      params: page(portal).request.params,
      query: z.object({ zoom: z.coerce.number().int().min(1).max(zooms.length).default(1) }),
    },
    responses: {
      200: { description: 'Tài liệu HTML', content: { 'text/html': {} } },
      ...refusals(401, 403, 404, 409, 422),
    },
  });

/** Nothing in it runs, is fetched, leads on or is framed elsewhere; the picture stands in the document itself. */
const sheetPolicy = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(sheetStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** Mounted before the other routes of staff cases, so that the session is read once. */
export function staffAttachmentRoutes(portal: Portal) {
  const routes = router().openapi(page(portal), async (c) => {
    const { pages, picture, width, height } = await pageForStaff(
      portal,
      c.get('viewer'),
      c.req.valid('param'),
    );
    return c.body(new Uint8Array(picture), 200, {
      'content-type': 'image/webp',
      'x-pages': String(pages),
      'x-size': `${width}x${height}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });
  routes.openapi(sheet(portal), async (c) => {
    const { page } = c.req.valid('param');
    const { pages, picture, ...size } = await pageForStaff(portal, c.get('viewer'), c.req.valid('param'));
    const html = sheetHtml({
      ...{ ...size, zoom: c.req.valid('query').zoom, mime: 'image/webp' },
      title: `Trang ${page}/${pages}`,
      picture: Buffer.from(picture).toString('base64'),
    });
    return c.body(html, 200, {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': sheetPolicy,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });
  return routes.openapi(open(portal), async (c) => {
    const { number, id } = c.req.valid('param');
    const { bytes, headers } = await downloadForStaff(portal, c.get('viewer'), number, id);
    return c.body(new Uint8Array(bytes), 200, headers);
  });
}
