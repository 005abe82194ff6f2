// Drafts of letters: kept, opened and dropped by their key, which travels in bodies only.
import { createRoute, z } from '@hono/zod-openapi';
import { allowancesOf } from '../allowances/budgets.ts';
import { charged, chargedForWrongCodes } from '../allowances/service.ts';
import { bodies } from '../http/bodies.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { Problem } from '../problems/problem.ts';
import { line } from '../forms/validation.ts';
import { json } from '../http/json.ts';
import { Draft, draftMinutes, DraftKey, Handed, handedDays, OpenDraft } from './draft.ts';
import { callBack, forgetHanded, handOver, takeOver } from './hand-service.ts';
import { dropDraft, keepDraft, openDraft } from './service.ts';

const tags = ['Phản ánh, kiến nghị'];

const keep = createRoute({
  method: 'post',
  path: '/',
  tags,
  summary: 'Giữ bản nháp của một phiếu đang viết',
  description: `Khóa do bên gửi tự sinh (32 byte ngẫu nhiên, base64url). Giữ ${draftMinutes} phút sau lần ghi cuối, rồi xóa.`,
  request: bodies(z.strictObject({ key: DraftKey, draft: Draft })),
  responses: { 204: { description: 'Đã giữ' }, ...refusals(422, 429, 503) },
});

const open = createRoute({
  method: 'post',
  path: '/open',
  tags,
  summary: 'Mở lại bản nháp bằng khóa của nó',
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: {
    200: json('Bản nháp', OpenDraft),
    ...refusals(404, 422, 429, 503),
  },
});

const drop = createRoute({
  method: 'post',
  path: '/drop',
  tags,
  summary: 'Xóa bản nháp ngay',
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: { 204: { description: 'Đã xóa, hoặc không có' }, ...refusals(422, 429, 503) },
});

const handCode = line({ max: 120, missing: 'Nhập mã viết tiếp gồm 20 ký tự, hiện trên máy kia.' });

const hand = createRoute({
  method: 'post',
  path: '/hand-over',
  tags,
  summary: 'Mang phiếu đang viết sang máy khác: cấp mã viết tiếp',
  description: `Phiếu đợi dưới mã này ${handedDays} ngày, đã mã hóa bằng khóa của cổng và chính mã này, rồi xóa. Gửi phiếu cũng xóa.`,
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: {
    200: json('Mã viết tiếp', Handed),
    ...refusals(404, 422, 429, 503),
  },
});

const back = createRoute({
  method: 'post',
  path: '/call-back',
  tags,
  summary: 'Bỏ mã viết tiếp, giữ phiếu trên máy này',
  request: bodies(z.strictObject({ key: DraftKey })),
  responses: { 204: { description: 'Đã bỏ, hoặc không có' }, ...refusals(422, 429, 503) },
});

const take = createRoute({
  method: 'post',
  path: '/take-over',
  tags,
  summary: 'Viết tiếp trên máy này: chuyển phiếu sang khóa của máy này',
  request: bodies(
    z.strictObject({
      code: handCode,
      key: DraftKey,
      /** Another letter that is being written under the key may go. */
      replaces: z.boolean().optional(),
    }),
  ),
  responses: { 204: { description: 'Phiếu đã ở dưới khóa này' }, ...refusals(404, 422, 429, 503) },
});

const forget = createRoute({
  method: 'post',
  path: '/forget-handed',
  tags,
  summary: 'Xóa ngay phiếu đang đợi dưới một mã viết tiếp',
  request: bodies(z.strictObject({ code: handCode })),
  responses: { 204: { description: 'Đã xóa' }, ...refusals(404, 422, 429, 503) },
});

const noSuchCode = () =>
  new Problem(
    'not-found',
    `Mã này không đúng, đã được dùng, hoặc đã quá ${String(handedDays).padStart(2, '0')} ngày. Hãy xem lại mã trên máy kia.`,
  );

export function draftRoutes(portal: Portal) {
  const routes = router();
  routes.post('/', charged(portal, allowancesOf(portal.env).draft));
  for (const path of ['/open', '/drop', '/call-back'])
    routes.post(path, charged(portal, allowancesOf(portal.env).question));
  routes.post('/hand-over', charged(portal, allowancesOf(portal.env).draft));
  for (const path of ['/take-over', '/forget-handed']) routes.post(path, chargedForWrongCodes(portal));
  return routes
    .openapi(keep, async (c) => {
      const { key, draft } = c.req.valid('json');
      await keepDraft(portal, key, draft);
      return c.body(null, 204);
    })
    .openapi(open, async (c) => {
      const draft = await openDraft(portal, c.req.valid('json').key);
      if (!draft) throw new Problem('not-found', 'Không có bản nháp này, hoặc đã hết thời gian giữ.');
      return c.json(draft, 200);
    })
    .openapi(drop, async (c) => {
      await dropDraft(portal, c.req.valid('json').key);
      return c.body(null, 204);
    })
    .openapi(hand, async (c) => {
      const handed = await handOver(portal, c.req.valid('json').key);
      if (!handed) throw new Problem('not-found', 'Không có bản nháp này, hoặc đã hết thời gian giữ.');
      return c.json(handed, 200);
    })
    .openapi(back, async (c) => {
      await callBack(portal, c.req.valid('json').key);
      return c.body(null, 204);
    })
    .openapi(take, async (c) => {
      const { code, ...here } = c.req.valid('json');
      if (!(await takeOver(portal, code, here))) throw noSuchCode();
      return c.body(null, 204);
    })
    .openapi(forget, async (c) => {
      if (!(await forgetHanded(portal, c.req.valid('json').code))) throw noSuchCode();
      return c.body(null, 204);
    });
}
