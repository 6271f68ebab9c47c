// @ts-check
// Draws the PNG icons in public/ from public/favicon.svg. Run by hand when the mark changes; the PNGs are kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { at } from './run.mjs';

const mark = readFileSync(at('public/favicon.svg'), 'utf8');
// Home screens cut their own corners, and a maskable icon loses up to a tenth on every side: full bleed, smaller H.
const square = mark.replace(' rx="17"', '');
const maskable = square.replace('translate(8.4 8.4) scale(.9)', 'translate(12 12) scale(.75)');

const icons = /** @type {const} */ ([
  ['icon-192.png', 192, mark],
  ['icon-512.png', 512, mark],
  ['icon-maskable-512.png', 512, maskable],
  ['apple-touch-icon.png', 180, square],
]);

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const [name, size, svg] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  writeFileSync(at('public', name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
