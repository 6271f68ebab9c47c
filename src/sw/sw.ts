import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The reader's page and the calendar are pages of their own: a link to one must never open the passport. Some hosts
// drop ".html".
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('notes.html'), { allowlist: [/\/notes(\.html)?(\?|$)/] }),
);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/\/(r|calendar)(\.html)?(\?|$)/],
  }),
);

// Works offline from the first visit on: without this, only a page that is loaded again would.
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

// An update waits until the person says so: taking over by itself could cost them a draft.
self.addEventListener('message', event => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
