// The changes of the channels as an Atom feed.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { vietnameseDate } from '../../../api/dates/dates.ts';
import { entryWords } from '../../../api/contacts/history.ts';
import { atomAnswer } from '../../lib/feed/atom.ts';

export const prerender = false;

const newest = 100;
const page = '/duong-day-nong/lich-su';

export const GET: APIRoute = async ({ locals }) => {
  const { history } = await parseResponse(locals.api.api.contacts.history.$get());
  return atomAnswer(
    locals,
    { path: page, self: '/duong-day-nong/feed.xml', title: 'Thay đổi của đường dây nóng' },
    history.slice(0, newest).map((entry) => {
      const words = `Ngày ${vietnameseDate(entry.on)}: ${entryWords(entry)}`;
      return {
        href: `${page}#${entry.id}-${Date.parse(entry.at)}`,
        title: `${entry.name}: ${words}`,
        summary: words,
        updatedAt: entry.at,
      };
    }),
  );
};
