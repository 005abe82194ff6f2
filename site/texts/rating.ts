// The questions about an answer in English; the Vietnamese ones are content/surveys/danh-gia-pakn.yaml.
import type { RatingReason, RatingScore } from '../../api/cases/schema.ts';

type Question<Value extends string> = { label: string; hint?: string; choices: Record<Value, string> };

export const englishRating: {
  score: Question<RatingScore>;
  reason: Question<RatingReason>;
  comment: Question<never>;
} = {
  score: {
    label: 'What do you think of the answer?',
    choices: { satisfied: 'Satisfied', acceptable: 'Acceptable', dissatisfied: 'Not satisfied' },
  },
  reason: {
    label: 'Main reason',
    hint: 'If you are not fully satisfied.',
    choices: {
      slow: 'The answer took long',
      'off-topic': 'It does not answer what I wrote',
      attitude: 'The way I was treated',
      other: 'Another reason',
    },
  },
  comment: {
    label: 'Anything else',
    hint: 'Read by the department only, never published. Do not write personal data of anybody.',
    choices: {},
  },
};
