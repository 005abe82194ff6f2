// Surveys for citizens: the rounds, a questionnaire, one answer per token, and the results of closed rounds.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { IdempotencyKey } from '../cases/intake/idempotency.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { AnswerRound, OpenSession } from './answer-schema.ts';
import { answerRound, scanPoster } from './answer-service.ts';
import { resultsCsv } from './tools/results-csv.ts';
import { PublicResults } from './results-schema.ts';
import { listPublicRounds, surveyResults } from './results-service.ts';
import { PublicRound } from './round-schema.ts';
import { findPublicRound, listPublicRoundViews } from './round-service.ts';
import { Survey } from './schema.ts';

const tags = ['Khảo sát hài lòng'];
const params = z.object({ round: z.string().max(120).openapi({ example: 'muc-do-hai-long-2026-1' }) });

const list = createRoute({
  method: 'get',
  path: '/',
  tags,
  summary: 'Các đợt khảo sát đang mở và đã qua',
  responses: {
    200: json('Các đợt, mới nhất trước', z.strictObject({ rounds: z.array(PublicRound) })),
    ...refusals(503),
  },
});

const allResults = createRoute({
  method: 'get',
  path: '/results',
  tags,
  summary: 'Kết quả mọi đợt đã chốt, mới nhất trước',
  responses: {
    200: json('Kết quả các đợt', z.strictObject({ results: z.array(PublicResults) })),
    ...refusals(503),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{round}',
  tags,
  summary: 'Một đợt khảo sát và bộ câu hỏi của đợt',
  request: { params },
  responses: {
    200: json('Đợt và bộ câu hỏi', z.strictObject({ round: PublicRound, survey: Survey })),
    ...refusals(404, 503),
  },
});

const scan = createRoute({
  method: 'post',
  path: '/{round}/sessions',
  tags,
  summary: 'Mở một lượt trả lời từ mã QR trên áp phích của cơ quan',
  request: { params, ...bodies(OpenSession) },
  responses: {
    201: json('Lượt trả lời, có giá trị một giờ, dùng một lần', z.strictObject({ session: z.string() })),
    ...refusals(404, 409, 422, 429, 503),
  },
});

const answer = createRoute({
  method: 'post',
  path: '/{round}/answers',
  tags,
  summary: 'Gửi một phiếu trả lời',
  description:
    'Mỗi mã hồ sơ, mỗi lượt quét QR, mỗi phản ánh đã kết thúc chỉ trả lời một lần trong một đợt. Gửi lại với cùng Idempotency-Key và cùng mã thì không thành hai phiếu. Mã chỉ được giữ dưới dạng băm có khóa, tách khỏi câu trả lời, và bị xóa khi chốt đợt.',
  request: { params, headers: IdempotencyKey, ...bodies(AnswerRound) },
  responses: {
    201: json('Đã nhận phiếu', z.strictObject({ received: z.literal(true) })),
    ...refusals(400, 404, 409, 413, 422, 429, 503),
  },
});

const results = createRoute({
  method: 'get',
  path: '/{round}/results',
  tags,
  summary: 'Kết quả một đợt đã chốt, kèm công thức',
  description: 'Số nào dựa trên dưới 5 phiếu thì không có, cùng với số giúp tính ngược ra nó.',
  request: { params },
  responses: {
    200: json('Kết quả', PublicResults),
    ...refusals(404, 503),
  },
});

const resultsTable = createRoute({
  method: 'get',
  path: '/{round}/results.csv',
  tags,
  summary: 'Kết quả một đợt đã chốt dưới dạng CSV: cùng các số với bản JSON',
  request: { params },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals(404, 503),
  },
});

export function surveyRoutes(portal: Portal) {
  const routes = router();
  for (const path of ['/:round/sessions', '/:round/answers'])
    routes.post(path, charged(portal, allowancesOf(portal.env).surveyAnswer));
  return (
    routes
      .openapi(list, async (c) => c.json({ rounds: await listPublicRoundViews(portal) }, 200))
      // Before the round: its name would be taken for one.
      .openapi(allResults, async (c) => c.json({ results: await listPublicRounds(portal) }, 200))
      .openapi(one, async (c) => c.json(await findPublicRound(portal, c.req.valid('param').round), 200))
      .openapi(results, async (c) => c.json(await surveyResults(portal, c.req.valid('param').round), 200))
      .openapi(resultsTable, async (c) => {
        const found = await surveyResults(portal, c.req.valid('param').round);
        return c.body(resultsCsv(found), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="ket-qua-${found.round.id}.csv"`,
        });
      })
      .openapi(scan, async (c) => {
        return c.json(
          { session: await scanPoster(portal, c.req.valid('param').round, c.req.valid('json')) },
          201,
        );
      })
      .openapi(answer, async (c) => {
        await answerRound(
          portal,
          c.req.valid('param').round,
          c.req.valid('header')['idempotency-key'],
          c.req.valid('json'),
        );
        return c.json({ received: true as const }, 201);
      })
  );
}
