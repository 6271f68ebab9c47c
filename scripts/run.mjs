// @ts-check
// What start, test, bench and screens share: paths, running a command, installing only when needed.
// Needs Node alone, for it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the project. @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/**
 * Runs a command and gives its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, aside?: boolean, cwd?: string }} [how] `aside` keeps its words off our own output
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, aside = false, cwd = root } = {}) {
  return new Promise(done => {
    const child = spawn(command, args, {
      cwd,
      stdio: aside ? ['inherit', 2, 2] : 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', error => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on('close', code => done(code ?? 1));
  });
}

/** Runs a tool of node_modules. @param {string} name @param {string[]} args */
export const tool = (name, ...args) => run(process.execPath, [binary(name), ...args]);

/** Builds a page, or stops. Without a folder it is the app's own, into dist/. @param {string} [folder] the one with another vite.config.ts */
export async function build(folder) {
  const config = folder ? ['--config', `${folder}/vite.config.ts`] : [];
  const args = [binary('vite'), 'build', '--logLevel', 'warn', ...config];
  if ((await run(process.execPath, args, { aside: true })) !== 0) stop('The build failed.');
}

/** Where a tool starts. @param {string} name "package", or "package:command" where the two differ */
function binary(name) {
  const [folder = '', command = folder] = name.split(':');
  const { bin } = JSON.parse(readFileSync(at('node_modules', folder, 'package.json'), 'utf8'));
  return at('node_modules', folder, typeof bin === 'string' ? bin : bin[command]);
}

/** A port that nobody uses, so that two runs beside each other never test each other's build. @returns {Promise<number>} */
export function freePort() {
  return new Promise(done => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

/** Stops with one sentence. @param {string} sentence @returns {never} */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Makes node_modules what package-lock.json says, and leaves it alone when it is already. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Holdfast needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.log('Installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--prefer-offline']);
  if (code !== 0) stop('npm ci failed: the packages are not installed.');
}

/** npm writes down what it installed: the same versions as in the lock, and nothing missing, means nothing to do. */
function isInstalled() {
  const note = at('node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = packagesOf(at('package-lock.json'));
  const present = packagesOf(note);
  const same = Object.keys(present).every(name => wanted[name]?.integrity === present[name]?.integrity);
  // Packages for other platforms are in the lock and never installed here.
  return same && Object.keys(wanted).every(name => !name || wanted[name]?.optional || present[name]);
}

/** @param {string} file @returns {Record<string, { integrity?: string, optional?: boolean }>} */
const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages;
