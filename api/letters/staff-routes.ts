// The letters of a case for staff: as data for the print page, as a DOCX for the office, and under a number.
import { createRoute, z } from '@hono/zod-openapi';
import { bodies } from '../http/bodies.ts';
import { json } from '../http/json.ts';
import { refusals } from '../http/refusals.ts';
import { router } from '../http/router.ts';
import type { Portal } from '../portal/portal.ts';
import { requireStaff } from '../staff/guard-service.ts';
import { docxType } from './docx-type.ts';
import { kindsOf, makeLetter } from './letter-service.ts';
import { Letter } from './letter.ts';
import { expectedNumber, issueLetter } from './outgoing-service.ts';
import { OutgoingLine } from './outgoing.ts';
import { issuedOf } from './register-service.ts';
import { IssueLetter, LetterKind, TemplateCode } from './schema.ts';
import { insertionsFor } from './template-service.ts';
import { Insertion } from './template-views.ts';

const number = z.string().max(40);
const params = z.object({ number, kind: LetterKind });
const query = z.strictObject({ template: TemplateCode.optional() });
const LetterView = z.object({
  letter: Letter,
  seen: z.string(),
  templates: z.array(z.object({ code: z.string(), name: z.string(), version: z.int() })),
  /** The number that the register would give now; null: it cannot give one. */
  expected: z.string().nullable(),
  /** Why it cannot be issued yet; null: it can. */
  hindrance: z.string().nullable(),
  capacities: z.array(z.string()),
});

/** Mounted before the other routes of staff cases, so that the session is read once. */
export function letterStaffRoutes(portal: Portal) {
  const common = { tags: ['Cán bộ'], middleware: requireStaff(portal, 'open-register') };
  const list = createRoute({
    ...common,
    method: 'get',
    path: '/{number}/letters',
    summary: 'Các văn bản mà hồ sơ có, và những văn bản đã cấp số',
    request: { params: z.object({ number }) },
    responses: {
      200: json('Văn bản', z.object({ kinds: z.array(LetterKind), issued: z.array(OutgoingLine) })),
      ...refusals(401, 403, 404, 422),
    },
  });
  const insertions = createRoute({
    ...common,
    method: 'get',
    path: '/{number}/insertions',
    summary: 'Các mẫu chèn được vào những bước đang làm được, đã điền từ hồ sơ',
    request: { params: z.object({ number }) },
    responses: {
      200: json('Mẫu', z.object({ insertions: z.array(Insertion) })),
      ...refusals(401, 403, 404, 422),
    },
  });
  const one = createRoute({
    ...common,
    method: 'get',
    path: '/{number}/letters/{kind}',
    summary: 'Một văn bản của hồ sơ, theo thể thức Nghị định số 30/2020/NĐ-CP',
    request: { params, query },
    responses: { 200: json('Văn bản', LetterView), ...refusals(401, 403, 404, 422) },
  });
  const file = createRoute({
    ...common,
    method: 'get',
    path: '/{number}/letters/{kind}/docx',
    summary: 'Văn bản đó, tệp DOCX',
    request: { params, query },
    responses: {
      200: { description: 'Tệp DOCX', content: { [docxType]: {} } },
      ...refusals(401, 403, 404, 422),
    },
  });
  const issue = createRoute({
    tags: ['Cán bộ'],
    middleware: requireStaff(portal, 'issue-letter'),
    method: 'post',
    path: '/{number}/letters/{kind}',
    summary: 'Cấp số cho một văn bản và ghi vào sổ văn bản đi; ghi tất cả hoặc không ghi gì',
    request: { params, ...bodies(IssueLetter) },
    responses: {
      201: json('Số đã cấp', z.object({ id: z.string(), number: z.string() })),
      ...refusals(400, 401, 403, 404, 409, 413, 422),
    },
  });
  return router()
    .openapi(list, async (c) => {
      const { number } = c.req.valid('param');
      const viewer = c.get('viewer');
      const kinds = await kindsOf(portal, viewer, number);
      return c.json({ kinds, issued: await issuedOf(portal, viewer, number) }, 200);
    })
    .openapi(insertions, async (c) => {
      const { number } = c.req.valid('param');
      return c.json({ insertions: await insertionsFor(portal, c.get('viewer'), number) }, 200);
    })
    .openapi(one, async (c) => {
      const wished = c.req.valid('query').template;
      const made = await makeLetter(portal, c.get('viewer'), { ...c.req.valid('param'), wished });
      const { letter, seen, hindrance, template, templates } = made;
      return c.json(
        {
          letter,
          seen,
          hindrance,
          templates: templates.map(({ code, name, version }) => ({ code, name, version })),
          expected: await expectedNumber(portal, template),
          capacities: portal.content.letters.capacities,
        },
        200,
      );
    })
    .openapi(file, async (c) => {
      const { number, kind } = c.req.valid('param');
      const wished = c.req.valid('query').template;
      const { letterDocx } = await import('./tools/docx.ts');
      const { letter } = await makeLetter(portal, c.get('viewer'), { number, kind, wished });
      return c.body(new Uint8Array(await letterDocx(letter)), 200, {
        'content-type': docxType,
        'content-disposition': `attachment; filename="${number}-${kind}.docx"`,
        'cache-control': 'private, no-store',
      });
    })
    .openapi(issue, async (c) =>
      c.json(await issueLetter(portal, c.get('viewer'), c.req.valid('param'), c.req.valid('json')), 201),
    );
}
