import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands in the way of every request that would leave this machine. */
interface Wall {
  readonly port: number;
  /** Who was asked for since the last time this was emptied: the address, or name and port where it is encrypted. */
  readonly asked: string[];
}

/**
 * Whom Chromium and Firefox ask by themselves, with a profile and an empty page open, whatever their flags: their
 * clock, their updates, their account. A page of Chromium's that asked them would be seen by `watchRequests`.
 */
const BROWSERS_OWN = /(^|\.)((google|googleapis|gvt1|mozilla|firefox)\.com|mozilla\.(net|org))$/;

let wall: Promise<Wall> | undefined;

/**
 * A proxy that lets nobody out and writes down who was asked for. All browsers of a test runner have it as their way
 * out (`HOLDFAST_WALL`, scripts/browser.mjs), so it sees pages, workers, service workers and the browser itself, in
 * every context and profile, also what no page reports. What goes to localhost goes around it.
 */
export const openWall = (): Promise<Wall> => {
  wall ??= start();
  return wall;
};

async function start(): Promise<Wall> {
  const asked: string[] = [];
  const note = (address: string, host: string) => {
    if (!BROWSERS_OWN.test(host)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url!, new URL(request.url!).hostname);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url!, request.url!.split(':', 1)[0]!);
    // A browser that ends may break it off before it has the answer.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Nobody leaves\r\n\r\n');
  });
  await new Promise<void>(done => server.listen(0, 'localhost', done));
  server.unref();
  return { port: (server.address() as AddressInfo).port, asked };
}
