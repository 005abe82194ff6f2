// The portal's address for tags that need a whole one.
import type { AstroGlobal } from 'astro';

/** Of a page on demand the address it was asked at; of a prerendered one PUBLIC_ORIGIN at the build, or nothing. */
export const originOf = ({ isPrerendered, locals }: Pick<AstroGlobal, 'isPrerendered' | 'locals'>): string =>
  isPrerendered ? __PUBLIC_ORIGIN__ : locals.origin;
