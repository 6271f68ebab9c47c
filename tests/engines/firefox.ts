import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.ts';
import { type Command, driveOver } from './wire.ts';

const NAMES: Readonly<Record<Command, string>> = {
  navigate: 'WebDriver:Navigate',
  script: 'WebDriver:ExecuteAsyncScript',
  findAll: 'WebDriver:FindElements',
  click: 'WebDriver:ElementClick',
  keys: 'WebDriver:ElementSendKeys',
  quit: 'Marionette:Quit',
};

/** A free port for Marionette, which it writes into the profile; and the wall as its way out. */
const prefs = (wall: number): string =>
  Object.entries({
    'marionette.port': 0,
    'network.proxy.type': 1,
    'network.proxy.http': 'localhost',
    'network.proxy.http_port': wall,
    'network.proxy.ssl': 'localhost',
    'network.proxy.ssl_port': wall,
  })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');

/** Firefox, through Marionette: the WebDriver that is inside it, as JSON over a socket of this machine. */
export async function openFirefox(binary: string, wall: number): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'holdfast-firefox-'));
  writeFileSync(join(profile, 'user.js'), prefs(wall));
  const child = spawn(binary, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
  });
  const gone = new Promise(done => child.once('exit', done));
  const line = await connectTo(await portIn(profile));
  const { capabilities } = (await line.call('WebDriver:NewSession', {})) as {
    capabilities: { browserVersion: string };
  };
  await line.call('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
  await line.call('WebDriver:SetWindowRect', { width: 500, height: 900 });
  return driveOver({
    name: `Firefox ${capabilities.browserVersion}`,
    call: (command, params) => line.call(NAMES[command], params),
    close: async () => {
      line.end();
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}

async function portIn(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  for (let waited = 0; waited < 600; waited++) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (port) return port;
    await new Promise(done => setTimeout(done, 50));
  }
  throw new Error('Firefox did not start');
}

type Reply = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/** Each message is its length in decimal, a colon, and JSON. The first is a greeting. */
async function connectTo(port: number) {
  const socket = await new Promise<Socket>((done, fail) => {
    const made = connect(port, '127.0.0.1', () => done(made)).once('error', fail);
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let came = Buffer.alloc(0);
  socket.on('data', chunk => {
    came = Buffer.concat([came, chunk]);
    for (;;) {
      const colon = came.indexOf(':');
      const end = colon + 1 + Number(came.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || came.length < end) return;
      const reply = JSON.parse(came.subarray(colon + 1, end).toString()) as Reply;
      came = came.subarray(end);
      if (Array.isArray(reply)) waiting.get(reply[1])?.(reply);
    }
  });
  let next = 0;
  const call = async (name: string, params: object): Promise<unknown> => {
    const id = ++next;
    const message = JSON.stringify([0, id, name, params]);
    const [, , error, result] = await new Promise<Reply>(done => {
      waiting.set(id, done);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
    if (error) throw new Error(`${name}: ${error.error}: ${error.message}`);
    const { value } = (result ?? {}) as { value?: unknown };
    return value === undefined ? result : value;
  };
  return { call, end: () => socket.destroy() };
}
