// Paper forms for staff at the desk: typed in once, again by somebody else, and settled where the two differ.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { listPaperViews, retypePaper, settlePaper, typePaper } from './paper-service.ts';
import { ScanNumber } from './round.ts';
import { PaperView, RetypePaper, SettlePaper, TypePaper } from './round-schema.ts';

const tags = ['Cán bộ'];
const params = z.object({ round: z.string().max(120) });
const ofPaper = params.extend({ scan: ScanNumber });

const list = createRoute({
  method: 'get',
  path: '/{round}/papers',
  tags,
  summary: 'Các phiếu giấy đã nhập của một đợt',
  request: { params },
  responses: {
    200: json('Phiếu', z.object({ papers: z.array(PaperView) })),
    ...refusals(401, 403, 404),
  },
});
const type = createRoute({
  method: 'post',
  path: '/{round}/papers',
  tags,
  summary: 'Nhập một phiếu giấy theo số bản quét (tiếp nhận, Một cửa)',
  request: { params, ...bodies(TypePaper) },
  responses: {
    201: json('Đã nhập', z.object({ scanNumber: z.string(), isValid: z.boolean() })),
    ...refusals(401, 403, 404, 409, 422),
  },
});
const retype = createRoute({
  method: 'post',
  path: '/{round}/papers/{scan}/check',
  tags,
  summary: 'Nhập lại một phiếu giấy để kiểm tra, do người khác với lần đầu',
  request: { params: ofPaper, ...bodies(RetypePaper) },
  responses: {
    200: json(
      'Kết quả so hai lần nhập',
      z.object({ state: PaperView.shape.state, differences: z.array(z.string()) }),
    ),
    ...refusals(401, 403, 404, 409, 422),
  },
});
const settle = createRoute({
  method: 'post',
  path: '/{round}/papers/{scan}/settle',
  tags,
  summary: 'Thống nhất hai lần nhập khác nhau của một phiếu giấy',
  request: { params: ofPaper, ...bodies(SettlePaper) },
  responses: { 204: { description: 'Đã thống nhất' }, ...refusals(401, 403, 404, 409, 422) },
});

export function paperStaffRoutes(portal: Portal) {
  const routes = router();
  const desk = requireStaff(portal, 'type-papers');
  routes.get('/:round/papers', requireStaff(portal, 'see-papers'));
  routes.post('/:round/papers', desk);
  routes.post('/:round/papers/:scan/check', desk);
  routes.post('/:round/papers/:scan/settle', desk);
  return routes
    .openapi(list, async (c) =>
      c.json({ papers: await listPaperViews(portal, c.get('viewer'), c.req.valid('param').round) }, 200),
    )
    .openapi(type, async (c) =>
      c.json(await typePaper(portal, c.get('viewer'), c.req.valid('param').round, c.req.valid('json')), 201),
    )
    .openapi(retype, async (c) => {
      const { round, scan } = c.req.valid('param');
      return c.json(
        await retypePaper(portal, c.get('viewer'), round, scan, c.req.valid('json').answers),
        200,
      );
    })
    .openapi(settle, async (c) => {
      const { round, scan } = c.req.valid('param');
      await settlePaper(portal, c.get('viewer'), round, scan, c.req.valid('json').right);
      return c.body(null, 204);
    });
}
