// Published answers for everybody.
import { createRoute, z } from '@hono/zod-openapi';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import { answerPage, publishedAnswer } from './answer-service.ts';
import { AnswerList, AnswerView } from '../views.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Trả lời công khai'],
  summary: 'Các câu trả lời đã công khai, mới nhất trước',
  request: {
    query: z.object({ procedure: z.string().max(120).optional(), cursor: z.string().max(80).optional() }),
  },
  responses: {
    200: { description: 'Một trang', content: { 'application/json': { schema: AnswerList } } },
    ...refusals(404, 422),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{number}',
  tags: ['Trả lời công khai'],
  summary: 'Một câu trả lời đã công khai',
  request: { params: z.object({ number: z.string().max(40) }) },
  responses: {
    200: { description: 'Câu trả lời', content: { 'application/json': { schema: AnswerView } } },
    ...refusals(404),
  },
});

export function answerRoutes(portal: Portal) {
  return router()
    .openapi(list, async (c) => {
      const { procedure, cursor } = c.req.valid('query');
      return c.json(await answerPage(portal, procedure, cursor), 200);
    })
    .openapi(one, async (c) => c.json(await publishedAnswer(portal, c.req.valid('param').number), 200));
}
