import type { Locator, Page } from '@playwright/test';
import type { Field, Kind } from '../../src/domain/kind.ts';
import { kinds } from '../../src/domain/kinds.ts';
import { pagesOnDisk } from './support/disk.ts';
import { expect, test } from './support/network.ts';
import { add, answerOne, beginAdding, goTo, save, startMine, tick, unlock } from './support/person.ts';

// The record, walked by hand: what is kept, seen, changed, brought back and deleted.

/** What a test answers to a question, and what the thing then says. */
interface Answer {
  question: Locator;
  give: () => Promise<void>;
  says: string | RegExp;
}

/** The n-th question of those words: "What is their phone number?" is asked once for each who has a phone. */
const asked = (page: Page, field: Field, n: number): Locator =>
  page.locator('.block').filter({ hasText: field.question }).nth(n);

const answerTo = (page: Page, kind: Kind, field: Field, n: number): Answer => {
  const question = asked(page, field, n);
  const at = kind.fields.indexOf(field);
  const box = question.getByRole('textbox');
  switch (field.type) {
    case 'amount':
      return { question, give: () => box.fill('12.5'), says: `12.5 ${field.unit}` };
    case 'phone':
      return { question, give: () => box.fill(`02 5550 12${at + 10}`), says: RegExp(`02.5550.12${at + 10}`) };
    case 'date':
    case 'time': {
      const give = async () => {
        if (field.type === 'time' && field.past)
          await question.locator('.chip', { hasText: 'Another day' }).click();
        await question.getByLabel('Year', { exact: true }).fill(`${1990 + at}`);
      };
      return { question, give, says: `${1990 + at}` };
    }
    case 'choice':
    case 'choices': {
      // Where questions hang on an answer, "Not sure" leaves all of them asked.
      const option = field.options.at(kind.fields.some(other => other.when) ? -1 : 0)!;
      const chip = question.locator('.chip', { hasText: option.label }).first();
      return { question, give: () => chip.click(), says: option.label };
    }
    default: {
      const words = `${kind.id} ${field.name} words`;
      return { question, give: () => box.fill(words), says: words };
    }
  }
};

/** The questions that the empty form of a kind asks, in order. */
const answersTo = (page: Page, kind: Kind): Answer[] => {
  const before = new Map<string, number>();
  return kind.fields
    .filter(field => !field.hidden && field.type !== 'file')
    .map(field => {
      const n = before.get(field.question) ?? 0;
      before.set(field.question, n + 1);
      return answerTo(page, kind, field, n);
    });
};

const marks = { open: 'Open', careful: 'Careful', 'just-me': 'Just me' } as const;

const things = kinds.filter(kind => !kind.partOf);

for (const half of [0, 1]) {
  test(`every kind is kept empty, then filled, and says all of it (${half + 1} of 2)`, async ({ page }) => {
    test.setTimeout(90_000);
    await startMine(page);
    for (const kind of things.filter((_, at) => at % 2 === half)) {
      await test.step(kind.id, () => keepOne(page, kind));
    }
  });
}

async function keepOne(page: Page, kind: Kind): Promise<void> {
  const main = page.getByRole('main');
  await beginAdding(page, kind.add);
  await save(page);
  await expect(main).toContainText('Nothing filled in yet.');
  await expect(main.locator('.src')).toHaveText(/^From me, \d/);
  await expect(main.locator('.mark')).toHaveText(marks[kind.privacy]);

  if (kind.id === 'goal') {
    // A goal can also become another one, so it is asked how.
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByRole('button', { name: 'Change the words' }).click();
  } else await page.getByRole('button', { name: 'Change', exact: true }).click();
  const answers = answersTo(page, kind);
  const given: Answer[] = [];
  for (const answer of answers) {
    // An earlier answer may make a question pointless; then it is not asked.
    if ((await answer.question.count()) === 0) continue;
    await answer.give();
    given.push(answer);
  }
  expect(given.length, 'questions asked').toBeGreaterThan(0);
  await save(page);
  for (const { says } of given) await expect(main).toContainText(says);
  await expect(main).not.toContainText('Nothing filled in yet.');
  // The empty one is still there.
  await expect(page.getByRole('button', { name: /^Earlier versions 1 kept/ })).toBeVisible();
}

// Versions, with a clock that is a year out.

const day = (iso: string) => new Date(`${iso}T10:00:00+10:00`);

