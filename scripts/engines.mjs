// @ts-check
// The other engines that the tests drive beside Chromium, and how a fresh machine gets them.
import { existsSync, readdirSync } from 'node:fs';
import { run } from './run.mjs';

/** @typedef {'firefox' | 'webkit'} Engine */

/** Debian's packages. @type {Record<Engine, string[]>} */
const packages = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

/** The engines to test with: all, or those that HOLDFAST_ENGINES names ("chromium", "chromium,webkit"). @returns {Engine[]} */
export const wantedEngines = () => {
  const named = process.env.HOLDFAST_ENGINES?.split(',');
  return /** @type {Engine[]} */ (Object.keys(packages)).filter(engine => named?.includes(engine) ?? true);
};

/** @param {string[]} paths */
const present = paths => paths.find(path => existsSync(path)) ?? null;

/** Firefox's path, or null. */
export const findFirefox = () => present(['/usr/bin/firefox-esr', '/usr/bin/firefox']);

/** WebKitGTK's driver, its small browser and a screen for it; null when one of them is missing. */
export function findWebKit() {
  const folders = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter(name => name.includes('-linux-'))
    : [];
  const driver = present(['/usr/bin/WebKitWebDriver']);
  const browser = present(
    folders.flatMap(folder =>
      ['4.1', '4.0', '6.0'].map(version => {
        const gtk = version === '6.0' ? 'webkitgtk' : 'webkit2gtk';
        return `/usr/lib/${folder}/${gtk}-${version}/MiniBrowser`;
      }),
    ),
  );
  const screen = present(['/usr/bin/Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : null;
}

/** @type {Record<Engine, () => unknown>} */
const finders = { firefox: findFirefox, webkit: findWebKit };

/** What to say where an engine is missing: there it fails, for a test that is left out in silence proves nothing. @param {Engine} engine */
export const missing = engine =>
  `${engine} is not here. Install it (apt-get install ${packages[engine].join(' ')}), or leave it out: HOLDFAST_ENGINES=chromium npm test`;

/** Gets the engines that are wanted and not here, where we may install Debian's packages. */
export async function getEngines() {
  const wanted = wantedEngines();
  const lacking = wanted.filter(engine => !finders[engine]());
  if (lacking.length > 0) await installPackages(...lacking.flatMap(engine => packages[engine]));
  const left = Object.keys(packages).filter(engine => !wanted.includes(/** @type {Engine} */ (engine)));
  if (left.length > 0) console.log(`Left out, as HOLDFAST_ENGINES says: ${left.join(', ')}`);
}

/** Installs Debian's packages, when we are root and there is apt-get. @param {string[]} names */
export async function installPackages(...names) {
  if (process.getuid?.() !== 0 || (await run('sh', ['-c', 'command -v apt-get >/dev/null'])) !== 0) return;
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet);
}
