import type { Locator, Page } from '@playwright/test';
import type { Field, Kind } from '../../src/domain/kind.ts';
import { kinds } from '../../src/domain/kinds.ts';
import { expect, test } from './support/network.ts';
import { beginAdding, save, startMine } from './support/person.ts';

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

for (const half of [0, 1]) {
  test(`every kind is kept empty, then filled, and says all of it (${half + 1} of 2)`, async ({ page }) => {
    test.setTimeout(90_000);
    await startMine(page);
    for (const kind of kinds.filter((_, at) => at % 2 === half)) {
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

  await page.getByRole('button', { name: 'Change', exact: true }).click();
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
