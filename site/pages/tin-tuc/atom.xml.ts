// The section as an Atom feed.
import type { APIRoute } from 'astro';
import { sectionName } from '../../../api/news/schema.ts';
import { atomAnswer, startOf } from '../../lib/feed/atom.ts';
import { postHref, posts, signedBy } from '../../lib/content/news.ts';

export const prerender = false;

export const GET: APIRoute = ({ locals }) =>
  atomAnswer(
    locals,
    { path: '/tin-tuc', self: '/tin-tuc/atom.xml', title: sectionName },
    posts.slice(0, 50).map((post) => ({
      href: postHref(post.id),
      title: post.data.title,
      summary: post.data.summary,
      updatedAt: startOf(post.data.updatedOn ?? post.data.publishedOn),
      publishedAt: startOf(post.data.publishedOn),
      author: signedBy(post),
    })),
  );
