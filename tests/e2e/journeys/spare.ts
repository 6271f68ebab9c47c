import type { Page } from '@playwright/test';
import { answerWords, showWords } from '../support/kit.ts';
import { add, goTo, PIN, startMine, typePin } from '../support/person.ts';
import { back, heading, type Journey, press } from './journey.ts';

const keep = (page: Page, title: string) => add(page, 'A note', { 'What is it about?': title });
let words: string[] = [];

/** Spare copies: the words that open them, the cards, a copy, and the question that asks for one. */
export const spare: Journey = {
  name: 'spare',
  screens: [
    {
      name: 'spare-none',
      go: async page => {
        await startMine(page);
        await keep(page, 'For Sunday');
        await goTo(page, 'Today');
        await press(page, /^No spare copy yet/);
        await heading(page, 'Spare copies');
      },
    },
    {
      name: 'spare-own-words',
      go: async page => {
        await press(page, 'Lock a copy with words of its own');
        await typePin(page, PIN, 'Next');
        await heading(page, 'Make your words');
      },
    },
    {
      name: 'twelve-words',
      go: async page => {
        await press(page, 'Back');
        words = await showWords(page, true);
      },
    },
    {
      name: 'twelve-words-check',
      go: async page => {
        await press(page, 'I have them on paper');
        await answerWords(page, words, () => 'zoo');
        await page.getByText('Nothing is lost').waitFor();
      },
    },
    {
      name: 'twelve-words-done',
      go: async page => {
        await answerWords(page, words);
        await heading(page, 'Your 12 words work now');
      },
    },
    {
      name: 'spare-card',
      go: async page => {
        await press(page, /^Cards for three people/);
        await press(page, 'Next card');
        await heading(page, 'Card 2 of 3');
      },
    },
    {
      name: 'spare-made',
      go: async page => {
        await press(page, 'Next card');
        await press(page, 'Done with cards');
        await press(page, 'Make a spare copy');
        await page.getByText('Spare copy made', { exact: true }).waitFor();
      },
    },
    {
      name: 'twelve-words-again',
      go: async page => {
        await press(page, /^My 12 words/);
        await heading(page, 'New words');
      },
    },
    {
      name: 'spare-cards',
      go: async page => {
        await back(page, 'Spare copies');
        await press(page, /^Cards for three people/);
        await page.getByText('You made cards before').waitFor();
      },
    },
    {
      name: 'spare-ask',
      go: async page => {
        for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await keep(page, title);
        await goTo(page, 'Today');
        await page.getByRole('dialog').waitFor();
      },
    },
  ],
};
