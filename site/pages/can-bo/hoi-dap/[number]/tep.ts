// The draft of a question and answer as a file to keep.
import type { APIRoute } from 'astro';

export const prerender = false;

export const GET: APIRoute = async ({ locals, params, redirect }) => {
  const number = params['number'] ?? '';
  const answer = await locals.api.api.staff.answers[':number']['qa-draft'].$get({ param: { number } });
  // The page says why: no session, another role, no such answer.
  if (answer.status !== 200) return redirect(`/can-bo/hoi-dap/${encodeURIComponent(number)}`, 303);
  const { fileName, yaml } = await answer.json();
  return new Response(yaml, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '')}"`,
    },
  });
};
