// The Atom feeds of change notices: /thong-bao/feed.xml for all fields, /thong-bao/{lĩnh vực}.xml for one.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { changeFeedAnswer } from '../../lib/feed/atom.ts';
import { fields } from '../../lib/content/notices.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, locals }) => {
  const field = fields.find(({ anchor }) => anchor === params['feed'])?.field;
  if (field === undefined && params['feed'] !== 'feed') return new Response(null, { status: 404 });
  const { notices } = await parseResponse(
    locals.api.api['change-notices'].$get({ query: { field, limit: '100' } }),
  );
  return changeFeedAnswer(locals, notices, { field });
};
