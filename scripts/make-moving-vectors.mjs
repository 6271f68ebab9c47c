// Writes tests/vectors/moving/v1.json: frames that format 245 of the moving code must read for ever. It was run once,
// at its release; running it again would hide a break. A later format gets a file of its own.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const load = async name => (await runnerImport(here(`../src/${name}.ts`))).module;
const target = here('../tests/vectors/moving/v1.json');
if (existsSync(target) && !process.argv.includes('--again')) throw new Error(`${target} is frozen`);

const { Encoder, coefficients } = await load('share/moving/fountain');
const { makeFrame } = await load('share/moving/frame');
const { withSum } = await load('share/moving/payload');
const { bytesToAlphanumeric } = await load('lib/alphanumeric');
const { concat } = await load('lib/bytes');
const { crc32 } = await load('lib/crc');

const hex = bytes => Buffer.from(bytes).toString('hex');
const message = Uint8Array.from({ length: 1700 }, (_, at) => (at * at + (at >> 3)) & 255);
const encoder = new Encoder(withSum(message));
const id = 0xc0ffee42;
const frame = (first, count, more) =>
  makeFrame({
    id,
    length: message.length,
    first,
    symbols: Array.from({ length: count }, (_, at) => encoder.symbol(first + at)),
    ...more,
  });
/** Any bytes as a frame whose checksum holds. */
const forged = bytes => {
  const body = Uint8Array.from(bytes);
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, crc32(body));
  return bytesToAlphanumeric(concat(body, check));
};
const head = [245, 1, 2, 3, 4, 0, 6, 164, 0, 0, 0];
const symbol = Array.from({ length: 251 }, () => 7);
const good = frame(0, 5);
const vector = {
  about: 'Format 245 of the moving code: what must be read for ever. Never changed once released.',
  message: hex(message),
  id,
  coefficients: [
    { k: 7, index: 7, row: hex(coefficients(7, 7)) },
    { k: 40, index: 65_536, row: hex(coefficients(40, 65_536)) },
    { k: 1061, index: 2 ** 24 - 1, row: hex(coefficients(1061, 2 ** 24 - 1)).slice(-64) },
  ],
  frames: [
    { first: 0, count: 5, text: good },
    { first: 5, count: 3, text: frame(5, 3) },
    { first: 1000, count: 2, text: frame(1000, 2) },
    { first: 2 ** 24 - 5, count: 5, text: frame(2 ** 24 - 5, 5) },
  ],
  refused: [
    { why: 'a character short', text: good.slice(0, -1), taken: 'not-ours', frame: false },
    { why: 'a chunk short', text: good.slice(0, -35), taken: 'not-ours', frame: false },
    {
      why: 'one character misread',
      text: `${good.slice(0, 900)}${good[900] === 'A' ? 'B' : 'A'}${good.slice(901)}`,
      taken: 'not-ours',
      frame: false,
    },
    { why: 'lower case', text: good.toLowerCase(), taken: 'not-ours', frame: false },
    { why: 'no symbol', text: forged(head), taken: 'not-ours', frame: false },
    {
      why: 'half a symbol',
      text: forged([...head, ...symbol.slice(0, 100)]),
      taken: 'not-ours',
      frame: true,
    },
    {
      why: 'no message',
      text: forged([245, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, ...symbol]),
      taken: 'not-ours',
      frame: true,
    },
    {
      why: 'sixteen megabytes',
      text: forged([245, 1, 2, 3, 4, 255, 255, 255, 0, 0, 0, ...symbol]),
      taken: 'not-ours',
      frame: true,
    },
    {
      why: 'past the last index',
      text: forged([245, 1, 2, 3, 4, 0, 6, 164, 255, 255, 255, ...symbol, ...symbol]),
      taken: 'not-ours',
      frame: true,
    },
    {
      why: 'an earlier format',
      text: forged([244, ...head.slice(1), ...symbol]),
      taken: 'not-ours',
      frame: false,
    },
    {
      why: 'the next format',
      text: forged([246, ...head.slice(1), ...symbol]),
      taken: 'too-new',
      frame: true,
    },
    {
      why: 'a later format of another shape',
      text: forged([255, ...symbol.slice(0, 40)]),
      taken: 'too-new',
      frame: true,
    },
  ],
};
mkdirSync(here('../tests/vectors/moving'), { recursive: true });
writeFileSync(target, `${JSON.stringify(vector, null, 2)}\n`);
