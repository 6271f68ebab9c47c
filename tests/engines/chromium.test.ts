import { driverOf, openChromiumPage } from './chromium.ts';
import { testEngine } from './suite.ts';

testEngine('Chromium', async () => driverOf(await openChromiumPage()));
