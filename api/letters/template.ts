// What a template is and which ones fit a case: bound to what it is for, the kind of the matter and its state. Pure.
import { z } from 'zod';
import { orNull } from '../forms/blank.ts';
import { Status } from '../cases/lifecycle.ts';
import { Track } from '../cases/schema.ts';
import { steps } from '../cases/steps/table.ts';
import { line, paragraphs } from '../forms/validation.ts';
import { inVietnameseOrder } from '../text/order.ts';
import { readTemplate } from './filling.ts';
import { LetterKind, letterNames, type TemplateCode } from './schema.ts';

/** The types of documents that letters are issued as (Điều 7 Nghị định số 30/2020/NĐ-CP). */
export const DocumentType = z.enum(['cong-van', 'thong-bao', 'phieu-chuyen', 'bao-cao'], {
  error: 'Chọn loại văn bản.',
});
export type DocumentType = z.infer<typeof DocumentType>;

/** The long field of each step into which a template can be put. */
export const wordFields = {
  'ask-supplement': 'question',
  reject: 'reason',
  'draft-reply': 'body',
  extend: 'reason',
  collect: 'interim',
  'record-outside-result': 'result',
  'close-private': 'reason',
} as const;
export type WordStep = keyof typeof wordFields;
export const wordSteps = Object.keys(wordFields) as WordStep[];

const purposes = [
  ...LetterKind.options.map((kind) => `letter-${kind}` as const),
  ...wordSteps.map((step) => `words-${step}` as const),
] as const;
export type Purpose = (typeof purposes)[number];
export const Purpose = z.enum(purposes as unknown as [Purpose, ...Purpose[]], {
  error: 'Chọn mẫu dùng vào việc gì.',
});

export const purposeLabel = (purpose: Purpose): string => {
  const kind = letterKindOf(purpose);
  if (kind) return `Văn bản: ${letterNames[kind]}`;
  return `Chèn vào bước: ${steps[purpose.slice('words-'.length) as WordStep].label}`;
};

/** The kind of letter that a template is of; undefined: it is words for a step. */
export const letterKindOf = (purpose: Purpose): LetterKind | undefined =>
  LetterKind.safeParse(purpose.startsWith('letter-') ? purpose.slice('letter-'.length) : undefined).data;

/** The words of a template, as somebody writes them. Null track or state: whatever kind, in whatever state. */
export const TemplateWords = z
  .strictObject({
    name: line({ min: 3, max: 120, missing: 'Đặt tên cho mẫu, ít nhất 3 ký tự.' }),
    purpose: Purpose,
    track: orNull(Track),
    status: orNull(Status.exclude(['draft'])),
    type: orNull(DocumentType),
    subject: orNull(line({ max: 200, missing: 'Ghi trích yếu.' })),
    to: orNull(paragraphs({ max: 500, missing: 'Ghi nơi kính gửi.' })),
    body: paragraphs({ min: 20, max: 12_000, missing: 'Viết nội dung mẫu, ít nhất 20 ký tự.' }),
    copies: orNull(paragraphs({ max: 1_000, missing: 'Ghi nơi nhận.' })),
    source: line({
      min: 3,
      max: 300,
      missing: 'Ghi căn cứ; không có văn bản nào quy định thì ghi “nội bộ”.',
    }),
  })
  .superRefine((words, context) => {
    const wrong = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (letterKindOf(words.purpose)) {
      if (words.type === null) wrong('type', 'Chọn loại văn bản.');
      if (words.subject === null) wrong('subject', 'Ghi trích yếu.');
      if (words.to === null) wrong('to', 'Ghi nơi kính gửi.');
      if (words.copies === null) wrong('copies', 'Ghi nơi nhận, mỗi nơi một dòng.');
    }
    for (const field of ['subject', 'to', 'body', 'copies'] as const) {
      const read = readTemplate(words[field] ?? '', { kept: field === 'subject' });
      if ('wrong' in read) wrong(field, read.wrong);
    }
    if (words.purpose.startsWith('words-') && words.body.includes('{{')) {
      const read = readTemplate(words.body);
      if ('parts' in read && read.parts.some((part) => 'field' in part && own.has(part.field)))
        wrong('body', 'Trường “lời của cán bộ”, “kết quả xử lý” chỉ dùng trong văn bản.');
    }
  });
export type TemplateWords = z.output<typeof TemplateWords>;
const own: ReadonlySet<string> = new Set(['lời của cán bộ', 'kết quả xử lý']);

/** A template in one of its versions; version 0 came with content/letters.yaml. */
export type Template = TemplateWords & { code: TemplateCode; version: number };

type Standing = { track: Track | null; status: Status };

/** The templates for a purpose that fit a case, the most closely bound first, then by name. */
export function fitting(
  templates: readonly Template[],
  purpose: Purpose,
  { track, status }: Standing,
): Template[] {
  const closeness = (one: Template) => (one.track === null ? 0 : 2) + (one.status === null ? 0 : 1);
  return templates
    .filter(
      (one) =>
        one.purpose === purpose &&
        (one.track === null || one.track === track) &&
        (one.status === null || one.status === status),
    )
    .toSorted((a, b) => closeness(b) - closeness(a) || inVietnameseOrder(a.name, b.name));
}
