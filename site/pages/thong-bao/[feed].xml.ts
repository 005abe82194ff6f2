// The Atom feeds of change notices: /thong-bao/feed.xml for all fields, /thong-bao/{lĩnh vực}.xml for one.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { changeFeed } from '../../lib/feed/change-feed.ts';
import { department } from '../../lib/content/department.ts';
import { fields } from '../../lib/content/notices.ts';
import { cacheOf, withOrigin } from '../../lib/address/origin.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, locals }) => {
  const field = fields.find(({ anchor }) => anchor === params['feed'])?.field;
  if (field === undefined && params['feed'] !== 'feed') return new Response(null, { status: 404 });
  const { notices } = await parseResponse(
    locals.api.api['change-notices'].$get({ query: { field, limit: '100' } }),
  );
  return new Response(
    withOrigin(locals.publicOrigin, (origin) =>
      changeFeed(notices, { origin, department: department.name, field }),
    ),
    {
      headers: {
        'content-type': 'application/atom+xml; charset=utf-8',
        'cache-control': cacheOf(locals),
      },
    },
  );
};
