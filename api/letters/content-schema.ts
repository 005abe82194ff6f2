// What content/letters.yaml says: types of documents and their numbering, who signs as what, the templates that come along.
import { z } from 'zod';
import { Text } from '../text/published.ts';
import { TemplateCode } from './schema.ts';
import { DocumentType, TemplateWords } from './template.ts';

/** `name` null: a công văn, which has none; `series`: types of one series share a sequence of numbers. */
const TypeOfDocument = z.strictObject({
  name: Text.nullable(),
  symbol: z
    .string()
    .regex(/^[A-ZĐ]{1,6}$/, 'Ký hiệu loại văn bản gồm chữ in hoa, như TB.')
    .nullable(),
  series: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Tên dãy số chỉ gồm chữ thường không dấu, số, gạch nối.'),
});
export type TypeOfDocument = z.infer<typeof TypeOfDocument>;

const Shipped = z
  .looseObject({ code: TemplateCode })
  .transform(({ code, ...words }) => ({ code, words }))
  .pipe(z.strictObject({ code: TemplateCode, words: TemplateWords }))
  .transform(({ code, words }) => ({ ...words, code, version: 0 }));

export const LettersContent = z.strictObject({
  types: z.record(DocumentType, TypeOfDocument),
  typesSource: Text,
  draftingUnit: z.string().regex(/^[A-ZĐ0-9]{1,12}$/, 'Chữ viết tắt đơn vị gồm chữ in hoa, như VP.'),
  capacities: z.array(Text).min(1).max(20),
  capacitiesSource: Text,
  templates: z
    .array(Shipped)
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'Hai mẫu có cùng mã.'),
});
export type LettersContent = z.infer<typeof LettersContent>;
