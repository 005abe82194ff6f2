// The posts that are public on the day of the build, newest first.
import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { isPublicOn, type NewsFront } from '../../../api/news/schema.ts';
import { checkNames } from './known.ts';
import { units } from './units.ts';

type Picture = Omit<NewsFront['images'][number], 'src'> & { src: ImageMetadata };
export type Post = {
  id: string;
  collection: 'news';
  data: Omit<NewsFront, 'images'> & { images: Picture[] };
};

const entries: Post[] = await getCollection('news');
for (const { id, data } of entries) {
  checkNames(`content/news/${id}.md`, data);
  if (data.unit !== null && !units.some(({ code }) => code === data.unit))
    throw new Error(`content/news/${id}.md chưa đúng: không có đơn vị nào mã là ${data.unit}.`);
}

export const posts: Post[] = entries
  .filter(({ data }) => isPublicOn(data, __BUILT_ON__))
  .toSorted((a, b) =>
    a.data.publishedOn === b.data.publishedOn
      ? a.id < b.id
        ? -1
        : 1
      : a.data.publishedOn < b.data.publishedOn
        ? 1
        : -1,
  );

export const postHref = (id: string) => `/tin-tuc/${id}`;
/** Who signs a post: the unit that wrote it, else the section. */
export const signedBy = ({ data }: Post) =>
  units.find(({ code }) => code === data.unit)?.name ?? 'Chuyên mục CCHC - Kiểm soát TTHC';
