// The changes of the channels as an Atom feed.
import type { APIContext } from 'astro';
import { Feed } from 'feed';
import { parseResponse } from 'hono/client';
import { vietnameseDate } from '../../../api/calendar/dates.ts';
import { entryWords } from '../../../api/contacts/history.ts';
import { fileOf } from '../../lib/contact-of.ts';
import { department } from '../../lib/department.ts';

export const prerender = false;

const newest = 100;

export async function GET({ locals: { api, origin, now } }: APIContext): Promise<Response> {
  const { history } = await parseResponse(api.api.contacts.history.$get());
  const page = `${origin}/duong-day-nong/lich-su`;
  const feed = new Feed({
    id: `${origin}/duong-day-nong/feed.xml`,
    title: `Thay đổi của đường dây nóng – ${department.name}`,
    link: page,
    language: 'vi',
    copyright: department.name,
    updated: new Date(history[0]?.at ?? now),
    feedLinks: { atom: `${origin}/duong-day-nong/feed.xml` },
    author: { name: department.name },
  });
  for (const entry of history.slice(0, newest)) {
    const words = `Ngày ${vietnameseDate(entry.on)}: ${entryWords(entry)}`;
    feed.addItem({
      id: `${page}#${entry.id}-${Date.parse(entry.at)}`,
      title: `${entry.name}: ${words}`,
      link: `${page}#${entry.id}-${Date.parse(entry.at)}`,
      date: new Date(entry.at),
      content: words,
    });
  }
  return fileOf(feed.atom1(), 'application/atom+xml; charset=utf-8');
}
