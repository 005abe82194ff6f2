// What search engines leave alone, and where the map of the site is; on demand, because that address must be absolute.
import type { APIRoute } from 'astro';

export const prerender = false;

const rules = ['/api/', '/can-bo', '/tra-cuu', '/phan-anh/gui'];

export const GET: APIRoute = ({ locals }) =>
  new Response(
    [
      'User-agent: *',
      ...rules.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${locals.origin}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' } },
  );
