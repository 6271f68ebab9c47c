import { open, startMine, typePin } from '../support/person.ts';
import { heading, type Journey, press } from './journey.ts';

/** Before there is a record. */
export const start: Journey = {
  name: 'start',
  screens: [
    { name: 'first', go: page => open(page) },
    {
      name: 'name-first',
      go: async page => {
        await press(page, 'Name on the Home Screen');
        await heading(page, 'Name on the Home Screen');
      },
    },
    {
      name: 'how-to-open',
      go: async page => {
        await press(page, 'Back');
        await press(page, 'Start mine');
        await heading(page, 'How will you open it?');
      },
    },
    {
      name: 'make-a-pin',
      go: async page => {
        await press(page, /^A PIN/);
        await press(page, '4');
      },
    },
    {
      name: 'make-a-pin-short',
      go: async page => {
        await press(page, 'Next');
        await page.getByText('A PIN here needs 6 or more').waitFor();
      },
    },
    {
      name: 'two-pins',
      go: async page => {
        await typePin(page, '80531', 'Next');
        await press(page, 'Use two PINs');
        await page.getByText('After this you make a second one').waitFor();
      },
    },
    {
      name: 'two-pins-worth',
      go: async page => {
        await typePin(page, '480531', 'Next');
        await heading(page, 'Two PINs, two records');
      },
    },
    {
      name: 'make-words',
      go: async page => {
        await press(page, 'Back');
        await press(page, /^My own words/);
        await page.getByLabel('Your words').fill('four by seven');
        await press(page, 'Let me see them');
      },
    },
  ],
};

/** What few people meet: a browser that can't, an iPhone's tab, a second tab. */
export const rare: Journey = {
  name: 'rare',
  screens: [
    {
      name: 'elsewhere',
      go: async page => {
        const other = await page.context().newPage();
        await startMine(other);
        await open(page);
        await heading(page, 'Holdfast is open in another tab');
      },
    },
    {
      name: 'too-old',
      go: async page => {
        for (const other of page.context().pages()) if (other !== page) await other.close();
        await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
        await page.goto('');
        await heading(page, 'Holdfast can’t run in this browser');
      },
    },
    {
      name: 'calendar',
      go: async page => {
        await page.goto('calendar.html');
        await page.locator('[aria-current=date]').waitFor();
      },
    },
    {
      name: 'reader-too-old',
      go: async page => {
        await page.goto('r.html#1');
        await heading(page, 'This does not open');
      },
    },
  ],
};

/** An iPhone's or iPad's browser tab. */
export const tab: Journey = {
  name: 'tab',
  screens: [
    {
      name: 'home-screen-first',
      go: async page => {
        await page.addInitScript(() => {
          Object.defineProperty(navigator, 'standalone', { value: false });
          Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });
        });
        await open(page);
        await heading(page, 'Put Holdfast on your Home Screen first');
      },
    },
  ],
};
