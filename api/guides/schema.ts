// One guide: numbered steps, and what a film says in words for who cannot see or hear it. Front matter of content/guides.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/);

export const GuideStep = z.strictObject({
  title: Text,
  text: Text,
  link: z
    .strictObject({ href: Text.regex(/^(\/|https:\/\/)\S*$/, 'Ghi một đường dẫn.'), label: Text })
    .nullable()
    .default(null),
});
export type GuideStep = z.infer<typeof GuideStep>;

export const GuideFront = z
  .strictObject({
    title: Text,
    summary: Text,
    /** The procedures it is about; none: it serves all. */
    procedures: z.array(Slug).default([]),
    steps: z.array(GuideStep).min(1),
    /** A link to the film; it is never embedded, so that no other site learns who reads this page. */
    video: Text.regex(/^https:\/\/\S+$/, 'Video là một địa chỉ bắt đầu bằng https://.').nullable(),
    transcript: Text.nullable(),
    reviewedOn: Day,
    draft: z.boolean().default(true),
  })
  .refine(({ video, transcript }) => video === null || transcript !== null, {
    path: ['transcript'],
    message: 'Có video thì phải có lời thoại (transcript) cho người không nghe, không xem được.',
  });
export type GuideFront = z.infer<typeof GuideFront>;
