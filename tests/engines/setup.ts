import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openWall } from '../e2e/support/wall.ts';
import { driverOf, openChromiumPage } from './chromium.ts';
import { makeSpare, type Spare } from './spare.ts';

declare module 'vitest' {
  interface ProvidedContext {
    spare: Spare;
  }
}

/** Before all engines: the page that computes known answers, and a spare copy that was made in Chromium. */
export default async function setup(project: TestProject): Promise<void> {
  await build({ configFile: at('tests/engines/page/vite.config.ts'), logLevel: 'warn' });
  const app = await serve({ dir: at('dist') });
  const wall = await openWall();
  const page = await openChromiumPage(wall.port);
  const driver = driverOf(page);
  project.provide('spare', await makeSpare(page, driver, app.url, at('.cache/engines/spare.bin')));
  await driver.close();
  await app.close();
  if (wall.asked.length > 0) throw new Error(`asked for ${wall.asked}`);
}
