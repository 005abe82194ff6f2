// An Atom feed as an answer; on demand, because its addresses must be absolute.
import { Feed } from 'feed';
import { department } from '../content/department.ts';
import { cacheOf, withOrigin } from '../address/origin.ts';
import { changeFeed } from './change-feed.ts';

/** `updatedAt` and `publishedAt` are instants, ISO 8601. */
export type FeedEntry = {
  href: string;
  title: string;
  summary: string;
  updatedAt: string;
  publishedAt?: string;
  author?: string;
};

type Place = Pick<App.Locals, 'publicOrigin' | 'isOriginKnown'>;

/** The instant at which a day (YYYY-MM-DD) begins in Việt Nam. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

// The library marks titles and summaries as HTML.
const asHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `path` is the page that the feed follows, `self` its own address. */
export function atomAnswer(
  locals: Place,
  { path, self, title }: { path: string; self: string; title: string },
  entries: readonly FeedEntry[],
): Response {
  const newest = entries
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
  const text = withOrigin(locals.publicOrigin, (origin) => {
    const feed = new Feed({
      id: origin + path,
      link: origin + path,
      title: `${title} – ${department.name}`,
      language: 'vi',
      updated: new Date(newest ?? startOf('2026-01-01')),
      feedLinks: { atom: origin + self },
      author: { name: department.name },
      generator: false,
    });
    for (const { href, title: about, summary, updatedAt, publishedAt, author } of entries)
      feed.addItem({
        id: origin + href,
        link: origin + href,
        title: asHtml(about),
        description: asHtml(summary),
        date: new Date(updatedAt),
        ...(publishedAt && { published: new Date(publishedAt) }),
        author: [{ name: author ?? department.name }],
      });
    return feed.atom1();
  });
  return answered(locals, text);
}

/** Change notices as an answer: of all, of one field or of one procedure. */
export const changeFeedAnswer = (
  locals: Place,
  notices: Parameters<typeof changeFeed>[0],
  of: Pick<Parameters<typeof changeFeed>[1], 'field' | 'procedure'>,
): Response =>
  answered(
    locals,
    withOrigin(locals.publicOrigin, (origin) =>
      changeFeed(notices, { ...of, origin, department: department.name }),
    ),
  );

const answered = (locals: Place, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': cacheOf(locals),
    },
  });
