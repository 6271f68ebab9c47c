// @ts-check
// npm run screens: pictures every screen, phone and desktop, light and dark, into screens/ (which git ignores).
import { rmSync } from 'node:fs';
import { at, build, freePort, install, tool } from './run.mjs';

process.env.HOLDFAST_PORT ??= String(await freePort());

await install();
await build();
rmSync(at('screens'), { recursive: true, force: true });
const config = ['--config', 'playwright.screens.config.ts'];
const code = await tool('@playwright/test:playwright', 'test', ...config, ...process.argv.slice(2));
console.log(code === 0 ? 'The pictures are in screens/' : 'Some screens could not be pictured.');
process.exit(code);
