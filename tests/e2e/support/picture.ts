import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { at } from '../../../scripts/run.mjs';
import { journeys } from '../screens.ts';

let number = 0;
for (const { name: journey, screens } of journeys) {
  const first = number;
  number += screens.length;
  test(journey, async ({ page }, { project }) => {
    const folder = at('screens', project.name);
    mkdirSync(folder, { recursive: true });
    for (const [step, { name, go }] of screens.entries()) {
      await go(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = `${String(first + step + 1).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    }
  });
}
