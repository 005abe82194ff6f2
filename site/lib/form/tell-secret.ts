// Said by a page that shows a code, a password or a key: its answer is kept nowhere and compressed by nobody on its way,
// for the length of a compressed page can tell a secret beside what was asked for (the BREACH attack).
import type { AstroGlobal } from 'astro';

export const tellsSecret = ({ response }: Pick<AstroGlobal, 'response'>): void =>
  response.headers.set('cache-control', 'no-store, no-transform');
