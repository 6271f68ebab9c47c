import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { breaksPolicy, expect, test } from './support/network.ts';

interface Factory {
  trustedTypes: { createPolicy(name: string, rules: object): unknown };
}

interface Usb {
  usb: { getDevices(): Promise<unknown> };
}

interface Policed {
  featurePolicy: { allowsFeature(name: string): boolean };
}

// Lives in the page, where the attempts below run.
declare function inTimer(work: () => unknown): Promise<unknown>;
const inTimerSource = `globalThis.inTimer = work => new Promise((done, fail) =>
  setTimeout(() => { try { done(String(work())); } catch (error) { fail(error); } }))`;

/** What a hostile script in the page might try, and the very refusal it must get: another would prove nothing. */
const attempts: [name: string, refusal: RegExp, attempt: (url: string) => Promise<unknown>][] = [
  // In a timer, since DevTools exempts the code that it injects itself.
  // biome-ignore lint/security/noGlobalEval: the policy has to stop it
  ['runs a string', /unsafe-eval|TrustedScript/, () => inTimer(() => eval('1 + 1'))],
  [
    'makes a function of a string',
    /unsafe-eval|TrustedScript/,
    () => inTimer(() => new Function('return 2')),
  ],
  [
    'writes markup',
    /TrustedHTML/,
    async () => {
      document.body.innerHTML = '<b>x</b>';
    },
  ],
  [
    'makes a second policy',
    /disallowed/,
    async () => {
      (window as unknown as Factory).trustedTypes.createPolicy('mine', {});
    },
  ],
  [
    'frames markup',
    /TrustedHTML/,
    async () => {
      document.createElement('iframe').srcdoc = '<script>1</script>';
    },
  ],
  ['writes over the page', /TrustedHTML/, async () => document.write('x')],
  [
    'starts a worker of its own',
    /TrustedScriptURL/,
    async () => new Worker(URL.createObjectURL(new Blob(['1']))),
  ],
  [
    'starts a worker that tabs share',
    /TrustedScriptURL/,
    async () => new SharedWorker(URL.createObjectURL(new Blob(['1']))),
  ],
  [
    'puts itself between page and network',
    /TrustedScriptURL/,
    () => navigator.serviceWorker.register('./other.js'),
  ],
  [
    'loads a module of another host',
    /Failed to fetch dynamically imported module/,
    url => import(/* @vite-ignore */ `${url}a.js`),
  ],
  [
    'sends to another host',
    /Failed to fetch/,
    url => fetch(url, { method: 'POST', mode: 'no-cors', body: 'x' }),
  ],
  ['keeps what another host has', /Failed to fetch/, async url => (await caches.open('x')).add(url)],
  ['loads a font', /network error/, url => new FontFace('x', `url(${url}a.woff2)`).load()],
  ['looks for devices', /permissions policy/i, () => (navigator as unknown as Usb).usb.getDevices()],
  [
    'asks where the phone is',
    /permissions policy/i,
    () =>
      new Promise((done, fail) =>
        navigator.geolocation.getCurrentPosition(done, error => fail(new Error(error.message))),
      ),
  ],
];

