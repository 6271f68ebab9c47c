import { journeys } from './screens.ts';
import { faultsOf } from './support/faults.ts';
import { expect, test } from './support/network.ts';

// Every screen once, and on each of them every size, theme and size of words.
test.use({ serviceWorkers: 'block', trace: 'off', actionTimeout: 30_000 });
test.setTimeout(240_000);

for (const { name: journey, screens } of journeys) {
  test(`anyone can use each screen: ${journey}`, async ({ page }) => {
    for (const { name, go } of screens) {
      await go(page);
      const faults = await faultsOf(page);
      expect.soft(faults, name).toEqual([]);
    }
  });
}
