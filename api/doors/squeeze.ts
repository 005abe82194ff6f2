// Compresses pages on demand on their way out; none whose length could tell a secret (the BREACH attack).
// A page that tells one says so itself, by `no-transform` (site/lib/form/tell-secret.ts): its answer is left as it is.
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

// Anybody's page can send who is signed in to addresses it made up: what they ask may be repeated beside what the page
// tells. The page of a case repeats nothing of it; what is posted comes from the portal's own forms only (origin.ts).
const repeatsQuery = /^\/can-bo(?!\/ho-so\/)(\/|$)/;
// What browsers say of a visit that no other site has caused: a link of the portal, or an address typed by hand.
const ownVisits = ['same-origin', 'none'];
const squeeze = compression({ threshold: 1_024 });

/** Arranges that what is written to `res` from now on goes out compressed, where the visitor takes that. */
export function squeezed(req: IncomingMessage, res: ServerResponse, path: string): void {
  const hasQuery = req.method === 'GET' && (req.url ?? '').includes('?');
  const isOwn = ownVisits.includes(String(req.headers['sec-fetch-site']));
  if (hasQuery && !isOwn && repeatsQuery.test(path)) return;
  squeeze(req as never, res as never, () => {});
}
