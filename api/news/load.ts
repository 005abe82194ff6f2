// Reads content/news: the posts that are public on a day.
import { z } from 'zod';
import { fewAtATime } from '../content/few-at-a-time.ts';
import { filesBelow, readMarkdown } from '../content/read.ts';
import { isPublicOn, newsFront, type NewsFront } from './schema.ts';

export type StoredPost = { slug: string; front: NewsFront; text: string };

const Front = newsFront(z.string());

/** Every post that is no draft, also those whose day is still to come. */
export async function readPosts(from: string): Promise<StoredPost[]> {
  const posts = await fewAtATime(await filesBelow(from, 'news', 'md'), async (name) => ({
    slug: name.slice(0, -3),
    ...(await readMarkdown(from, `news/${name}`, Front)),
  }));
  return posts.filter(({ front }) => !front.draft);
}

/** `today` is a date in Việt Nam, YYYY-MM-DD. */
export const postsOn = (posts: readonly StoredPost[], today: string) =>
  posts.filter(({ front }) => isPublicOn(front, today));
