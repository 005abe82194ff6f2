// The DCAT-AP catalogue; on demand, because its addresses must be absolute and its days are known by the API.
import type { APIRoute } from 'astro';
import { parseResponse } from 'hono/client';
import { department } from '../../lib/content/department.ts';
import { catalogueOf } from '../../lib/open-data/catalogue.ts';
import { dataFiles } from '../../lib/open-data/files.ts';
import { cacheOf } from '../../lib/address/origin.ts';

export const prerender = false;

export const GET: APIRoute = async ({ locals }) => {
  const { spans } = await parseResponse(locals.api.api.publications.spans.$get());
  const catalogue = catalogueOf(locals.publicOrigin, dataFiles, department, spans);
  return new Response(`${JSON.stringify(catalogue, null, 1)}\n`, {
    headers: { 'content-type': 'application/ld+json; charset=utf-8', 'cache-control': cacheOf(locals) },
  });
};
