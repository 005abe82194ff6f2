// The answers about print sheets.
import { z } from 'zod';
import { Sheet, SheetKind } from './block.ts';

/** The short hash that a sheet carries: the first 12 hexadecimal digits over its content. */
export const SheetHash = z.string().regex(/^[0-9a-f]{12}$/, 'Mã nội dung gồm 12 chữ số 0-9, a-f.');

export const SheetSummary = z.strictObject({
  id: z.string(),
  kind: SheetKind,
  title: z.string(),
  subtitle: z.string().nullable(),
});
export type SheetSummary = z.infer<typeof SheetSummary>;

export const FieldSheets = z.strictObject({ id: z.string(), field: z.string(), count: z.int() });
export type FieldSheets = z.infer<typeof FieldSheets>;

/** The guidance notice, the lists, and the procedures of the field asked for (none asked: none told). */
export const SheetIndex = z.strictObject({
  pakn: SheetSummary,
  fields: z.array(FieldSheets),
  procedures: z.array(SheetSummary),
});
export type SheetIndex = z.infer<typeof SheetIndex>;

export const SheetView = z.strictObject({ sheet: Sheet, hash: SheetHash, printedOn: z.string() });
export type SheetView = z.infer<typeof SheetView>;

/** What became of a printed sheet. Days are of Việt Nam. */
export const SheetStanding = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('current'),
    id: z.string(),
    title: z.string(),
    since: z.string(),
    /** What stands on it and is past its day, in words. */
    expired: z.array(z.string()),
  }),
  z.strictObject({
    state: z.literal('replaced'),
    id: z.string(),
    title: z.string(),
    since: z.string(),
    replacedOn: z.string(),
  }),
  z.strictObject({
    state: z.literal('withdrawn'),
    id: z.string(),
    title: z.string(),
    since: z.string(),
    withdrawnOn: z.string(),
  }),
  z.strictObject({ state: z.literal('unknown') }),
]);
export type SheetStanding = z.infer<typeof SheetStanding>;
