import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { launchOptions } from '../../scripts/browser.mjs';
import { INBOX_RECORD } from '../../src/vault/inbox.ts';
import { expectLocked } from '../e2e/support/away.ts';
import { expect, test } from '../e2e/support/network.ts';
import { add, answerOne, beginAdding, goTo, save, startMine, tick, unlock } from '../e2e/support/person.ts';
import { press, toLook } from '../e2e/support/showing.ts';
import { copyOf, recordsOf, slotOf } from './support/copy.ts';
import { type Found, memoryOf, wholeTexts } from './support/memory.ts';

test.use({ launchOptions: launchOptions(wholeTexts) });

const canary = (): string => `Zq${randomBytes(9).toString('hex')}`;

/** What is ticked: at the very end of a long text, so that a look at beginnings only does not find it. */
const ticked = canary();

/** What is not for whoever helps. */
const secrets = {
  'not ticked': canary(),
  'just me': canary(),
  'only for me': canary(),
  'an older version': canary(),
  'the log': canary(),
  'a draft': canary(),
  'the PIN': Array.from(randomBytes(15), byte => byte % 10).join(''),
};

/** How long after a lock nothing may be left, ms. */
const AFTER_LOCK = 5000;

/** A record with each of them in its place. */
async function keepAll(page: Page): Promise<void> {
  await add(page, 'Something I want', {
    'What do you want?': 'A door that locks',
    'What is the first step?': secrets['an older version'],
  });
  await press(page, 'Change it');
  await press(page, 'Change the words');
  await answerOne(page, 'What is the first step?', 'Ring housing');
  await answerOne(page, 'Why does it matter to you?', `${'For years now. '.repeat(200)}${ticked}`);
  await save(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': secrets['not ticked'] });
  await beginAdding(page, 'Something I take');
  await answerOne(page, 'What is it called?', secrets['just me']);
  await page.getByRole('radio', { name: /^Just me/ }).check({ force: true });
  await save(page);
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Dana',
    'Anything only you should see?': secrets['only for me'],
  });
  await goTo(page, 'Show');
  await page.getByLabel('Who is it?').fill(secrets['the log']);
  await press(page, 'Next: what they see');
  await toLook(page);
  await press(page, 'Make the code');
  await press(page, 'Stop');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await beginAdding(page, 'Something I take');
  await answerOne(page, 'What is it called?', secrets['a draft']);
  await press(page, /^Back/);
}

/** What lies in libsodium's own memory, from its start to its end. */
const WASM = '$argon2id$';

const namesIn = (found: readonly Found[]): string[] => [...new Set(found.map(({ needle }) => needle))].sort();

test('while someone helps, and after, memory holds nothing that is not for them', async ({ page }) => {
  page.setDefaultTimeout(15_000);
  const memory = await memoryOf(page);
  const pin = secrets['the PIN'];
  const others = ({ needle }: Found) => needle !== 'ticked' && needle !== WASM;
  await startMine(page, pin);
  await keepAll(page);

  // While it is open, all of it is found: the look can see what it is to find gone.
  const slot = await slotOf(await copyOf(page), pin);
  const { 'the PIN': _, ...open } = secrets;
  const needles = { ticked, ...secrets, 'the vault key': slot.key };
  const saw = memory.workers();
  expect(namesIn(await memory.look(needles))).toEqual(
    ['ticked', 'the vault key', ...Object.keys(open)].sort(),
  );

  await goTo(page, 'People');
  await press(page, /^Do it together/);
  await press(page, 'Tick other things too');
  await tick(page, 'Dana');
  await press(page, 'Give them the phone');
  await expect(page.getByText('2 things are open. The rest is locked.')).toBeVisible();
  await press(page, 'Add a goal');
  await answerOne(page, 'What do you want?', 'See my sister');
  await save(page);

  const record = (await recordsOf(await copyOf(page), slot)).get(INBOX_RECORD)!;
  const inbox = { 'what opens the inbox': record.slice(49, 81), 'what signs for it': record.slice(81, 113) };
  const found = await memory.look({ ...needles, ...inbox, [WASM]: WASM });
  // What has to be seen: the end of a long text, and the memory of WebAssembly.
  expect(found).toContainEqual({ needle: 'ticked', where: 'heap of the page' });
  expect(found).toContainEqual({ needle: WASM, where: 'bytes of the worker' });
  expect(found.filter(others)).toEqual([{ needle: 'what signs for it', where: 'bytes of the page' }]);
  for (const worker of saw) expect(memory.workers()).not.toContain(worker);

  await press(page, 'Give back the phone');
  await expectLocked(page);
  expect(await memory.look({ ...needles, ...inbox })).toEqual([]);

  // The same once the person themselves had all of it open, and looked at it.
  await unlock(page, pin);
  await goTo(page, 'Mine');
  await expect(page.getByText(secrets['not ticked'])).toBeVisible();
  await press(page, 'Hide');
  await expectLocked(page);
  await page.waitForTimeout(AFTER_LOCK);
  expect(await memory.look({ ...needles, ...inbox })).toEqual([]);
});
