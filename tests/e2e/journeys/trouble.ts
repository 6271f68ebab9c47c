import { test } from '@playwright/test';
import { emptyDisk, fillDisk, giveSmallDisk } from '../support/full-disk.ts';
import { meddle } from '../support/pages.ts';
import { add, answerOne, beginAdding, goTo, PIN, startMine, typePin, unlock } from '../support/person.ts';
import { type Journey, press } from './journey.ts';

/** Where the app under test is. */
const origin = (): string => test.info().project.use.baseURL!;

/** What the person sees when the phone is full, and when part of what was kept is damaged. */
export const trouble: Journey = {
  name: 'trouble',
  screens: [
    {
      name: 'full-typing',
      go: async page => {
        await giveSmallDisk(page, origin());
        await startMine(page);
        await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
        await fillDisk(page);
        await beginAdding(page, 'Something I take');
        await answerOne(page, 'What is it called?', 'Sertraline');
        await page.getByText('What you typed is not kept yet').waitFor();
      },
    },
    {
      name: 'full-saving',
      go: async page => {
        await press(page, 'Save');
        await page.getByText('This phone is full. Nothing is lost.').waitFor();
      },
    },
    {
      name: 'full-showing',
      go: async page => {
        await press(page, /^Back/);
        await goTo(page, 'Show');
        await press(page, 'Next: what they see');
        await press(page, 'Show 1 thing');
        await press(page, 'Make the code');
        await page.getByRole('button', { name: 'Show it anyway' }).waitFor();
      },
    },
    {
      name: 'damaged',
      go: async page => {
        await press(page, 'Not now');
        await emptyDisk(page);
        await page.reload();
        await unlock(page);
        await meddle(page, { do: 'remember' });
        await add(page, 'Something I react to', { 'What are you allergic to?': 'Latex' });
        const written = await meddle(page, { do: 'remember' });
        // Neither root nor index.
        const data = written.find(place => Array.isArray(place) && place[1] > 1);
        await meddle(page, { do: 'flip', at: data!, byte: 40_000 });
        await press(page, 'Hide');
        await unlock(page);
        await page.getByText('Part of what was kept can’t be read').waitFor();
      },
    },
    {
      name: 'damaged-lock',
      go: async page => {
        await meddle(page, { do: 'flip', at: 'slots', byte: 100 });
        await meddle(page, { do: 'flip', at: 'slots2', byte: 100 });
        await press(page, 'Hide');
        await typePin(page, PIN, 'Open');
        await page.getByText('A part that opens the record can’t be read.').waitFor();
      },
    },
  ],
};
