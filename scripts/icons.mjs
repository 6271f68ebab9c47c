// @ts-check
// Draws the PNG icons in public/ from its two drawings. Run by hand when one changes; the PNGs are kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { at } from './run.mjs';

/** @param {string} drawing @param {string} name @param {string} apple @returns {[file: string, size: number, svg: string][]} */
function iconsOf(drawing, name, apple) {
  const mark = readFileSync(at('public', drawing), 'utf8');
  // Home screens cut their own corners, and a maskable icon loses up to a tenth on every side: full bleed, smaller.
  const square = mark.replace(/ rx="\d+"/, '');
  const maskable = square.replace('translate(8.4 8.4) scale(.9)', 'translate(12 12) scale(.75)');
  return [
    [`${name}-192.png`, 192, mark],
    [`${name}-512.png`, 512, mark],
    [`${name}-maskable-512.png`, 512, maskable],
    [apple, 180, square],
  ];
}

const icons = [
  ...iconsOf('favicon.svg', 'icon', 'apple-touch-icon.png'),
  ...iconsOf('notes.svg', 'notes', 'notes-touch-icon.png'),
];

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const [name, size, svg] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  writeFileSync(at('public', name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
