// The guides that are public, by title.
import { getCollection } from 'astro:content';
import type { GuideFront } from '../../../api/guides/schema.ts';
import { checkNames } from './known.ts';
import { inVietnameseOrder } from '../../../api/text/order.ts';

export type Guide = { id: string; collection: 'guides'; data: GuideFront };

const entries: Guide[] = await getCollection('guides');
for (const { id, data } of entries) checkNames(`content/guides/${id}.md`, data);

export const guides: Guide[] = entries
  .filter(({ data }) => !data.draft)
  .toSorted((a, b) => inVietnameseOrder(a.data.title, b.data.title));

export const guideHref = (id: string) => `/huong-dan/${id}`;
