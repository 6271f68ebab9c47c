import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { at } from '../../../scripts/run.mjs';
import { screens } from '../screens.ts';

for (const [number, { name, go }] of screens.entries()) {
  test(name, async ({ page }, { project }) => {
    const folder = at('screens', project.name);
    mkdirSync(folder, { recursive: true });
    await go(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const file = `${String(number + 1).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
  });
}
