import { openChromium } from './chromium.ts';
import { testEngine } from './suite.ts';

testEngine('Chromium', openChromium);
