// An Atom feed as an answer; on demand, because its addresses must be absolute.
import { Feed } from 'feed';
import { department } from './department.ts';

export type FeedEntry = { href: string; title: string; summary: string; on: string; author?: string };

/** `path` is the page that the feed follows, `self` its own address; `on` of an entry is a day in Việt Nam. */
export function atomAnswer(
  origin: string,
  { path, self, title }: { path: string; self: string; title: string },
  entries: readonly FeedEntry[],
): Response {
  const newest = entries
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const feed = new Feed({
    id: origin + path,
    link: origin + path,
    title: `${title} – ${department.name}`,
    language: 'vi',
    updated: startOf(newest ?? '2026-01-01'),
    feedLinks: { atom: origin + self },
    author: { name: department.name },
    generator: false,
  });
  for (const { href, title: about, summary, on, author } of entries)
    feed.addItem({
      id: origin + href,
      link: origin + href,
      title: about,
      description: summary,
      date: startOf(on),
      author: [{ name: author ?? department.name }],
    });
  return new Response(feed.atom1(), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    },
  });
}

const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`);
