// The open event file under its public address: streamed through from the API.
import type { APIRoute } from 'astro';

export const prerender = false;

export const GET: APIRoute = async ({ locals }) => {
  const answer = await locals.api.api.statistics.events.$get();
  return new Response(answer.body, { status: answer.status, headers: new Headers(answer.headers) });
};
