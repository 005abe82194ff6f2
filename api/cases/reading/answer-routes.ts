// Published answers for everybody.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../../allowances/budgets.ts';
import { charge, charged } from '../../allowances/service.ts';
import { json } from '../../http/json.ts';
import { refusals } from '../../http/refusals.ts';
import { router } from '../../http/router.ts';
import type { Portal } from '../../portal/portal.ts';
import {
  answerChoices,
  answerPage,
  changePage,
  echoAnswer,
  publishedAnswer,
  type TellsScore,
} from './answer-service.ts';
import { AnswerChoices, AnswerList, AnswerView, ChangeList, EchoView } from '../views.ts';

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Trả lời công khai'],
  summary: 'Các câu trả lời đã công khai, mới nhất trước',
  request: {
    query: z.object({
      procedure: z.string().max(120).optional(),
      field: z.string().max(200).optional(),
      month: z
        .string()
        .max(7)
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Tháng viết theo dạng 2026-11.')
        .optional(),
      cursor: z.string().max(80).optional(),
    }),
  },
  responses: {
    200: json('Một trang', AnswerList),
    ...refusals(404, 422),
  },
});

const choices = createRoute({
  method: 'get',
  path: '/choices',
  tags: ['Trả lời công khai'],
  summary: 'Lĩnh vực, thủ tục, tháng đã có câu trả lời công khai',
  responses: {
    200: json('Các lựa chọn', AnswerChoices),
  },
});

const changes = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['Trả lời công khai'],
  summary: 'Điều đã thay đổi nhờ phản ánh, kiến nghị, mới nêu trước',
  request: { query: z.object({ cursor: z.string().max(80).optional() }) },
  responses: {
    200: json('Một trang', ChangeList),
    ...refusals(404, 422),
  },
});

const echo = createRoute({
  method: 'post',
  path: '/{number}/echoes',
  tags: ['Trả lời công khai'],
  summary: '“Tôi cũng gặp”: đếm thêm một người, không ghi là ai',
  request: { params: z.object({ number: z.string().max(40) }) },
  responses: {
    200: json('Số người cũng gặp', EchoView),
    ...refusals(404, 429, 503),
  },
});

const one = createRoute({
  method: 'get',
  path: '/{number}',
  tags: ['Trả lời công khai'],
  summary: 'Một câu trả lời đã công khai',
  request: { params: z.object({ number: z.string().max(40) }) },
  responses: {
    200: json('Câu trả lời', AnswerView),
    ...refusals(404),
  },
});

export function answerRoutes(portal: Portal, tellsScore: TellsScore) {
  const routes = router();
  routes.post('/:number/echoes', charged(portal, allowancesOf(portal.env).echo));
  return routes
    .openapi(list, async (c) => {
      return c.json(await answerPage(portal, c.req.valid('query')), 200);
    })
    .openapi(choices, async (c) => c.json(await answerChoices(portal), 200))
    .openapi(changes, async (c) => c.json(await changePage(portal, c.req.valid('query').cursor), 200))
    .openapi(echo, async (c) => {
      const { number } = c.req.valid('param');
      await charge(portal, allowancesOf(portal.env).echoOfOne(number), c.env?.clientAddress);
      return c.json(await echoAnswer(portal, number), 200);
    })
    .openapi(one, async (c) =>
      c.json(await publishedAnswer(portal, c.req.valid('param').number, tellsScore), 200),
    );
}
