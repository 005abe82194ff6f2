// The private calendar of an officer: what is due when, for a calendar program that has no session.
import type { APIContext } from 'astro';
import { department } from '../../lib/content/department.ts';
import { obligationCalendar } from '../../lib/feed/obligation-calendar.ts';

export const prerender = false;

export async function GET({ url, locals }: APIContext): Promise<Response> {
  const key = url.searchParams.get('khoa') ?? '';
  const answer = await locals.api.api.obligations.feed.$post({ json: { key: key.slice(0, 100) } });
  if (!answer.ok)
    return new Response('Địa chỉ lịch này không còn dùng được. Hãy tạo địa chỉ mới trên cổng.\n', {
      status: answer.status,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  const text = obligationCalendar(await answer.json(), {
    name: `Nghĩa vụ báo cáo, ${department.shortName}`,
    host: new URL(locals.origin).hostname,
    now: locals.now,
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="nghia-vu.ics"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
