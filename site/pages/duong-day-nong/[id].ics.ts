// The opening hours of a channel for one's calendar, without the days off; only where the hours are known as data.
import type { APIContext } from 'astro';
import { parseResponse } from 'hono/client';
import { localDate } from '../../../api/dates/dates.ts';
import { contactOf, fileOf, noFile } from '../../lib/content/contact-of.ts';
import { hoursCalendar } from '../../lib/feed/hours-calendar.ts';
import { cacheOf } from '../../lib/address/origin.ts';

export const prerender = false;

export async function GET(context: APIContext): Promise<Response> {
  const contact = await contactOf(context);
  if (!contact?.details.some(({ hours }) => hours !== null))
    return noFile('Kênh này chưa có giờ làm việc ghi thành lịch. Xem các kênh ở trang /duong-day-nong.');
  const { api, now, publicOrigin } = context.locals;
  const today = localDate(now);
  const year = Number(today.slice(0, 4));
  const years = await Promise.all(
    [year, year + 1].map((one) =>
      parseResponse(api.api.calendar.days.$get({ query: { year: String(one) } })),
    ),
  );
  const text = hoursCalendar(
    contact,
    years.flatMap(({ days }) => days),
    today,
    publicOrigin && `${publicOrigin}/duong-day-nong`,
  );
  return fileOf(text, 'text/calendar; charset=utf-8', {
    name: `${contact.id}.ics`,
    cache: cacheOf(context.locals),
  });
}
