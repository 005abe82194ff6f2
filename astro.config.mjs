// The site: prerendered pages from content/, and a few pages on demand that talk to the API in process.
import path from 'node:path';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { today, writeBuildDays } from './api/start/build-days.mjs';
import { mounted } from './api/languages/addresses.ts';

// The day (Việt Nam) whose state of things this build shows.
const builtOn = today();
// What is published lies here; a portal that publishes from its register names another folder than the shipped one.
const contentDir = path.resolve(process.env.CONTENT_DIR || './content');
// A running portal builds beside the site that it is showing (api/start/changeover.ts).
const outDir = process.env.BUILD_DIR ?? './.build';

// Written beside the site: the days on which it stops being true, though no file has changed; and what its pages have the
// doors of the portal know.
const beside = {
  name: 'beside-the-site',
  hooks: {
    'astro:build:done': async () => {
      const { loadContent } = await import('./api/portal/gather.ts');
      const { changeoversOf } = await import('./api/portal/changeovers.ts');
      const { writeDoors } = await import('./api/start/page-doors.ts');
      await writeDoors('./site/pages', outDir);
      writeBuildDays(outDir, {
        builtOn,
        changeovers: changeoversOf(await loadContent(contentDir, new Date(`${builtOn}T00:00:00+07:00`))),
      });
    },
  },
};

// Pages that speak both languages answer at their English address too.
const inEnglish = {
  name: 'in-english',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const { at, file } of mounted) injectRoute({ pattern: at, entrypoint: `./site/pages/${file}` });
    },
  },
};

// Scripts run on Chrome 80 and Safari 13; what is older gets the pages without script, whole. Astro would set the newest.
const olderPhones = {
  name: 'older-phones',
  hooks: {
    'astro:build:setup': ({ updateConfig }) =>
      updateConfig({ environments: { client: { build: { target: ['chrome80', 'safari13'] } } } }),
  },
};

// One stylesheet for citizens, and one beside it for surveys and for the office: ten small ones cost ten answers of a
// slow line.
const officeStyles =
  /site\/(?:pages\/can-bo|components\/(?:staff|obligation|posting|StaffHeader|TotpSetup)|layouts\/StaffPage|styles\/(?:staff|case-page|letter)).*\.css$/;
const styles = [
  { name: 'can-bo', test: officeStyles },
  { name: 'khao-sat', test: /site\/(?:pages\/khao-sat|components\/survey).*\.css$/ },
  { name: 'cong', test: /site\/.*\.css$/ },
];

// What the scripts of a form share comes as one file: by itself each would be an answer of a slow line.
const shared = { name: 'bieu-mau', test: /site\/scripts\/(?:say|draft-store|file-input)\.ts$/ };

// Prerendered pages do not know who asks. What shared links need as a whole address (OpenGraph, canonical) they take
// from the address the portal is known by; without it those tags are left out rather than wrong.
const publicOrigin = process.env.PUBLIC_ORIGIN ? new URL(process.env.PUBLIC_ORIGIN).origin : '';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir,
  cacheDir: './node_modules/.astro',
  output: 'static',
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'never', assets: '_tep' },
  compressHTML: true,
  // Colours of code would be style attributes, which the content security policy refuses.
  markdown: { syntaxHighlight: false },
  // The origin of every unsafe request is checked once, at the door (api/doors/origin.ts), for pages and API alike.
  security: { checkOrigin: false },
  session: false,
  devToolbar: { enabled: false },
  vite: {
    resolve: { alias: { '@content': contentDir } },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: [...styles, shared] } } },
    },
    define: {
      __BUILT_ON__: JSON.stringify(builtOn),
      __CONTENT_DIR__: JSON.stringify(contentDir),
      __PUBLIC_ORIGIN__: JSON.stringify(publicOrigin),
    },
  },
  integrations: [beside, inEnglish, olderPhones],
  adapter: node({ mode: 'middleware' }),
});
