import { type BrowserContext, test as base } from '@playwright/test';
import { openWall } from './wall.ts';

/** Writes down every request that a browser makes to anyone but `origin`, its service workers' too. */
export function watchRequests(context: BrowserContext, origin: string): string[] {
  const strays: string[] = [];
  const home = new URL(origin).host;
  const look = (url: string) => {
    const { protocol, host } = new URL(url);
    // blob:, data: and the browser's own pages (its PDF viewer) never touch the network.
    if (/^(https?|wss?|ftp):$/.test(protocol) && host !== home) strays.push(url);
  };
  context.on('request', request => look(request.url()));
  context.on('page', page => page.on('websocket', socket => look(socket.url())));
  return strays;
}

/** `test(name, { annotation: breaksPolicy }, …)` is for tests that try what the policy forbids. */
export const breaksPolicy = { type: 'breaks-policy' };

/**
 * The test to use everywhere: it fails when a request leaves the origin, or the machine from any browser at all that
 * the test opened, and when the page breaks its own policy.
 */
export const test = base.extend<{ staysHome: undefined }>({
  staysHome: [
    async ({ context, baseURL }, use) => {
      const strays = watchRequests(context, baseURL!);
      const broken: string[] = [];
      context.on('console', message => {
        if (/Content Security Policy|TrustedScript|Permissions policy/i.test(message.text())) {
          broken.push(message.text());
        }
      });
      await use(undefined);
      strays.push(...(await openWall()).asked.splice(0));
      // A test that breaks the policy on purpose says so, and looks by itself at what came through.
      if (base.info().annotations.some(({ type }) => type === breaksPolicy.type)) return;
      base.expect(strays, 'requests that left the origin').toEqual([]);
      base.expect(broken, 'what the policy stopped').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
