// The shape of content/search/synonyms.yaml.
import { z } from 'zod';
import { Text } from '../text/published.ts';
import type { RulesSource } from './rules.ts';

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

export const RulesFile: z.ZodType<RulesSource> = z.strictObject({
  forms: z.array(
    z.strictObject({ write: Phrase.regex(/^\S+$/, 'Viết liền, không có dấu cách.'), also: Phrases }),
  ),
  synonyms: z.array(z.strictObject({ say: Phrases, means: Phrases })),
  drop: z.array(
    Phrase.refine(
      (text) => !telling.includes(text.toLowerCase()),
      'Từ này phân biệt các thủ tục, không được bỏ.',
    ),
  ),
  later: z.array(Phrase),
});
