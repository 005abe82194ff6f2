// The site: prerendered pages from content/, and a few pages on demand that talk to the API in process.
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// The day (Việt Nam) whose state of things this build shows; CLOCK is for rehearsals.
const builtOn = new Date((process.env.CLOCK ? Date.parse(process.env.CLOCK) : Date.now()) + 7 * 3_600_000)
  .toISOString()
  .slice(0, 10);

// Prerendered pages do not know who asks. What shared links need as a whole address (OpenGraph, canonical) they take
// from the address the portal is known by; without it those tags are left out rather than wrong.
const publicOrigin = process.env.PUBLIC_ORIGIN ? new URL(process.env.PUBLIC_ORIGIN).origin : '';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './.build',
  cacheDir: './node_modules/.astro',
  output: 'static',
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'never', assets: '_tep' },
  compressHTML: true,
  // The origin of every unsafe request is checked once, at the door (api/doors/origin.ts), for pages and API alike.
  security: { checkOrigin: false },
  session: false,
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    define: { __BUILT_ON__: JSON.stringify(builtOn), __PUBLIC_ORIGIN__: JSON.stringify(publicOrigin) },
  },
  adapter: node({ mode: 'middleware' }),
});
