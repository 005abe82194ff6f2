// Search for everybody: over what is published, in the words people use.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { feeVndOf, periodOf, shortFee, shortTimeLimit } from '../procedures/labels.ts';
import type { Procedure } from '../procedures/schema.ts';
import { pageSize, SearchAnswer, SearchQuery } from './schema.ts';
import { recordMiss } from './search-service.ts';

const search = createRoute({
  method: 'get',
  path: '/',
  tags: ['Tìm kiếm'],
  summary: 'Tìm trong mọi nội dung đã công bố; gõ không dấu, gõ nhầm hay còn phím Telex đều được',
  request: { query: SearchQuery },
  responses: {
    200: json(
      'Một trang kết quả, khớp nhất trước; `highlights` là vị trí trong `title`, `corrected` là lời đã sửa',
      SearchAnswer,
    ),
    ...refusals(422, 429),
  },
});

export function searchRoutes(portal: Portal) {
  const routes = router();
  routes.get('/', charged(portal, allowancesOf(portal.env).search));
  return routes.openapi(search, async (c) => {
    const { q, type, field, page, state, as } = c.req.valid('query');
    const offset = (page - 1) * pageSize;
    const asked = {
      query: q,
      type,
      field,
      all: state === 'all',
      asTyped: as === 'typed',
      offset,
      limit: pageSize,
    };
    const { hits, ...answered } = await portal.search.search(asked);
    // Narrowed, or taken to the letter, a search may find nothing though there is something.
    const isMissed = answered.total === 0 || hits[0]?.match === 'guess';
    if (isMissed && !type && !field && !asked.asTyped) await recordMiss(portal, q);
    const shown = hits.map(({ document, match, highlights }) => ({
      type: document.type,
      code: document.code,
      title: document.title,
      url: document.url,
      field: document.field,
      state: document.state,
      ...factsOf(document.type === 'procedure' ? portal.content.procedures.get(document.code) : undefined),
      highlights,
      match,
    }));
    return c.json({ hits: shown, ...answered }, 200);
  });
}

const factsOf = (procedure: Procedure | undefined) => ({
  timeLimit: procedure ? shortTimeLimit(procedure) : null,
  fee: procedure ? shortFee(procedure) : null,
  period: procedure ? periodOf(procedure) : null,
  feeVnd: procedure ? feeVndOf(procedure) : null,
});
