// The picture of a procedure for shared links, drawn by the API.
import type { APIRoute } from 'astro';

export const prerender = false;

export const GET: APIRoute = async ({ locals, params }) =>
  await locals.api.api.pictures.procedures[':code'].$get({ param: { code: params['code'] ?? '' } });
