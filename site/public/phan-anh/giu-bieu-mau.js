// The worker of a browser that was asked to keep the form: opens it without a line. With a line, the portal's own page
// comes, always. It keeps nothing by itself and sends nothing: site/scripts/offline does, and takes it away again.
// The English one (/en/keep-form.js) is this one, at an address from which it may look after the English form.
const keptAddress = new URL(self.registration.scope).pathname;
const partsFolder = '/_tep/';
const whoeverAsks = { ignoreVary: true };

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === keptAddress)
    event.respondWith(
      fetch(request).catch((broken) =>
        caches.match(keptAddress, whoeverAsks).then((kept) => {
          if (kept) return kept;
          throw broken;
        }),
      ),
    );
  // Their names change with their content: what is kept is never old.
  else if (pathname.startsWith(partsFolder))
    event.respondWith(caches.match(request, whoeverAsks).then((kept) => kept || fetch(request)));
});
