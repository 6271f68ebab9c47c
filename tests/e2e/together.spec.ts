import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, PIN, startMine, typePin } from './support/person.ts';
import { press } from './support/showing.ts';

/** Counts what a thumb does besides typing. */
const thumb = (page: Page) => {
  let taps = 0;
  const tap = async (what: ReturnType<Page['getByRole']>): Promise<void> => {
    taps += 1;
    await what.click();
  };
  return {
    taps: () => taps,
    tap,
    button: (name: string | RegExp) => tap(page.getByRole('button', { name }).first()),
    /** A tap into the field, and what is then typed. */
    write: async (question: string, words: string) => {
      const field = page.getByLabel(question, { exact: true });
      await tap(field);
      await field.pressSequentially(words);
    },
    chip: (group: string, name: string) =>
      tap(
        page
          .getByRole('group', { name: group })
          .locator('label')
          .filter({ hasText: new RegExp(`^${name}$`) }),
      ),
  };
};

const goals = [
  { want: 'A place with a door I can lock', step: 'Ring housing', near: '3' },
  { want: 'See my sister again', step: 'Write to her', near: '6' },
  { want: 'Teeth that don’t hurt', step: 'Ask for the dental van', near: '1' },
];

test('a fifteen-minute visit: three goals on the person’s phone, given back, looked at, and kept', async ({
  page,
}) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Something not for Dana' });
  const { tap, taps, button, write, chip } = thumb(page);

  await tap(page.getByRole('navigation', { name: 'Places' }).getByText('People', { exact: true }));
  await button(/^Do it together/);
  await write('Who helps you?', 'Dana');
  await page.screenshot({ path: '/tmp/give.png', fullPage: true });
  await button('Give them the phone');
  await expect(page.getByText('Together with Dana')).toBeVisible();
  await expect(page.getByText('Nothing kept is open. The rest is locked.')).toBeVisible();
  for (const { want, step, near } of goals) {
    await page.screenshot({ path: '/tmp/home.png', fullPage: true });
    await button('Add a goal');
    await write('What do you want?', want);
    await write('What is the first step?', step);
    await chip('Who can help you with it?', 'Dana');
    await page.screenshot({ path: '/tmp/form.png' });
    await button('Save');
    await button('Add a dot');
    await chip('How near does it feel?', near);
    await button('Save');
    await expect(page.getByText('Kept', { exact: true })).toBeVisible();
    await button(/^Back to/);
  }
  await button('Give back the phone');
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  expect(taps()).toBeLessThanOrEqual(40);

  await typePin(page, PIN, 'Open');
  await press(page, /^3 changes wait for your yes/);
  await expect(page.getByRole('heading', { name: '3 changes to look at' })).toBeVisible();
  await page.screenshot({ path: '/tmp/review.png', fullPage: true });
  await press(page, 'Use all of it');
  await press(page, 'Finish');
  await expect(page.getByText('3 changes are yours now')).toBeVisible();
  await page.screenshot({ path: '/tmp/after.png', fullPage: true });
});
