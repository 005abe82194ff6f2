// One document of the library: the file in content/documents, and what pages and the API show of it.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

export const DocumentSlug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'Tên tệp chỉ gồm chữ thường không dấu, số, gạch nối.');

/**
 * `read`: read in the text itself or in a decision that cites it; `secondary`: told by others; `partly`: told by others,
 * and only in part; `general`: to be checked.
 */
export const Certainty = z.enum(['read', 'secondary', 'partly', 'general']);
export type Certainty = z.infer<typeof Certainty>;

export const relationKinds = [
  'amends',
  'amended-by',
  'replaces',
  'replaced-by',
  'repeals',
  'repealed-by',
  'based-on',
  'basis-of',
] as const;
export const RelationKind = z.enum(relationKinds);
export type RelationKind = z.infer<typeof RelationKind>;

/** Written once, on either side; the other side follows (relations.ts). `on`: the day from which it holds. */
export const Relation = z
  .strictObject({
    kind: RelationKind,
    /** A document of the library … */
    document: DocumentSlug.nullable().default(null),
    /** … or the number of one outside it. */
    number: Text.nullable().default(null),
    on: Day.nullable().default(null),
    /** Which part of the amended, replaced or repealed document it is about; null: all of it. */
    part: Text.nullable().default(null),
    certainty: Certainty,
    note: Text.nullable().default(null),
  })
  .refine(({ document, number }) => (document === null) !== (number === null), {
    path: ['document'],
    message: 'Ghi document (tên tệp trong thư viện) hoặc number (số ký hiệu), không ghi cả hai.',
  });
export type Relation = z.infer<typeof Relation>;

const Year = z.int().min(1945).max(2100);

/** The content of `content/documents/{slug}.yaml`. Days are dates in Việt Nam; null: not known. */
export const DocumentFile = z
  .strictObject({
    number: Text.nullable(),
    /** Further ways in which the number is printed. */
    alsoNumbered: z.array(Text).default([]),
    kind: Text,
    issuer: Text,
    /** Null: a document of a central authority. */
    province: Text.nullable(),
    issuedOn: Day.nullable(),
    /** Only where the day is not known. */
    year: Year.nullable().default(null),
    title: Text.nullable(),
    /** Where the title was read: in a plan that names the document, at one of `sources`, nowhere in particular. */
    titleFrom: z.enum(['plan', 'procedure', 'source', 'general']).nullable(),
    effect: z
      .strictObject({
        /** `unknown`: since when is known, whether it still holds is not. */
        state: z.enum(['in-force', 'ended', 'unknown']),
        from: Day.nullable(),
        to: Day.nullable(),
        certainty: Certainty,
        note: Text.nullable(),
      })
      .nullable(),
    /** The years that the document itself says it is for (plans, programmes). */
    period: z
      .strictObject({ from: Year, to: Year })
      .refine(({ from, to }) => from <= to, 'Năm đầu phải trước năm cuối.')
      .nullable(),
    relations: z.array(Relation).default([]),
    /** The plans of the library that name it. */
    namedBy: z.array(DocumentSlug).default([]),
    file: Text.regex(/^(\/|https?:\/\/)\S+$/, 'Ghi đường dẫn tới tệp.').nullable(),
    sources: z.array(Text.regex(/^https?:\/\//, 'Cần một địa chỉ bắt đầu bằng http:// hoặc https://.')),
    note: Text.nullable(),
    /** What the statements above were read in, word for word; in the data, on no page. */
    evidence: Text.nullable().default(null),
  })
  .refine(({ issuedOn, year }) => issuedOn === null || year === null, {
    path: ['year'],
    message: 'Đã có ngày ban hành thì không ghi năm.',
  })
  .refine(({ title, titleFrom }) => (title === null) === (titleFrom === null), {
    path: ['titleFrom'],
    message: 'Có trích yếu thì ghi lấy từ đâu (titleFrom); chưa có thì để cả hai là null.',
  });
export type DocumentFile = z.infer<typeof DocumentFile>;

export const EffectState = z.enum(['in-force', 'not-yet', 'ended', 'replaced', 'period-over', 'unknown']);
export type EffectState = z.infer<typeof EffectState>;

/** Whether a document holds on a day. `on`: since when, as far as known. */
export const Effect = z.strictObject({
  state: EffectState,
  on: Day.nullable(),
  certainty: Certainty.nullable(),
  note: z.string().nullable(),
});
export type Effect = z.infer<typeof Effect>;

const Link = z.strictObject({ slug: z.string(), name: z.string() });
export type Link = z.infer<typeof Link>;

export const DocumentSummary = z.strictObject({
  slug: DocumentSlug,
  name: z.string(),
  number: z.string().nullable(),
  kind: z.string(),
  issuer: z.string(),
  province: z.string().nullable(),
  issuedOn: Day.nullable(),
  year: Year.nullable(),
  title: z.string().nullable(),
  effect: Effect,
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const ShownRelation = z.strictObject({
  kind: RelationKind,
  /** Null: outside the library. */
  slug: z.string().nullable(),
  name: z.string(),
  title: z.string().nullable(),
  on: Day.nullable(),
  part: z.string().nullable(),
  certainty: Certainty,
  note: z.string().nullable(),
});
export type ShownRelation = z.infer<typeof ShownRelation>;

/** A document in the portal, with what follows from the others. */
export const LibraryDocument = DocumentSummary.extend({
  alsoNumbered: z.array(z.string()),
  titleFrom: z.enum(['plan', 'procedure', 'source', 'general']).nullable(),
  period: z.strictObject({ from: Year, to: Year }).nullable(),
  relations: z.array(ShownRelation),
  namedBy: z.array(Link),
  /** The procedures that name it as their legal basis. */
  procedures: z.array(Link),
  file: z.string().nullable(),
  sources: z.array(z.string()),
  note: z.string().nullable(),
  evidence: z.string().nullable(),
});
export type LibraryDocument = z.infer<typeof LibraryDocument>;
