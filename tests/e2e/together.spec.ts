import type { Page } from '@playwright/test';
import { comeBack, expectLocked, putAway } from './support/away.ts';
import { pagesOnDisk } from './support/disk.ts';
import { expect, test } from './support/network.ts';
import {
  add,
  answerOne,
  beginAdding,
  goTo,
  open,
  PIN,
  save,
  startMine,
  tick,
  typePin,
  unlock,
} from './support/person.ts';
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

/** Goes to give the phone to someone, and gives it. */
const give = async (page: Page, helper: string): Promise<void> => {
  await goTo(page, 'People');
  await press(page, /^Do it together/);
  await page.getByLabel('Who helps you?').fill(helper);
  await press(page, 'Give them the phone');
  await expect(page.getByText(`Together with ${helper}`)).toBeVisible();
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
  await button('Give them the phone');
  await expect(page.getByText('Together with Dana')).toBeVisible();
  await expect(page.getByText('Nothing kept is open. The rest is locked.')).toBeVisible();
  for (const { want, step, near } of goals) {
    await button('Add a goal');
    await write('What do you want?', want);
    await write('What is the first step?', step);
    await chip('Who can help you with it?', 'Dana');
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
  await press(page, 'Use all of it');
  await press(page, 'Finish');
  await expect(page.getByText('3 changes are yours now')).toBeVisible();
  await goTo(page, 'Mine');
  await press(page, /^See my sister again/);
  await expect(page.getByText(/^From me, with Dana, \d/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('row').last()).toContainText('6');
});

test('a three-month review: one goal is let go, one got a dot, and what I changed too is shown, not guessed', async ({
  page,
}) => {
  const [began, later] = [new Date('2026-05-12T10:00:00+10:00'), new Date('2026-08-12T10:00:00+10:00')];
  await page.clock.setFixedTime(began);
  await startMine(page);
  await add(page, 'Something I want', { 'What do you want?': 'A bike' });
  await beginAdding(page, 'Something I want');
  await page.getByLabel('What do you want?').fill('Sleep');
  const again = page.getByRole('group', { name: 'When should Holdfast ask you about it?' });
  for (const [part, value] of Object.entries({ Day: '12', Month: '8', Year: '2026' }))
    await again.getByLabel(part, { exact: true }).fill(value);
  await save(page);

  await press(page, 'Hide');
  await page.clock.setFixedTime(later);
  await unlock(page);
  await expect(page.getByRole('main')).toContainText(/Look at it again.*Today|Look at it again.*12 Aug/);
  await give(page, 'Dana');
  await press(page, /^A bike/);
  await press(page, 'Let it go');
  await press(page, /^Back to/);
  await press(page, /^Sleep/);
  await press(page, 'Add a dot');
  await page.getByRole('radio', { name: '7', exact: true }).check();
  await page.getByLabel('What do you want to write about it?').fill('Five nights');
  await save(page);
  await press(page, 'Give back the phone');
  await unlock(page);

  // In between the person rested the goal that Dana let go.
  await goTo(page, 'Mine');
  await press(page, /^A bike/);
  await press(page, 'Rest it');
  await goTo(page, 'Today');
  await press(page, /^2 changes wait for your yes/);
  const bike = page.getByRole('region', { name: 'A bike' });
  await expect(bike).toContainText('You changed it too');
  await expect(bike.getByRole('definition')).toHaveText(['Resting', 'Let go']);
  await press(page, 'Finish');
  await expect(page.getByText('What you don’t pick waits.')).toBeVisible();
  await bike.getByRole('radio', { name: 'Use it' }).check();
  await press(page, 'Finish. One left for later');
  await expect(page.getByText('One change is yours now')).toBeVisible();
  await press(page, 'Undo');
  await press(page, /^2 changes wait for your yes/);
  await bike.getByRole('radio', { name: 'Use it' }).check();
  await page.getByRole('region', { name: 'Sleep' }).getByRole('radio', { name: 'Leave it out' }).check();
  await tick(page, 'Say that Dana helped');
  await press(page, 'Finish');

  await goTo(page, 'Mine');
  await press(page, /^A bike/);
  await expect(page.getByText('You let this goal go').first()).toBeVisible();
  await expect(page.getByText('From me, 12 Aug')).toBeVisible();
  await goTo(page, 'Mine');
  await press(page, /^Sleep/);
  await expect(page.getByText('Five nights')).toHaveCount(0);
  await goTo(page, 'People');
  await press(page, /^Look back/);
  await press(page, /^Dana/);
  await expect(page.getByRole('listitem').filter({ hasText: 'A bike' })).toContainText('You used it');
  await expect(page.getByRole('listitem').filter({ hasText: 'You left it out' })).toHaveCount(1);
});

const expectHelping = (page: Page) => expect(page.getByText('Together with Dana')).toBeVisible();

const type = (page: Page, want: string) => answerOne(page, 'What do you want?', want);

/** One goal, saved, and the empty form of another. */
async function writeOne(page: Page, want: string): Promise<void> {
  await press(page, 'Add a goal');
  await type(page, want);
  await save(page);
  await press(page, /^Back to/);
  await press(page, 'Add a goal');
}

const waiting = (page: Page, count: number) =>
  expect(page.getByRole('button', { name: new RegExp(`^${count} changes wait for your yes`) })).toBeVisible();

test('whoever helps finds no way out but the lock, and no line is lost on any', async ({ page, context }) => {
  await startMine(page);
  await give(page, 'Dana');
  await writeOne(page, 'A door I can lock');

  // Back, further than there are screens; an address with a place in it; a link inside the page.
  for (let times = 0; times < 5; times++) {
    await page.goBack();
    await expectHelping(page);
  }
  await page.goto('#mine');
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '#people' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await page.goBack();
  await page.goForward();
  await expectHelping(page);
  await expect(page.getByRole('navigation', { name: 'Places' })).toHaveCount(0);

  // Thrown away in the middle of a word, after the pause in which it was kept.
  const before = await pagesOnDisk(page);
  await press(page, 'Add a goal');
  await type(page, 'See my sis');
  await expect.poll(async () => (await pagesOnDisk(page)).join()).not.toBe(before.join());
  await page.reload();
  await expectLocked(page);
  await unlock(page);
  await waiting(page, 2);
  await press(page, /^2 changes wait/);
  await expect(page.getByRole('region', { name: 'A door I can lock' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'See my sis' })).toContainText('This was not finished');
  await press(page, /^Back/);

  // Another tab takes over before the pause in typing. What waits already stays.
  await give(page, 'Dana');
  await writeOne(page, 'Teeth that don’t hurt');
  const second = await context.newPage();
  await second.clock.install();
  await open(second);
  await expect(second.getByRole('heading', { name: 'Holdfast is open in another tab' })).toBeVisible();
  await type(page, 'Ring the den');
  await second.getByRole('button', { name: 'Use it here' }).click();
  await expectLocked(page, 'It locked because you opened it in another tab.');
  await unlock(second);
  await waiting(second, 4);

  // The phone is put away: not for long, and then for longer than the person's own grace.
  await give(second, 'Dana');
  await writeOne(second, 'A bus pass');
  await type(second, 'Some new sho');
  await putAway(second);
  await second.clock.runFor(20_000);
  await comeBack(second);
  await expectHelping(second);
  await putAway(second);
  await second.clock.runFor(31_000);
  await comeBack(second);
  await expectLocked(second, 'It locked because it was put away.');
  await unlock(second);
  await waiting(second, 6);
});