/** Puts in everything that could load or send, and gives the directives that stopped it. */
async function insertAll(url: string): Promise<string[]> {
  const seen = new Set<string>();
  document.addEventListener('securitypolicyviolation', event => seen.add(event.effectiveDirective));
  const add = (tag: string, values: object) => {
    try {
      document.body.append(Object.assign(document.createElement(tag), values));
    } catch {
      seen.add('trusted types');
    }
  };
  add('img', { src: `${url}a.png` });
  add('iframe', { src: url });
  add('link', { rel: 'stylesheet', href: `${url}a.css` });
  add('script', { src: `${url}a.js` });
  add('object', { data: `${url}a.pdf` });
  add('style', { textContent: 'body { color: red }' });
  add('audio', { src: `${url}a.mp3` });
  add('a', { href: '#', ping: `${url}ping` });
  document.querySelector<HTMLAnchorElement>('a[ping]')?.click();
  for (const rel of [
    'preconnect',
    'dns-prefetch',
    'prefetch',
    'prerender',
    'modulepreload',
    'manifest',
    'icon',
  ])
    add('link', { rel, href: `${url}${rel}` });
  add('base', { href: url });
  const inline = document.createElement('script');
  inline.append('document.title = "ran"');
  document.body.append(inline);
  const ahead = Object.assign(document.createElement('script'), { type: 'speculationrules' });
  ahead.append(JSON.stringify({ prefetch: [{ urls: [`${url}ahead`] }] }));
  document.body.append(ahead);
  const led = Object.assign(document.createElement('a'), { href: 'javascript:document.title="ran"' });
  document.body.append(led);
  led.click();
  navigator.sendBeacon(url, 'x');
  new WebSocket(url.replace('http', 'ws'));
  new EventSource(url);
  const asked = new XMLHttpRequest();
  asked.open('POST', url);
  asked.send('x');
  document.body.setAttribute('style', `background: url(${url}b.png)`);
  const form = Object.assign(document.createElement('form'), { action: url });
  document.body.append(form);
  form.submit();
  // The form was tried last; what a busy machine reports late counts too.
  const patience = performance.now() + 10_000;
  while (!seen.has('form-action') && performance.now() < patience)
    await new Promise(done => setTimeout(done, 50));
  await new Promise(done => setTimeout(done, 500));
  seen.delete('require-trusted-types-for');
  if (document.title === 'ran') seen.add('nothing stopped a script');
  return [...seen].sort();
}

/** Another origin, which writes down who came. */
async function countVisits(): Promise<{ url: string; visits: string[]; close: () => void }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url!);
    response.end();
  });
  await new Promise<void>(done => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, visits, close: () => server.close() };
}

for (const path of ['index.html', 'r.html']) {
  test.describe(path, () => {
    test('no script does what the policy forbids', { annotation: breaksPolicy }, async ({
      page,
      context,
    }) => {
      const elsewhere = await countVisits();
      // The person's own yes is not what stops it.
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: -37.8, longitude: 144.9 });
      await page.addInitScript(inTimerSource);
      await page.goto(path);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      for (const [name, refusal, attempt] of attempts)
        await expect(page.evaluate(attempt, elsewhere.url), name).rejects.toThrow(refusal);
      expect(elsewhere.visits).toEqual([]);
      elsewhere.close();
    });

    test('it may use the camera and nothing else that listens or looks', async ({ page }) => {
      await page.goto(path);
      const allowed = await page.evaluate(() =>
        ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'].filter(name =>
          (document as unknown as Policed).featurePolicy.allowsFeature(name),
        ),
      );
      expect(allowed).toEqual(['camera']);
    });

    test('no markup of a stranger loads or sends', { annotation: breaksPolicy }, async ({ page }) => {
      const elsewhere = await countVisits();
      await page.goto(path);
      const stopped = await page.evaluate(insertAll, elsewhere.url);
      expect(stopped).toEqual([
        'base-uri',
        'connect-src',
        'default-src',
        'form-action',
        'frame-src',
        'img-src',
        'media-src',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
        'trusted types',
      ]);
      expect(elsewhere.visits).toEqual([]);
      elsewhere.close();
    });
  });
}

test('nobody may put it in a frame', { annotation: breaksPolicy }, async ({ page, baseURL }) => {
  // The same host is a stranger too: frame-ancestors names nobody.
  await page.route('**/framing', route =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${baseURL}index.html"></iframe>` }),
  );
  await page.goto('framing');
  await page.waitForTimeout(500);
  const [, framed] = page.frames();
  expect(framed?.url() ?? 'none').not.toContain('index.html');
});

test('a PDF kept in memory can be shown in a frame', async ({ page }) => {
  await page.goto('');
  const stopped = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
    const file = new Blob(['%PDF-1.1\n%%EOF'], { type: 'application/pdf' });
    const frame = Object.assign(document.createElement('iframe'), { src: URL.createObjectURL(file) });
    document.body.append(frame);
    await new Promise(done => setTimeout(done, 500));
    return seen;
  });
  expect(stopped).toEqual([]);
});
