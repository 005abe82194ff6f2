// The pictures of shared links: one per procedure, one of the portal itself.
import { createRoute, z } from '@hono/zod-openapi';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { cardOf } from './procedure-card.ts';
import { draw } from './tools/draw.ts';

const Png = { 'image/png': { schema: z.string().openapi({ format: 'binary' }) } };
const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' };

const ofProcedure = createRoute({
  method: 'get',
  path: '/procedures/{code}',
  tags: ['Thủ tục hành chính'],
  summary: 'Ảnh của một thủ tục khi chia sẻ đường dẫn, 1200 × 630',
  request: { params: z.object({ code: z.string().max(120).openapi({ example: '1.014446' }) }) },
  responses: { 200: { description: 'Ảnh PNG', content: Png }, ...refusals(404) },
});

const ofPortal = createRoute({
  method: 'get',
  path: '/portal',
  tags: ['Thủ tục hành chính'],
  summary: 'Ảnh của cổng khi chia sẻ đường dẫn, 1200 × 630',
  responses: { 200: { description: 'Ảnh PNG', content: Png } },
});

export function pictureRoutes({ content: { department, procedures } }: Portal) {
  return router()
    .openapi(ofProcedure, async (c) => {
      const procedure = procedures.get(c.req.valid('param').code);
      if (!procedure) throw new Problem('not-found', 'Không có thủ tục nào mang mã này.');
      return c.body(bytes(await draw(cardOf(procedure, department.name))), 200, headers);
    })
    .openapi(ofPortal, async (c) =>
      c.body(
        bytes(
          await draw({
            owner: department.name,
            title: 'Thủ tục hành chính và phản ánh, kiến nghị',
            facts: [],
          }),
        ),
        200,
        headers,
      ),
    );
}

const bytes = (picture: Buffer) => new Uint8Array(picture);
