// Similar ones first: what has been answered already, offered before a letter is sent.
import { createRoute } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { keyedHash } from '../http/keys.ts';
import { allowance } from '../http/limits.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal.ts';
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
    200: {
      description: 'Nhiều nhất ba câu trả lời, mỗi câu kèm lý do; không có thì danh sách trống',
      content: { 'application/json': { schema: SimilarAnswers } },
    },
    ...refusals(400, 413, 422, 429, 503),
  },
});

export function similarRoutes(portal: Portal) {
  // Comparing costs more than reading: an address may ask ten times as often as it may send.
  const take = allowance(portal.env.SUBMISSIONS_PER_10_MINUTES * 10, 600_000, (address) =>
    keyedHash(portal.keys, 'address', address).toString('base64url'),
  );
  return router().openapi(similar, async (c) => {
    take(c.env?.clientAddress, Date.now());
    return c.json(await similarAnswers(portal, c.req.valid('json')), 200);
  });
}
