/**
 * The security headers, said once. The build writes them into both pages and `dist/_headers`, the preview
 * server sends them, and a test holds the nginx example of docs/hosting.md to them.
 */
const policy: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  // A PDF that the person keeps is shown from memory in a frame.
  'frame-src': 'blob:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'app-url',
};

const join = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The policy as a `<meta>` may carry it: browsers ignore `frame-ancestors` there and complain. */
export const metaPolicy = join(policy);

/** What Holdfast uses itself; a frame inside it may not. (`web-share` too, but not every Chromium knows that name.) */
const own = [
  'camera',
  'clipboard-write',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
];

/** Everything else a page could ask the device for. A browser without Bluetooth remarks on that name; so be it. */
const never = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

export const headers: Record<string, string> = {
  'Content-Security-Policy': join({ ...policy, 'frame-ancestors': "'none'" }),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': [...own.map(name => `${name}=(self)`), ...never.map(name => `${name}=()`)].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Names in assets/ carry a hash, so these never change; the service worker must never be stale. */
const caching: [path: string, value: string][] = [
  ['/assets/*', 'public, max-age=31536000, immutable'],
  ['/sw.js', 'no-cache'],
];

const rule = (path: string, values: Record<string, string>): string =>
  [path, ...Object.entries(values).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** The `_headers` file that Netlify and Cloudflare Pages read, and our own server too. */
export const headersFile = (): string =>
  [rule('/*', headers), ...caching.map(([path, value]) => rule(path, { 'Cache-Control': value })), ''].join(
    '\n\n',
  );
