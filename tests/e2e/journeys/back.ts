import type { Page } from '@playwright/test';
import { makeKit, pickCopy, takeCopy } from '../support/kit.ts';
import { add, goTo, PIN, startMine, typePin } from '../support/person.ts';
import { back, heading, type Journey, press } from './journey.ts';

const keep = (page: Page, title: string) => add(page, 'A note', { 'What is it about?': title });
let words: string[] = [];
let copy: Buffer;

const toHub = async (page: Page) => {
  await goTo(page, 'People');
  await press(page, /^Spare copies/);
  await heading(page, 'Spare copies');
};
const typeWords = async (page: Page, go: string) => {
  await page.getByLabel('Your 12 words').fill(words.join(' '));
  await press(page, go);
};

/** Getting in without the PIN, and getting all of it back. */
export const comingBack: Journey = {
  name: 'back',
  screens: [
    {
      name: 'another-way',
      go: async page => {
        await startMine(page);
        await keep(page, 'For Sunday');
        await toHub(page);
        words = await makeKit(page);
        copy = await takeCopy(page);
        await press(page, 'Hide');
        await press(page, 'Another way in');
        await heading(page, 'Another way in');
      },
    },
    {
      name: 'another-way-cards',
      go: async page => {
        await press(page, /^Two cards/);
        await page.getByRole('textbox').fill('Sunday lunch');
        await press(page, 'Add this card');
        await page.getByText('That is not one of these cards').waitFor();
      },
    },
    {
      name: 'another-way-words',
      go: async page => {
        await press(page, 'Back');
        await press(page, /^My 12 words/);
        await page.getByLabel('Your 12 words').fill(`${words.slice(0, 4).join(' ')} yaz ${words[4]} wor`);
        await page.getByText('Word 5 is not on the list').waitFor();
      },
    },
    {
      name: 'new-secret',
      go: async page => {
        await typeWords(page, 'Open');
        await heading(page, 'Now choose a new PIN');
      },
    },
    {
      name: 'move',
      go: async page => {
        await press(page, 'Back');
        await toHub(page);
        await press(page, /^Move to a new phone/);
        await heading(page, 'Move to a new phone');
      },
    },
    {
      name: 'move-code',
      go: async page => {
        await press(page, 'Make the code');
        // The words opened it, so there is no PIN to ask for.
        await press(page, /^A PIN/);
        await typePin(page, '271828', 'Next');
        await typePin(page, '271828', 'Lock it');
        await heading(page, 'Point the new phone at this');
      },
    },
    {
      name: 'move-words',
      go: async page => {
        await press(page, 'Next: the words');
        await heading(page, 'Type these on the new phone');
      },
    },
    {
      name: 'into-record',
      go: async page => {
        await press(page, 'Done');
        await toHub(page);
        await press(page, /^Bring a spare copy back/);
        await pickCopy(page, Buffer.from('Dear diary'));
        await page.getByText('That is not a spare copy').waitFor();
      },
    },
    {
      name: 'into-record-known',
      go: async page => {
        await pickCopy(page, copy);
        await press(page, /^My 12 words/);
        await typeWords(page, 'Open it');
        await press(page, 'Look at what is new');
        await page.getByText('Everything in it is here already').waitFor();
      },
    },
    {
      name: 'bring-back',
      go: async page => {
        await back(page, 'Spare copies');
        await goTo(page, 'People');
        await press(page, /^Settings/);
        await press(page, /^Erase everything/);
        await press(page, 'Erase everything');
        await press(page, 'Yes, erase it');
        await press(page, 'Bring mine back');
        await heading(page, 'Bring mine back');
      },
    },
    {
      name: 'bring-back-phone',
      go: async page => {
        await press(page, /^From my old phone/);
        await heading(page, 'From my old phone');
      },
    },
    {
      name: 'bring-back-how',
      go: async page => {
        await press(page, 'Back');
        await press(page, /^I have a spare copy/);
        await pickCopy(page, copy);
        await heading(page, 'What can you open it with?');
      },
    },
    {
      name: 'bring-back-ready',
      go: async page => {
        await press(page, /^My 12 words/);
        await typeWords(page, 'Open it');
        await heading(page, 'One thing');
      },
    },
    {
      name: 'bring-back-end',
      go: async page => {
        await press(page, 'Go on');
        await press(page, /^A PIN/);
        await typePin(page, PIN, 'Next');
        await typePin(page, PIN, 'Lock it');
        await page.getByRole('button', { name: 'Who needs my new number?' }).waitFor();
      },
    },
  ],
};
