import { test as base, type BrowserContext } from '@playwright/test';

/** Writes down every request that a browser makes to anyone but `origin`, its service workers' too. */
export function watchRequests(context: BrowserContext, origin: string): string[] {
  const strays: string[] = [];
  const look = (url: string) => {
    const { protocol, host } = new URL(url);
    if (protocol !== 'blob:' && protocol !== 'data:' && host !== new URL(origin).host) strays.push(url);
  };
  context.on('request', request => look(request.url()));
  context.on('page', page => page.on('websocket', socket => look(socket.url())));
  return strays;
}

/** The test to use everywhere: it fails when a request leaves the origin or the page breaks its own policy. */
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
      base.expect(strays, 'requests that left the origin').toEqual([]);
      // A test that breaks the policy on purpose says so by an annotation of type "breaks-policy".
      const onPurpose = base.info().annotations.some(({ type }) => type === 'breaks-policy');
      if (!onPurpose) base.expect(broken, 'what the policy stopped').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
