// @ts-check
// A static server for a built folder. It sends what the folder's own `_headers` says, as a real host would.
// By hand: node scripts/serve.mjs [--dir dist] [--port 4190] [--under /sub/folder/] [--cert FILE --key FILE]
// With a certificate it speaks HTTPS to the whole network, so that a phone can install it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { at, stop } from './run.mjs';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const packed = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm', '.webmanifest']);

/**
 * Serves `dir` on localhost and gives the address and a way to close it. Port 0 takes any free one.
 * @param {{ dir: string, port?: number, under?: string, tls?: { cert: Buffer, key: Buffer } | undefined }} what
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ dir, port = 0, under = '/', tls }) {
  const rules = readRules(dir);
  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const listener = (request, response) => {
    const path = pathOf(request.url ?? '/', under);
    for (const [pattern, name, value] of rules) {
      if (pattern === path || (pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1)))) {
        response.setHeader(name, value);
      }
    }
    answer(dir, path, request.headers['accept-encoding'] ?? '', response);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, tls ? '::' : 'localhost', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({
        url: `${tls ? 'https' : 'http'}://localhost:${address.port}${under}`,
        close: () => close(server),
      });
    });
  });
}

/** @param {import('node:http').Server | import('node:https').Server} server @returns {Promise<void>} */
const close = server =>
  new Promise(closed => {
    server.close(() => closed());
    server.closeAllConnections();
  });

/** The path inside the served folder; one that is outside `under` or malformed is one that isn't there. @param {string} url @param {string} under */
function pathOf(url, under) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    return path.startsWith(under) ? `/${path.slice(under.length)}` : '/not-there';
  } catch {
    return '/not-there';
  }
}

/** @param {string} dir @param {string} path @param {string} encodings @param {import('node:http').ServerResponse} response */
function answer(dir, path, encodings, response) {
  const file = join(dir, path, path.endsWith('/') ? 'index.html' : '');
  if (!file.startsWith(dir) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  const kind = extname(file);
  response.setHeader('Content-Type', types[kind] ?? 'application/octet-stream');
  const zip = packed.has(kind) && encodings.includes('gzip');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Vary', 'Accept-Encoding');
  response.end(zip ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
}

/** @param {string} dir @returns {[pattern: string, name: string, value: string][]} */
function readRules(dir) {
  const file = join(dir, '_headers');
  if (!existsSync(file)) return [];
  let pattern = '';
  /** @type {[string, string, string][]} */
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name && value) rules.push([pattern, name, value]);
    else if (line.startsWith('/')) pattern = line;
  }
  return rules;
}

if (process.argv[1] === at('scripts/serve.mjs')) {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4190' },
      under: { type: 'string', default: '/' },
      cert: { type: 'string' },
      key: { type: 'string' },
    },
  });
  if (!existsSync(at(values.dir, 'index.html')))
    stop(`${values.dir} is not built: run "npm run build" first.`);
  const { cert, key, under } = values;
  const tls = cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : undefined;
  const { url } = await serve({ dir: at(values.dir), port: Number(values.port), under, tls });
  console.log(`Serving ${values.dir} at ${url}${tls ? ' and at this machine’s own name' : ''}`);
}
