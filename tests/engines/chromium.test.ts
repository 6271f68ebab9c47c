import { driverOf, openChromiumPage } from './chromium.ts';
import { testEngine } from './suite.ts';

testEngine('Chromium', async wall => driverOf(await openChromiumPage(wall)));
