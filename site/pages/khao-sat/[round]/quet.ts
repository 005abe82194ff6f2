// The address in a poster's QR code: begins a session of its own for this browser, then leads to the form.
import type { APIRoute } from 'astro';
import { seeOther } from '../../../lib/form/see-other.ts';
import { keepScan, keptScan } from '../../../lib/survey/survey-session.ts';

export const prerender = false;

export const GET: APIRoute = async (context) => {
  const { searchParams } = context.url;
  const round = context.params['round'] ?? '';
  const procedure = searchParams.get('thu-tuc');
  const to = `/khao-sat/${encodeURIComponent(round)}${procedure ? `?thu-tuc=${encodeURIComponent(procedure)}` : ''}`;
  // Loaded again, the address opens no second answer while the first has not been given.
  if (keptScan(context, round) === undefined) {
    const answer = await context.locals.api.api.surveys[':round'].sessions.$post({
      param: { round },
      json: { key: searchParams.get('k') ?? '', procedure, counter: searchParams.get('quay') },
    });
    if (answer.ok) keepScan(context, round, (await answer.json()).session);
  }
  return seeOther(to);
};
