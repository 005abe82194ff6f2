// Similar ones first: what has been answered already, offered before a letter is sent.
import { createRoute } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { AskSimilar, SimilarAnswers } from './schema.ts';
import { similarAnswers } from './service.ts';

const similar = createRoute({
  method: 'post',
  path: '/similar',
  tags: ['Trả lời công khai'],
  summary: 'Các câu trả lời đã công khai gần giống nội dung sắp gửi',
  description:
    'So theo từ và cặp từ, trong 200 câu trả lời mới nhất về cùng thủ tục (không có thủ tục thì cùng loại nội dung). ' +
    'Nội dung gửi lên không được lưu và không ghi nhật ký.',
  request: bodies(AskSimilar),
  responses: {
    200: json('Nhiều nhất ba câu trả lời, mỗi câu kèm lý do; không có thì danh sách trống', SimilarAnswers),
    ...refusals(400, 413, 422, 429, 503),
  },
});

export function similarRoutes(portal: Portal) {
  const routes = router();
  routes.post('/similar', charged(portal, allowancesOf(portal.env).comparison));
  return routes.openapi(similar, async (c) => c.json(await similarAnswers(portal, c.req.valid('json')), 200));
}
