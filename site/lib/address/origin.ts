// The portal's address in what goes to everybody: PUBLIC_ORIGIN, never what a Host header claims.
import type { AstroGlobal } from 'astro';

type Locals = App.Locals;

/**
 * The address for tags and files that need a whole one; empty where nobody has said it: what needs it is then relative
 * or left out. A portal that is tried out on the own machine shows its address there.
 */
export const originOf = ({ isPrerendered, locals }: Pick<AstroGlobal, 'isPrerendered' | 'locals'>): string =>
  isPrerendered ? __PUBLIC_ORIGIN__ : locals.publicOrigin;

// The library of feeds takes whole addresses only; this one is nobody's, and is taken out again.
const nowhere = 'http://portal.invalid';

/** Makes a text of whole addresses at an origin; without one, the same with paths. */
export const withOrigin = (origin: string, make: (origin: string) => string): string =>
  origin ? make(origin) : make(nowhere).replaceAll(nowhere, '');

/** How long what holds such addresses may be kept: never where they came from the visitor's own machine. */
export const cacheOf = ({
  publicOrigin,
  isOriginKnown,
}: Pick<Locals, 'publicOrigin' | 'isOriginKnown'>): string =>
  isOriginKnown || publicOrigin === '' ? 'public, max-age=300' : 'no-store';
