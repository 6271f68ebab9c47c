import { openCameraBrowser, scan } from './support/camera.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, startMine, tick } from './support/person.ts';
import { writeFilm } from './support/y4m.ts';

// The whole path on real input: a real vault, a real code on a screen, a real camera, a second device with
// nothing installed.
test.setTimeout(120_000);

test('a person shows a GP what they keep, and the GP reads it', async ({ page, context, baseURL }, info) => {
  await startMine(page);
  // Installed: from here on the person is offline.
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);

  await add(page, 'My name and birth date', { 'What is your full name?': 'Jess Marlow' });
  await add(page, 'My opioid treatment', {
    'Which one are you on?': 'Methadone liquid',
    'How much is one dose?': '60',
    'Where do you get your dose?': 'Northside Pharmacy',
  });
  await add(page, 'Something I take', {
    'What is it called?': 'Sertraline',
    'How much do you take?': '50 mg',
  });
  await add(page, 'Something I take', { 'What is it called?': 'Naloxone spray' });
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });

  await goTo(page, 'Show');
  await page.getByRole('radio', { name: /^A doctor or nurse/ }).check();
  await page.getByLabel('Why are you here?').fill('My script runs out soon');
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  // Careful things are there, and never ticked beforehand.
  const treatment = page.getByRole('checkbox', { name: /My treatment/ });
  await expect(treatment).not.toBeChecked();
  await tick(page, 'My treatment');
  await expect(treatment).toBeChecked();
  await page.getByRole('button', { name: /^Show \d things$/ }).click();

  // The last look is the reader's own page.
  const look = page.getByRole('region', { name: 'Their page' });
  await expect(look).toContainText('Jess Marlow');
  await expect(look).toContainText('Sertraline');
  await expect(look).toContainText('Not proof of a dose');
  const lookText = await look.innerText();
  await page.getByRole('button', { name: 'Make the code' }).click();

  const code = page.getByRole('img', { name: 'Code to scan' });
  await expect(code).toBeVisible();
  const film = info.outputPath('screen.y4m');
  writeFilm(film, [await page.screenshot()]);
  // The words are not on the screen that has the code, and the code not on the one that has the words.
  await page.getByRole('button', { name: 'They have scanned it' }).click();
  await expect(code).toHaveCount(0);
  const words = await page.locator('.words li').allInnerTexts();
  expect(words).toHaveLength(4);

  const [link] = await scan(film);
  expect(link).toMatch(new RegExp(`^${baseURL}r\\.html#\\d+$`));

  // Another device, nothing installed.
  const device = await openCameraBrowser(film);
  const clinic = await device.newContext({
    locale: 'en-AU',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const reader = await clinic.newPage();
  await reader.goto(link!);
  expect(await reader.evaluate(() => location.hash)).toBe('');
  const fields = reader.getByRole('textbox');
  for (const [at, word] of words.entries()) await fields.nth(at).pressSequentially(word.slice(0, 3));
  await expect(reader.getByRole('heading', { name: 'Jess Marlow' })).toBeVisible({ timeout: 20_000 });
  const shown = await reader.locator('body').innerText();
  for (const fact of [
    'My script runs out soon',
    'Penicillin',
    'Sertraline',
    '50 mg',
    'Naloxone spray',
    '60 mg',
    'Northside Pharmacy',
  ]) {
    expect(shown).toMatch(new RegExp(fact, 'i'));
    expect(lookText).toMatch(new RegExp(fact, 'i'));
  }
  await reader.getByRole('button', { name: /^Copy/ }).first().click();
  await expect(reader.getByText('Copied. Paste it where you keep notes.')).toBeVisible();
  const notes = await clinic.newPage();
  await notes.setContent('<textarea></textarea>');
  await notes.locator('textarea').click();
  await notes.keyboard.press('Control+V');
  const copied = await notes.locator('textarea').inputValue();
  for (const fact of ['Jess Marlow', 'Penicillin', 'Sertraline', '50 mg', '60 mg', 'Self-reported']) {
    expect(copied).toContain(fact);
  }
  const sheet = await reader.pdf({ format: 'A4' });
  // One page: a PDF names each of its pages once.
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(await clinic.storageState()).toEqual({ cookies: [], origins: [] });
  expect(await reader.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await device.close();

  // Looking back: what went out is written down.
  await page.getByRole('button', { name: 'They have it' }).click();
  await goTo(page, 'People');
  await page.getByText('Look back').click();
  await expect(page.getByRole('button', { name: /^A doctor or nurse .*\. 5 things/ })).toBeVisible();
});
