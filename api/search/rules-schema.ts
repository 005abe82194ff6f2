// The shape of content/search/synonyms.yaml.
import { z } from 'zod';
import { Text } from '../text/published.ts';
import type { EnglishWords } from './english.ts';
import type { ElsewhereSource, RulesSource } from './rules.ts';

/** Words that tell one procedure from another: never among what is not asked about. */
const telling = [
  'cấp',
  'cấp lại',
  'lại',
  'gia hạn',
  'sửa đổi',
  'bổ sung',
  'thu hồi',
  'đổi',
  'thay đổi',
  'hủy bỏ',
];
const Phrase = Text.max(80, 'Dài quá 80 ký tự.');
const Phrases = z.array(Phrase).min(1, 'Cần ít nhất một cách nói.');

const Form = z.strictObject({
  write: Phrase.regex(/^\S+$/, 'Viết liền, không có dấu cách.'),
  also: Phrases,
});
const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/, 'Ghi tên tệp của thủ tục.');

/** The content of content/search/english.yaml. An official English name has its source. */
export const EnglishFile: z.ZodType<EnglishWords> = z.strictObject({
  forms: z.array(Form),
  drop: z.array(Phrase),
  procedures: z.array(
    z
      .strictObject({
        procedure: Slug,
        about: Text.max(200, 'Dài quá 200 ký tự.'),
        name: Text.max(300, 'Dài quá 300 ký tự.').optional(),
        source: Text.optional(),
        say: z.array(Phrase).default([]),
      })
      .refine(({ name, source }) => !name || source, 'Tên tiếng Anh chính thức cần nguồn.'),
  ),
});

export const RulesFile: z.ZodType<RulesSource> = z.strictObject({
  forms: z.array(Form),
  synonyms: z.array(z.strictObject({ say: Phrases, means: Phrases })),
  drop: z.array(
    Phrase.refine(
      (text) => !telling.includes(text.toLowerCase()),
      'Từ này phân biệt các thủ tục, không được bỏ.',
    ),
  ),
  later: z.array(Phrase),
  wishes: z
    .array(
      z.strictObject({
        procedure: Slug,
        say: Phrases,
      }),
    )
    .default([]),
});

/** The content of content/search/elsewhere.yaml: what is done by others, with the ground of their competence. */
export const ElsewhereFile: z.ZodType<
  (ElsewhereSource & { source: string; certainty: 'law' | 'general' })[]
> = z.array(
  z.strictObject({
    title: Text.max(120, 'Dài quá 120 ký tự.'),
    say: Phrases,
    unless: z.array(Phrase).optional(),
    body: Text.max(200, 'Dài quá 200 ký tự.'),
    text: Text.max(300, 'Dài quá 300 ký tự.').nullable().optional(),
    url: Text.regex(/^https:\/\/\S+$/, 'Cần một địa chỉ bắt đầu bằng https://.').nullable(),
    source: Text,
    certainty: z.enum(['law', 'general']),
  }),
);
