// One post of the section “CCHC - Kiểm soát TTHC”: the front matter of a file in content/news.
import { z } from 'zod';
import { Day, Text } from '../text/published.ts';

/** The name that the plans give the section (Kế hoạch truyền thông năm 2024, mục IV.2). */
export const sectionName = 'CCHC - Kiểm soát TTHC';

export const NewsKind = z.enum(['tin', 'phong-su', 'mo-hinh']);
export type NewsKind = z.infer<typeof NewsKind>;

export const newsKindLabels: Record<NewsKind, string> = {
  tin: 'Tin',
  'phong-su': 'Phóng sự',
  'mo-hinh': 'Mô hình, cách làm hay',
};

export const Audience = z.enum(['everybody', 'citizens', 'organisations', 'staff']);
export type Audience = z.infer<typeof Audience>;

export const audienceLabels: Record<Audience, string> = {
  everybody: 'Mọi người',
  citizens: 'Cá nhân',
  organisations: 'Tổ chức, doanh nghiệp',
  staff: 'Cán bộ, công chức',
};

const Slug = z.string().regex(/^[a-z0-9.-]{1,80}$/);

/** `image`: what an address of an image is parsed by; the site hands in its image pipeline. */
export const newsFront = <Image extends z.ZodType>(image: Image) =>
  z
    .strictObject({
      kind: NewsKind,
      title: Text,
      summary: Text,
      publishedOn: Day,
      updatedOn: Day.nullable().default(null),
      /** The code of the unit that wrote it (content/units.yaml); null: the section itself signs. */
      unit: Slug.nullable(),
      audience: Audience,
      /** The first stands at the head; the alternative text says what it shows, never the file's name. */
      images: z
        .array(z.strictObject({ src: image, alt: Text, caption: Text.nullable().default(null) }))
        .default([]),
      procedures: z.array(Slug).default([]),
      documents: z.array(Slug).default([]),
      /** Where its facts can be checked, as sentences or addresses. */
      sources: z.array(Text).default([]),
      /** Who let it be published, by function, and on which day; null: not written down. */
      approved: z.strictObject({ by: Text, on: Day }).nullable().default(null),
      /** Not shown anywhere until an editor takes this away. */
      draft: z.boolean().default(true),
    })
    .refine(({ publishedOn, updatedOn }) => updatedOn === null || updatedOn >= publishedOn, {
      path: ['updatedOn'],
      message: 'Ngày cập nhật không thể trước ngày đăng.',
    })
    .refine(({ publishedOn, approved }) => approved === null || approved.on <= publishedOn, {
      path: ['approved', 'on'],
      message: 'Duyệt rồi mới đăng: ngày duyệt không thể sau ngày đăng.',
    });
export type NewsFront = z.infer<ReturnType<typeof newsFront<z.ZodString>>>;

/** Whether a post is public on a day (YYYY-MM-DD, Việt Nam): no draft, somebody has approved it, and its day has come. */
export const isPublicOn = (
  { draft, approved, publishedOn }: Pick<NewsFront, 'draft' | 'approved' | 'publishedOn'>,
  today: string,
) => !draft && approved !== null && publishedOn <= today;
