// What search engines leave alone, and where the map of the site is; on demand, because that address must be absolute.
import type { APIRoute } from 'astro';
import { cacheOf } from '../lib/address/origin.ts';

export const prerender = false;

const rules = ['/api/', '/can-bo', '/tra-cuu', '/phan-anh/gui'];

export const GET: APIRoute = ({ locals }) =>
  new Response(
    [
      'User-agent: *',
      ...rules.map((path) => `Disallow: ${path}`),
      ...(locals.publicOrigin ? ['', `Sitemap: ${locals.publicOrigin}/sitemap.xml`] : []),
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheOf(locals) } },
  );
