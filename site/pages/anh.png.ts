// The picture of the portal for shared links, drawn by the API.
import type { APIRoute } from 'astro';

export const prerender = false;

export const GET: APIRoute = async ({ locals }) => await locals.api.api.pictures.portal.$get();