/** What a thing's versions say, newest first, off its own screen. */
async function story(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /^Earlier versions/ }).click();
  await expect(page.getByRole('heading', { name: 'Earlier versions' })).toBeVisible();
  const versions = page.getByRole('main').locator('ol > li');
  const said: string[] = [];
  for (const version of await versions.all()) {
    await version.getByRole('button').first().click();
    said.push(await version.locator('.told .lead').innerText());
  }
  return said;
}

async function change(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabel(question, { exact: true }).fill(answer);
  await save(page);
}

const kept = (page: Page) => page.getByText('Kept', { exact: true });

test('earlier versions stay in order whatever the clock says, and come back', async ({ page }) => {
  await page.clock.setFixedTime(day('2026-05-12'));
  await startMine(page);
  const lead = page.getByRole('main').locator('.lead');
  await add(page, 'Something I take', { 'What is it called?': 'Alpha', 'How much do you take?': '10 mg' });
  // A slip of the thumb on Undo costs nothing that was typed.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Not kept', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Alpha 10 mg/ })
    .click();
  // The clock falls back a year between two edits, and a month more before the next.
  await page.clock.setFixedTime(day('2025-05-12'));
  await change(page, 'How much do you take?', '20 mg');
  await page.clock.setFixedTime(day('2025-04-12'));
  await change(page, 'How much do you take?', '30 mg');
  await expect(lead).toHaveText('Alpha, 30 mg');
  // Undo of a save is the version before it, and is itself a version.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lead).toHaveText('Alpha, 20 mg');
  await expect(kept(page)).toHaveCount(0);

  await page.clock.setFixedTime(day('2026-05-13'));
  await page.reload();
  await unlock(page);
  await goTo(page, 'Mine');
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Alpha/ })
    .click();
  await expect(lead).toHaveText('Alpha, 20 mg');
  const newestFirst = ['Alpha, 20 mg', 'Alpha, 30 mg', 'Alpha, 20 mg', 'Alpha, 10 mg'];
  expect(await story(page)).toEqual(newestFirst);
  // Another year is said.
  await expect(page.getByText(/^Kept .* April 2025/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Bring this one back' }).last().click();
  await expect(page.getByText('Brought back')).toBeVisible();
  await expect(lead).toHaveText('Alpha, 10 mg');
  expect(await story(page)).toEqual(['Alpha, 10 mg', ...newestFirst]);
});

test('deleting can be undone on the next screen, and then it is real', async ({ page }) => {
  await startMine(page);
  await add(page, 'A note', { 'What is it about?': 'The one that stays' });
  await goTo(page, 'Today');
  // The bar goes with its screen.
  await expect(kept(page)).toHaveCount(0);
  await expect(page.getByText('This browser may clear what you keep')).toBeVisible();
  const before = new Set(await pagesOnDisk(page));

  await add(page, 'Something I take', { 'What is it called?': 'Quuxol' });
  await change(page, 'How much do you take?', '5 mg');
  const written = (await pagesOnDisk(page)).filter(print => !before.has(print));
  expect(written.length).toBeGreaterThan(0);
  const main = page.getByRole('main');
  const remove = async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
    await expect(main.getByText('Quuxol')).toHaveCount(0);
  };
  await remove();
  await page.getByRole('button', { name: 'Undo' }).click();
  // With all that it was.
  await main.getByRole('button', { name: /^Quuxol 5 mg/ }).click();
  await expect(page.getByRole('button', { name: /^Earlier versions 1 kept/ })).toBeVisible();

  await remove();
  await goTo(page, 'Today');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  // What held it, sealed as it was, is nowhere any more.
  const left = new Set(await pagesOnDisk(page));
  expect(written.filter(print => left.has(print))).toEqual([]);
  await page.reload();
  await unlock(page);
  await goTo(page, 'Mine');
  await expect(main.getByRole('button', { name: /^A note/ })).toBeVisible();
  await page.getByRole('searchbox').fill('quux');
  await expect(page.getByText('Nothing found')).toBeVisible();

  // Nor does it stay where anyone can read it.
  await add(page, 'Something I take', { 'What is it called?': 'Quuxol' });
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^Emergency card/ }).click();
  await page.getByRole('button', { name: 'Choose what goes on it' }).click();
  await page.locator('label.pick', { hasText: 'Quuxol' }).click();
  await page.getByRole('contentinfo').getByRole('button').last().click();
  await expect(page.getByRole('button', { name: 'Turn it off' })).toBeVisible();
  await goTo(page, 'Mine');
  await main.getByRole('button', { name: /^Quuxol/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('It goes from your emergency card too.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Emergency card' })).toHaveCount(0);
});

