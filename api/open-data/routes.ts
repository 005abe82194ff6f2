// For catalogues of open data: since when a kind of content is public, and when it last changed.
import { createRoute, z } from '@hono/zod-openapi';
import { router } from '../http/router.ts';
import type { Portal } from '../portal.ts';
import { findSpans } from './repository.ts';

const Spans = z.strictObject({
  spans: z.array(z.strictObject({ kind: z.string(), first: z.iso.datetime(), last: z.iso.datetime() })),
});

const spans = createRoute({
  method: 'get',
  path: '/spans',
  tags: ['Dữ liệu mở'],
  summary: 'Mỗi loại nội dung được công khai lần đầu và thay đổi lần cuối khi nào',
  responses: {
    200: { description: 'Từng loại nội dung', content: { 'application/json': { schema: Spans } } },
  },
});

export function openDataRoutes({ db }: Portal) {
  return router().openapi(spans, async (c) => {
    const rows = await findSpans(db);
    return c.json(
      {
        spans: rows.map(({ kind, first, last }) => ({
          kind,
          first: first.toISOString(),
          last: last.toISOString(),
        })),
      },
      200,
    );
  });
}
