// The process: the portal with the built site.
import { securityHeaders } from '../doors/security-headers.ts';
import { loadPages, readBuild } from '../start/read-build.ts';
import { followChangeovers } from '../start/changeover.ts';
import { serve } from './serve.ts';

serve(async ({ BUILD_DIR, PUBLIC_ORIGIN, DEMO: isDemo }) => {
  const headers = securityHeaders(PUBLIC_ORIGIN, { isDemo });
  return {
    ...(await readBuild(BUILD_DIR, headers, { isDemo })),
    securityHeaders: headers,
    async follow(portal, doors) {
      await loadPages(BUILD_DIR);
      return followChangeovers(portal, doors);
    },
  };
});
