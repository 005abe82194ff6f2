// The map of the site: what the build knows, and the published answers; in parts where there are too many.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { addresses } from '../lib/address/addresses.ts';
import { noFile } from '../lib/content/contact-of.ts';
import { cacheOf } from '../lib/address/origin.ts';
import { maxAddresses, partOf, sitemapIndex, urlSet } from '../lib/feed/sitemap.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals, url }) => {
  const { answers } = locals.api.api.sitemap;
  const asked = Number(url.searchParams.get('phan'));
  const { total } = await parseResponse(answers.$get({ query: { limit: '0' } }));
  const parts = Math.ceil((addresses.length + total) / maxAddresses);
  if (parts > 1 && !asked) return xml(sitemapIndex(locals.publicOrigin, parts), locals);
  const part = asked || 1;
  if (!Number.isInteger(part) || part < 1 || part > parts)
    return noFile('Sơ đồ trang không có phần này. Xem /sitemap.xml.');
  const { fixed, offset, limit } = partOf(part, addresses.length);
  const found = await parseResponse(
    answers.$get({ query: { offset: String(offset), limit: String(limit) } }),
  );
  return xml(
    urlSet(locals.publicOrigin, [
      ...addresses.slice(fixed.from, fixed.to),
      ...found.answers.map(({ number, publishedAt }) => ({ path: `/tra-loi/${number}`, on: publishedAt })),
    ]),
    locals,
  );
};

const xml = (body: string, locals: App.Locals) =>
  new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': cacheOf(locals) },
  });
