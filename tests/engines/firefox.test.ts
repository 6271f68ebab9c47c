import { findFirefox, missing } from '../../scripts/engines.mjs';
import { openFirefox } from './firefox.ts';
import { testEngine } from './suite.ts';

testEngine('Firefox', async wall => {
  const binary = findFirefox();
  if (!binary) throw new Error(missing('firefox'));
  return openFirefox(binary, wall);
});
