// Many cases at once: choose, look at what would be done, do it, undo it.
import { createRoute, z } from '@hono/zod-openapi';
import { ListQuery } from '../desk/view.ts';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { PlanBatch } from './acts.ts';
import { chooseCases, countFound, planBatch } from './plan-service.ts';
import { runBatch, undoBatch } from './run-service.ts';
import { BatchMade, BatchView, ChooseCases, Found, RunBatch } from './schema.ts';
import { viewBatch } from './view-service.ts';

const params = z.object({ id: z.string().max(60) });

export function batchRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'many-at-once') };
  const found = createRoute({
    ...common,
    method: 'get',
    path: '/found',
    summary: 'Một danh sách có bao nhiêu hồ sơ, tới số làm được một lượt',
    request: { query: ListQuery.omit({ after: true, before: true }) },
    responses: { 200: json('Số hồ sơ', Found), ...refusals(401, 403, 422) },
  });
  const choose = createRoute({
    ...common,
    method: 'post',
    path: '/',
    summary: 'Chọn nhiều hồ sơ để làm một việc; chưa ghi gì vào hồ sơ nào',
    request: bodies(ChooseCases),
    responses: { 201: json('Số của lượt', BatchMade), ...refusals(401, 403, 404, 422) },
  });
  const view = createRoute({
    ...common,
    method: 'get',
    path: '/{id}',
    summary: 'Một lượt làm nhiều hồ sơ: dự kiến, tiến độ, kết quả từng hồ sơ',
    request: { params },
    responses: { 200: json('Lượt làm', BatchView), ...refusals(401, 403, 404) },
  });
  const plan = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/plan',
    summary: 'Xem trước sẽ làm gì với từng hồ sơ; chưa ghi gì vào hồ sơ nào',
    request: { params, ...bodies(PlanBatch) },
    responses: {
      200: json('Lần xem trước', z.object({ plan: z.int() })),
      ...refusals(401, 403, 404, 409, 422),
    },
  });
  const run = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/run',
    summary: 'Làm đúng điều đã xem trước; gửi hai lần là làm một lần',
    request: { params, ...bodies(RunBatch) },
    responses: {
      202: { description: 'Đã nhận; xem tiến độ ở lượt làm' },
      ...refusals(401, 403, 404, 409, 422),
    },
  });
  const undo = createRoute({
    ...common,
    method: 'post',
    path: '/{id}/undo',
    summary: 'Hoàn tác trong 10 giây, trước khi thư báo gửi đi',
    request: { params },
    responses: {
      202: { description: 'Đã nhận; xem kết quả ở lượt làm' },
      ...refusals(401, 403, 404, 409),
    },
  });
  return router()
    .openapi(found, async (c) =>
      c.json(await countFound(portal, c.get('viewer'), { list: c.req.valid('query') }), 200),
    )
    .openapi(choose, async (c) =>
      c.json(await chooseCases(portal, c.get('viewer'), c.req.valid('json')), 201),
    )
    .openapi(view, async (c) =>
      c.json(await viewBatch(portal, c.get('viewer'), c.req.valid('param').id), 200),
    )
    .openapi(plan, async (c) =>
      c.json(await planBatch(portal, c.get('viewer'), c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(run, async (c) => {
      await runBatch(portal, c.get('viewer'), c.req.valid('param').id, c.req.valid('json').plan);
      return c.body(null, 202);
    })
    .openapi(undo, async (c) => {
      await undoBatch(portal, c.get('viewer'), c.req.valid('param').id);
      return c.body(null, 202);
    });
}
