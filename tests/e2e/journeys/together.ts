import type { Page } from '@playwright/test';
import { answerOne, goTo, openMadeUp, save, tick } from '../support/person.ts';
import { heading, type Journey, press } from './journey.ts';

const writeGoal = async (page: Page, want: string) => {
  await press(page, 'Add a goal');
  await answerOne(page, 'What do you want?', want);
  await save(page);
  await press(page, /^Back to/);
};

/** Someone helps the made-up person, as a peer who practises sees it: asking, writing, giving back, what comes of it. */
export const together: Journey = {
  name: 'together',
  screens: [
    {
      name: 'practice-ask',
      go: async page => {
        await openMadeUp(page);
        await goTo(page, 'People');
        await press(page, /^Practise helping/);
        await heading(page, 'Practise helping');
      },
    },
    {
      name: 'practice-no',
      go: async page => {
        await press(page, 'Ask Alex');
        await press(page, 'Ask why not');
        await page.getByText('A no needs no reason.').waitFor();
      },
    },
    {
      name: 'practice-fine',
      go: async page => {
        await press(page, 'Say that it is fine');
        await page.getByRole('button', { name: 'Another day' }).waitFor();
      },
    },
    {
      name: 'give',
      go: async page => {
        await press(page, 'Another day');
        await press(page, 'Be Alex and pick');
        await heading(page, 'Do it together');
        await press(page, 'Tick other things too');
      },
    },
    {
      name: 'help-home',
      go: async page => {
        await page.locator('label.chip', { hasText: 'Dana' }).first().click();
        await tick(page, 'Creek Road art group');
        await press(page, 'Give them the phone');
        await heading(page, 'What do we write?');
      },
    },
    {
      name: 'help-form',
      go: async page => {
        await press(page, 'Add a goal');
        await heading(page, 'A goal');
      },
    },
    {
      name: 'help-goal',
      go: async page => {
        await answerOne(page, 'What do you want?', 'See my sister again');
        await save(page);
        await page.getByRole('button', { name: 'Add a dot' }).waitFor();
      },
    },
    {
      name: 'help-back',
      go: async page => {
        await press(page, /^Back to/);
        await writeGoal(page, 'Teeth that don’t hurt');
        await writeGoal(page, 'A bike');
        await page.getByText('Then give the phone back').waitFor();
      },
    },
    {
      name: 'help-changed',
      go: async page => {
        await press(page, /^A place with a door/);
        await press(page, 'Rest it');
        await page.getByText('You rest this goal').waitFor();
      },
    },
    {
      name: 'waits',
      go: async page => {
        await press(page, 'Give back the phone');
        await page.getByRole('button', { name: /wait for your yes/ }).waitFor();
      },
    },
    {
      name: 'review',
      go: async page => {
        await press(page, /wait for your yes/);
        await heading(page, /changes to look at/);
      },
    },
    {
      name: 'practice-done',
      go: async page => {
        await press(page, 'Use all of it');
        await page.locator('label.chip', { hasText: 'Leave it out' }).first().click();
        await press(page, 'Finish');
        await page.getByText('You did well to ask').waitFor();
      },
    },
    {
      name: 'log-proposal',
      go: async page => {
        await goTo(page, 'People');
        await press(page, /^Look back/);
        await page.getByRole('button', { name: /Dana/ }).first().click();
        await page.getByText('Nothing of it is on any other device.').waitFor();
      },
    },
  ],
};
