// For catalogues and feeds: since when content is public, and when it last changed; by kind, and document by document.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { findPublishedTimes } from '../publishing/repository.ts';
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
    200: json('Từng loại nội dung', Spans),
  },
});

const DocumentTimes = z.strictObject({
  documents: z.array(
    z.strictObject({ slug: z.string(), publishedAt: z.iso.datetime(), changedAt: z.iso.datetime() }),
  ),
});

const documents = createRoute({
  method: 'get',
  path: '/documents',
  tags: ['Dữ liệu mở'],
  summary: 'Mỗi văn bản của thư viện được đăng lần đầu và thay đổi lần cuối khi nào',
  responses: {
    200: json('Từng văn bản', DocumentTimes),
  },
});

export function openDataRoutes({ db }: Portal) {
  const routes = router().openapi(spans, async (c) => {
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
  return routes.openapi(documents, async (c) => {
    const times = await findPublishedTimes(db, 'document');
    return c.json(
      {
        documents: [...times].map(([slug, { firstAt, lastAt }]) => ({
          slug,
          publishedAt: firstAt.toISOString(),
          changedAt: lastAt.toISOString(),
        })),
      },
      200,
    );
  });
}
