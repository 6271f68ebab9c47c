import { build } from 'vite';
import { at } from '../../scripts/run.mjs';

/** Before all engines: the page that computes known answers. */
export default async function setup(): Promise<void> {
  await build({ configFile: at('tests/engines/page/vite.config.ts'), logLevel: 'warn' });
}
