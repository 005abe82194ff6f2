// Compresses pages on demand on their way out; none that could hold a secret, whose length compression would tell.
import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

// What an address says stands beside a session's token on the other staff pages; the page of a case repeats nothing of it.
const mayHoldSecrets = /^\/(can-bo(?!\/ho-so\/)|phan-anh\/da-gui)(\/|$)/;
const squeeze = compression({ threshold: 1_024 });

/** Arranges that what is written to `res` from now on goes out compressed, where the visitor takes that. */
export function squeezed(req: IncomingMessage, res: ServerResponse, path: string): void {
  if (req.method !== 'GET' || mayHoldSecrets.test(path)) return;
  squeeze(req as never, res as never, () => {});
}
