import { readFileSync } from 'node:fs';
import { expect, test } from './support/network.ts';
import { add, goTo, startMine, tick } from './support/person.ts';
import { readCode } from './support/read-code.ts';
import { makeCode, press, read, toLook, toWhat } from './support/showing.ts';

test('a GP gives something back: a dose, an appointment, a list without the spray; the person looks and decides', async ({
  page,
  browser,
  baseURL,
}) => {
  await startMine(page);
  await add(page, 'My opioid treatment', {
    'Which one are you on?': 'Methadone liquid',
    'How much is one dose?': '60',
  });
  await add(page, 'Something I take', {
    'What is it called?': 'Sertraline',
    'How much do you take?': '50 mg',
  });
  await add(page, 'Something I take', { 'What is it called?': 'Naloxone spray' });
  await toWhat(page, 'A doctor or nurse');
  await tick(page, 'My treatment');
  await toLook(page);
  const share = await makeCode(page);
  await press(page, 'They have it');

  const clinic = await browser.newContext({
    baseURL: baseURL!,
    locale: 'en-AU',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const reader = await clinic.newPage();
  await read(reader, share);
  await press(reader, 'Give something back');
  const about = (name: string) => reader.getByRole('radiogroup', { name: `What about ${name}?` });
  // Nothing is picked for them, and nothing goes back unsaid.
  await expect(reader.getByRole('radio', { checked: true })).toHaveCount(0);
  await press(reader, 'Next: look at it');
  await expect(reader.getByText('Nothing to give back yet.')).toBeVisible();
  await about('Methadone liquid').locator('label', { hasText: 'Change' }).click();
  await reader.getByLabel('Dose', { exact: true }).fill('80');
  await press(reader, 'Done');
  await expect(reader.getByText('Dose: 80 mg (was 60 mg)')).toBeVisible();
  await about('Sertraline').locator('label', { hasText: 'Same' }).click();
  await about('Naloxone spray').locator('label', { hasText: 'Not in our list' }).click();
  await press(reader, 'Appointment');
  await reader.getByLabel('With', { exact: true }).fill('Dr Osei');
  await reader.getByLabel('Where', { exact: true }).fill('Ainslie Street clinic');
  await press(reader, 'Done');
  // Going away asks once.
  await press(reader, /^Back to/);
  await expect(reader.getByRole('dialog', { name: 'Leave without giving it back?' })).toBeVisible();
  await press(reader, 'Stay here');
  await press(reader, 'Next: look at it');
  await expect(reader.getByRole('heading', { name: 'This goes back' })).toBeFocused();
  await reader.getByLabel('Your name').fill('Dr Osei');
  await reader.getByLabel('Your job').fill('GP');
  await expect(reader.getByText('We do not check who you are.')).toBeVisible();
  await press(reader, 'Make the code');
  await expect(reader.getByRole('img', { name: 'Code to scan' })).toBeVisible();
  const link = await readCode(reader);
  expect(link).toMatch(new RegExp(`^${baseURL}r\\.html#\\d+$`));
  await press(reader, 'Copy the link');
  await expect(reader.getByText('Copied. Send it to the person.')).toBeVisible();
  const saving = reader.waitForEvent('download');
  await press(reader, 'Save as a file');
  const file = await saving;
  expect([file.suggestedFilename(), readFileSync(await file.path(), 'utf8')]).toEqual(['answer.txt', link]);
  await press(reader, 'They have it');
  await press(reader, 'Yes, they have it');
  await expect(reader.getByRole('button', { name: 'Copy as text' })).toBeVisible();
  expect(await clinic.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  // An ordinary camera opens the answer here: it says where it belongs.
  await reader.goto('about:blank');
  await reader.goto(link);
  await expect(reader.getByRole('heading', { name: 'This is an answer for you' })).toBeVisible();
  await press(reader, 'Copy it');
  await expect(reader.getByText('Copied. Paste it in Holdfast.')).toBeVisible();
  await clinic.close();

  await goTo(page, 'People');
  await press(page, /^Look back/);
  await press(page, /^A doctor or nurse/);
  await press(page, 'Paste what they sent');
  await page.getByLabel('What they sent').fill(share.link);
  await press(page, 'Look at it');
  await expect(page.getByText('This is not an answer to what you showed.')).toBeVisible();
  await page.getByLabel('What they sent').fill(`${link.slice(0, 60)}\n ${link.slice(60)}`);
  await press(page, 'Look at it');
  await expect(page.getByRole('heading', { name: '3 changes to look at' })).toBeVisible();
  await expect(page.getByText(/^From Dr Osei, GP, .*We did not check who that is\./)).toBeVisible();
  const card = (text: string | RegExp) => page.locator('.change').filter({ hasText: text });
  await expect(card('My treatment')).toContainText('80 mg');
  await expect(card('Naloxone spray')).toContainText('Not in their list');
  await card('My treatment').locator('label', { hasText: 'Use it' }).click();
  await card('Naloxone spray').locator('label', { hasText: 'Keep mine' }).click();
  await card('Ainslie Street clinic').locator('label', { hasText: 'Use it' }).click();
  await press(page, 'Finish');
  await expect(page.getByText('2 changes are yours now')).toBeVisible();
  await press(page, /^They answered,/);
  await expect(page.getByRole('heading', { name: 'Dr Osei, GP' })).toBeVisible();
  await expect(page.getByText('They may keep what they wrote.')).toBeVisible();
  await press(page, /^My treatment/);
  await expect(page.getByText('80 mg')).toBeVisible();
  await expect(page.getByText(/^From Dr Osei, GP, \d+ \w+$/)).toBeVisible();
  await goTo(page, 'Mine');
  await expect(page.getByText('Naloxone spray')).toBeVisible();
});
