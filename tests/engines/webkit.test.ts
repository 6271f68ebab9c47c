import { findWebKit, missing } from '../../scripts/engines.mjs';
import { testEngine } from './suite.ts';
import { openWebKit } from './webkit.ts';

testEngine('WebKitGTK', async wall => {
  const paths = findWebKit();
  if (!paths) throw new Error(missing('webkit'));
  return openWebKit(paths, wall);
});
