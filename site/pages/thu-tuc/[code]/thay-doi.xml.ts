// What has changed and will change in one procedure, as an Atom feed.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { procedures, superseded } from '../../../lib/content/procedures.ts';
import { changeFeedAnswer } from '../../../lib/feed/atom.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, locals }) => {
  const procedure = [...procedures, ...superseded].find(({ slug }) => slug === params['code']);
  if (!procedure) return new Response(null, { status: 404 });
  const query = { procedure: procedure.slug, limit: '100' };
  const { notices } = await parseResponse(locals.api.api['change-notices'].$get({ query }));
  return changeFeedAnswer(locals, notices, { procedure });
};