test('what is four months old, or older than a long gap in use, asks to be looked at again', async ({
  page,
}) => {
  await page.clock.setFixedTime(day('2026-01-12'));
  await startMine(page);
  await add(page, 'Something I take', { 'What is it called?': 'Alpha' });
  const main = page.getByRole('main');
  const row = main.getByRole('button', { name: /^Alpha/ });
  const comeBack = async (iso: string) => {
    await page.clock.setFixedTime(day(iso));
    await page.reload();
    await unlock(page);
  };
  // A month short of four, with no long gap before it: nothing asks.
  await comeBack('2026-03-05');
  await expect(main.getByText('Look again')).toHaveCount(0);
  await comeBack('2026-04-30');
  await comeBack('2026-05-12');
  await expect(main.getByRole('button', { name: /^Look again/ })).toContainText(
    '1 thing is older than 4 months',
  );
  await goTo(page, 'Mine');
  await expect(row).toContainText('4 months old');
  await row.click();
  await expect(main).toContainText('Look again?');
  await main.getByRole('button', { name: 'Still right' }).click();
  await expect(main.getByText('Look again?')).toHaveCount(0);
  await goTo(page, 'Mine');
  await expect(row).not.toContainText('old');
  await add(page, 'Something I take', { 'What is it called?': 'Beta' });

  // Two months away: it is not old, yet much may have changed.
  await comeBack('2026-07-12');
  await expect(main.getByRole('button', { name: /^Look again/ })).toContainText('2 things may have changed');
  await goTo(page, 'Mine');
  await expect(row).toContainText('6 months old');
  await expect(main.getByRole('button', { name: /^Beta/ })).toContainText('Look again?');
  await goTo(page, 'Show');
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  await expect(page.locator('label.pick', { hasText: 'Beta' })).toContainText('Look again?');
  await page.getByRole('button', { name: /^Back to/ }).click();
  await page.getByRole('button', { name: /^Back to/ }).click();
  await goTo(page, 'Today');
  await main.getByRole('button', { name: /^Look again/ }).click();
  await main.getByRole('button', { name: 'Still right: Alpha' }).click();
  await main.getByRole('button', { name: 'Still right: Beta' }).click();
  await expect(main).toContainText('Nothing to look at again.');
});

test('a thing says who said it and who checked; search answers while typing, and leaves what is covered alone', async ({
  page,
}) => {
  await startMine(page);
  await add(page, 'Something I take', {
    'What is it called?': 'Sertraline',
    'How much do you take?': '50 mg',
  });
  await beginAdding(page, 'Something I react to');
  await page.getByLabel('What are you allergic to?', { exact: true }).fill('Crème brûlée');
  await answerOne(page, 'Who told you?', 'Someone who treats me');
  await page.getByLabel('What is their name?', { exact: true }).fill('Dr Osei');
  await page.getByLabel('Did anyone check it with you?', { exact: true }).fill('Nurse Ro');
  await save(page);
  const main = page.getByRole('main');
  await expect(main.locator('.src')).toHaveText(/^From Dr Osei, \d/);
  await expect(main).toContainText(/Checked with\s*Nurse Ro/);
  await beginAdding(page, 'A note');
  await page.getByLabel('What is it about?', { exact: true }).fill('Sertraline, the truth');
  await tick(page, 'Just me');
  await save(page);
  await goTo(page, 'Mine');
  const field = page.getByRole('searchbox');
  const rows = main.getByRole('listitem').getByRole('button');
  // Every press of a key has its answer, also the one that is taken back.
  for (const [typed, said, count, first] of [
    ['se', '2 things found', 2, ''],
    ['ser', '1 thing found', 1, 'Sertraline'],
    ['sex', 'Nothing found', 0, ''],
    ['50 sert', '1 thing found', 1, 'Sertraline'],
    ['brule', '1 thing found', 1, 'Crème brûlée'],
    ['osei', '1 thing found', 1, 'Crème brûlée'],
    ['the truth', 'Nothing found', 0, ''],
  ] as const) {
    await field.fill('');
    await field.pressSequentially(typed);
    await expect(page.getByText(said, { exact: true }), typed).toBeVisible();
    await expect(rows).toHaveCount(count);
    if (first) await expect(rows).toContainText(first);
  }
  await expect(main).toContainText('Covered things are not searched.');
  await expect(main).not.toContainText('the truth');
  await field.fill('');
  await expect(rows).toHaveCount(2);
});
