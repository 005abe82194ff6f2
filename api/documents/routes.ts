// The library for citizens and other systems: the list, filtered, and one document whole.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { Problem } from '../problems/problem.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { DocumentFilter, filterDocuments } from './filter.ts';
import { DocumentSummary, LibraryDocument } from './schema.ts';

const cached = { 'cache-control': 'public, max-age=300' };

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Văn bản'],
  summary: 'Thư viện văn bản, mới nhất trước',
  request: { query: DocumentFilter },
  responses: {
    200: json(
      'Các văn bản khớp với mọi điều kiện đã nêu',
      z.strictObject({ documents: z.array(DocumentSummary) }),
    ),
    ...refusals(422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{slug}',
  tags: ['Văn bản'],
  summary: 'Một văn bản: hiệu lực, quan hệ với văn bản khác, kế hoạch dẫn nó, thủ tục lấy nó làm căn cứ',
  request: { params: z.object({ slug: z.string().max(80).openapi({ example: '20-2008-nd-cp' }) }) },
  responses: {
    200: json('Văn bản', LibraryDocument),
    ...refusals(404),
  },
});

export function documentRoutes({ content: { documents } }: Portal) {
  const all = [...documents.values()];
  return router()
    .openapi(list, (c) =>
      c.json({ documents: filterDocuments(all, c.req.valid('query')).map(summary) }, 200, cached),
    )
    .openapi(one, (c) => {
      const document = documents.get(c.req.valid('param').slug);
      if (!document)
        throw new Problem('not-found', 'Không có văn bản nào tên như vậy. Xem danh mục tại /van-ban.');
      return c.json(document, 200, cached);
    });
}

function summary({
  slug,
  name,
  number,
  kind,
  issuer,
  province,
  issuedOn,
  year,
  title,
  effect,
}: LibraryDocument): DocumentSummary {
  return { slug, name, number, kind, issuer, province, issuedOn, year, title, effect };
}
