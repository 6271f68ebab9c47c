import type { Page } from '@playwright/test';
import { expect, test } from './support/network.ts';
import { add, goTo, openMadeUp, startMine } from './support/person.ts';
import { makeCode, press, read, toLook, toWhat } from './support/showing.ts';

const opened = (page: Page) =>
  expect(page.locator('html[data-ready=shared]')).toBeAttached({ timeout: 30_000 });

test.describe('on a clinic PC', () => {
  test.use({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });

  test('the answer comes first, is copied whole, fits one sheet and leaves nothing behind', async ({
    page,
    browser,
    baseURL,
  }) => {
    await openMadeUp(page);
    await toWhat(page, 'A doctor or nurse', 'My script runs out soon');
    for (const line of await page.locator('label.pick').all()) {
      if (!(await line.getByRole('checkbox').isChecked())) await line.click();
    }
    await toLook(page);
    const share = await makeCode(page);

    const clinic = await browser.newContext({
      baseURL: baseURL!,
      locale: 'en-AU',
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const reader = await clinic.newPage();
    await read(reader, share);
    expect(await reader.evaluate(() => location.href)).toBe(`${baseURL}r.html`);
    expect(await reader.title()).toBe('Shared page');

    // All of what is needed first, without scrolling.
    for (const part of ['.allergy', '.oat', '.contact >> nth=0', '.r-why']) {
      const { y, height } = (await reader.locator(part).boundingBox())!;
      expect(y + height, part).toBeLessThanOrEqual(800);
    }
    const dosing = reader.locator('.oat').getByRole('link', { name: '02 5550 0142' });
    await expect(dosing).toHaveAttribute('href', 'tel:0255500142');
    await expect(reader.getByRole('contentinfo')).toContainText(
      'All of it is self-reported. It may be incomplete. We did not check it.',
    );

    await press(reader, 'Copy as text');
    await expect(reader.getByText('Copied. Paste it where you keep notes.')).toBeVisible();
    const notes = await clinic.newPage();
    await notes.setContent('<textarea></textarea>');
    await notes.locator('textarea').click();
    await notes.keyboard.press('Control+V');
    const copied = await notes.locator('textarea').inputValue();
    for (const line of [
      /^Alex Marlow$/m,
      /^Why I’m here: My script runs out soon$/m,
      /^Self-reported\. May be incomplete\. Not checked\.$/m,
      /^- Penicillin: Rash\. Face swells\.\n {2}Needed hospital: Yes\n {2}Last time: 2011\n {2}\(Dr Osei, /m,
      /^- Methadone liquid: 60 mg, every day$/m,
      /^ {2}\(Alex says, .*Checked with Dana, /m,
      /^ {2}To help you check\. Not proof of a dose\. Ring the dosing point first\.$/m,
      /^- Dosing point: Northside Pharmacy, 02 5550 0142, To 7 pm$/m,
      /^- Sertraline: 50 mg, in the morning$/m,
    ]) {
      expect(copied).toMatch(line);
    }
    // Everything that the page shows in a list is in the text.
    const names = await reader.locator('.reader li b').allInnerTexts();
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(copied).toContain(name);

    const sheet = await reader.pdf({ format: 'A4' });
    expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

    expect(await clinic.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
    const kept = await reader.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
    }));
    expect(kept).toEqual({ workers: 0, caches: [], databases: [] });

    // Left and come back to: nothing of it is there.
    await reader.goto('about:blank');
    await reader.goBack();
    await expect(reader.locator('h1')).toBeVisible();
    await expect(reader.getByText('Penicillin')).toHaveCount(0);
    await clinic.close();
  });
});

test('words are read forgivingly, wrong ones are named, and a share past its time asks first', async ({
  page,
  context,
}) => {
  await startMine(page);
  await add(page, 'My name and birth date', { 'What is your full name?': 'Jess Marlow' });
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /^Add\b/ }).click();
  await press(page, /^I have no allergies/);
  await toWhat(page, 'A doctor or nurse');
  await toLook(page);
  const { link, words } = await makeCode(page);

  const reader = await context.newPage();
  await reader.goto(link);
  const field = (at: number) => reader.getByRole('textbox').nth(at);
  await field(0).pressSequentially('qqq');
  await field(1).click();
  await expect(reader.getByRole('alert')).toContainText('“qqq” is not one of the words. Check word 1.');
  // Four words that are all in the list, and not the ones.
  const wrong = words[0]!.startsWith('zig') ? 'atmosphere' : 'zigzagged';
  await field(0).fill([wrong, ...words.slice(1)].join(' '));
  await expect(reader.getByRole('alert')).toContainText('Those words do not open it.', { timeout: 30_000 });
  await expect(reader.getByText('Jess Marlow')).toHaveCount(0);
  // As someone says them, written down by someone in a hurry.
  const [one, two, three, four] = words as [string, string, string, string];
  await field(0).fill(
    `  ${one.toUpperCase()},${two.slice(0, 3)}... ${three}s  ${four[0]!.toUpperCase()}${four.slice(1)}`,
  );
  await opened(reader);
  await expect(reader.getByRole('heading', { name: 'Jess Marlow' })).toBeFocused();
  const part = (name: string) =>
    reader.locator('section').filter({ has: reader.getByRole('heading', { name }) });
  await expect(part('Allergies')).toContainText(/None, says Jess, \d/);
  await expect(part('Medicines')).toContainText('Not stated');
  await expect(part('Conditions')).toContainText('Not stated');

  const late = await context.newPage();
  // Three hours on, which may be the next day: then the page says the day, else the time.
  await late.clock.setFixedTime(Date.now() + 3 * 3_600_000);
  await late.goto(link);
  await late.getByRole('textbox').first().fill(words.join(' '));
  await expect(late.getByRole('heading', { name: /^This page was to close .+ Look anyway\?$/ })).toBeVisible({
    timeout: 30_000,
  });
  await expect(late.getByText('Jess Marlow')).toHaveCount(0);
  await press(late, 'Look anyway');
  await expect(late.getByRole('heading', { name: 'Jess Marlow' })).toBeVisible();
  await expect(late.getByText(/^.*This page was to close /)).toBeVisible();
  await late.reload();
  await expect(late.getByRole('heading', { name: 'Shared page' })).toBeVisible();
});
