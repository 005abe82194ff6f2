// What a print sheet is made of, the same for the screen and for PDF: a page draws blocks, it knows no content.
import { z } from 'zod';

/** One line under a label. `fill`: unknown, left as a dotted line to fill in by hand with these words behind it. */
export const FactRow = z.strictObject({
  label: z.string(),
  lines: z.array(z.string()),
  state: z.enum(['given', 'unknown', 'fill']),
});
export type FactRow = z.infer<typeof FactRow>;

/** A cell of a table: words, or a QR code that leads to a page of the portal. */
export const Cell = z.union([z.string(), z.strictObject({ qr: z.string() })]);
export type Cell = z.infer<typeof Cell>;

const Inner = [
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    tone: z.enum(['plain', 'strong', 'small', 'unknown']),
  }),
  z.strictObject({
    kind: z.literal('list'),
    items: z.array(z.string()),
    marker: z.enum(['dot', 'number', 'box']),
  }),
  z.strictObject({ kind: z.literal('facts'), rows: z.array(FactRow) }),
] as const;

export const InnerBlock = z.discriminatedUnion('kind', Inner);
export type InnerBlock = z.infer<typeof InnerBlock>;

export const Block = z.discriminatedUnion('kind', [
  ...Inner,
  z.strictObject({
    kind: z.literal('table'),
    /** `share` of the width; all shares add up to 100. */
    columns: z.array(z.strictObject({ label: z.string(), share: z.number(), centred: z.boolean() })),
    rows: z.array(z.array(Cell)),
  }),
  z.strictObject({
    kind: z.literal('box'),
    title: z.string(),
    tone: z.enum(['address', 'warning']),
    blocks: z.array(InnerBlock),
  }),
]);
export type Block = z.infer<typeof Block>;

export const SheetKind = z.enum(['pakn', 'procedure', 'field']);
export type SheetKind = z.infer<typeof SheetKind>;

/** The content of a sheet; `{origin}` in a text stands for the portal's address, which is no content. */
export const Sheet = z.strictObject({
  id: z.string(),
  kind: SheetKind,
  /** Whose sheet it is: the authority above, then the department. */
  issuers: z.array(z.string()),
  title: z.string(),
  subtitle: z.string().nullable(),
  slogan: z.string().nullable(),
  orientation: z.enum(['portrait', 'landscape']),
  blocks: z.array(Block),
  legalBasis: z.array(z.string()),
});
export type Sheet = z.infer<typeof Sheet>;

/** The sheet with the portal's address filled in, without its scheme, as people type it. */
export function withOrigin(sheet: Sheet, origin: string): Sheet {
  const address = origin.replace(/^https?:\/\//, '');
  return JSON.parse(
    JSON.stringify(sheet).replaceAll('{origin}', JSON.stringify(address).slice(1, -1)),
  ) as Sheet;
}
