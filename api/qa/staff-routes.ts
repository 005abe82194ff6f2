// “Đưa vào hỏi đáp”: the editor and the chief of office take a published answer as the draft of a question and answer.
import { createRoute, z } from '@hono/zod-openapi';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { draftFromAnswer } from './draft-service.ts';
import { QaDraft } from './schema.ts';

const draft = createRoute({
  method: 'get',
  path: '/{number}/qa-draft',
  tags: ['Cán bộ'],
  summary: 'Bản nháp hỏi đáp từ một câu trả lời công khai (biên tập, Chánh Văn phòng)',
  request: { params: z.object({ number: z.string().max(40) }) },
  responses: {
    200: json('Tệp YAML để chép vào content/qa', QaDraft),
    ...refusals(401, 403, 404),
  },
});

export function qaStaffRoutes(portal: Portal) {
  const routes = router();
  routes.use('/*', requireStaff(portal, 'draft-question'));
  return routes.openapi(draft, async (c) =>
    c.json(await draftFromAnswer(portal, c.req.valid('param').number), 200),
  );
}
