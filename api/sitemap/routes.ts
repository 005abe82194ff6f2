// What a site map needs of the database: the numbers of the published answers, a part at a time.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { countAnswers, listAnswerAddresses } from './repository.ts';

const Addresses = z.strictObject({
  total: z.int(),
  answers: z.array(z.strictObject({ number: z.string(), publishedAt: z.iso.datetime() })),
});

const answers = createRoute({
  method: 'get',
  path: '/answers',
  tags: ['Trả lời công khai'],
  summary: 'Mã của các câu trả lời công khai, cho sơ đồ trang',
  request: {
    query: z.strictObject({
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(0).max(50_000).default(1_000),
    }),
  },
  responses: {
    200: json('Một phần, theo thứ tự mã', Addresses),
    ...refusals(422),
  },
});

export function sitemapRoutes({ db }: Portal) {
  return router().openapi(answers, async (c) => {
    const { offset, limit } = c.req.valid('query');
    const [total, rows] = await Promise.all([countAnswers(db), listAnswerAddresses(db, offset, limit)]);
    return c.json(
      {
        total,
        answers: rows.map(({ number, publishedAt }) => ({ number, publishedAt: publishedAt.toISOString() })),
      },
      200,
    );
  });
}
