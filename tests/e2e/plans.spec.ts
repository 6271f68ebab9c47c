import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { expect, test } from './support/network.ts';
import { add, beginAdding, goTo, save, startMine, tick, unlock } from './support/person.ts';

const day = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000);

test('who needs the new number is ticked off one by one, over a lock', async ({ page }) => {
  await startMine(page);
  await goTo(page, 'People');
  await page.getByRole('button', { name: /^My number changed/ }).click();
  await expect(page.getByText('Nobody to tell yet')).toBeVisible();
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Dana',
    'What is their phone number?': '0491 570 156',
  });
  await expect(page.getByRole('link', { name: 'Write to Dana' })).toHaveAttribute('href', 'sms:0491570156');
  await expect(page.getByRole('button', { name: 'Open the map' })).toHaveCount(0);
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Housing office',
    'Where are they?': '3 Creek Rd',
  });
  // A map sees the place only once the person has read that it will.
  await expect(page.getByRole('link')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open the map' }).click();
  const sheet = page.getByRole('dialog', { name: 'Look this up on a map?' });
  await expect(sheet).toContainText('3 Creek Rd');
  await expect(sheet.getByRole('link', { name: 'My map app' })).toHaveAttribute(
    'href',
    'geo:0,0?q=3%20Creek%20Rd',
  );
  const site = sheet.getByRole('link', { name: 'OpenStreetMap' });
  await expect(site).toHaveAttribute('href', 'https://www.openstreetmap.org/search?query=3%20Creek%20Rd');
  await expect(site).toHaveAttribute('rel', 'noreferrer noopener');
  await sheet.getByRole('button', { name: 'Not now' }).click();
  const toList = async () => {
    await goTo(page, 'People');
    await page.getByRole('button', { name: /^My number changed/ }).click();
  };
  await toList();
  await page.getByRole('button', { name: 'Make the list' }).click();
  await expect(page.getByText('2 left to tell')).toBeVisible();
  await tick(page, 'Dana');
  await expect(page.getByText('1 left to tell')).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await unlock(page);
  await toList();
  await expect(page.getByRole('checkbox', { name: /Dana/ })).toBeChecked();
  await tick(page, 'Housing office');
  await expect(page.getByText('Everyone knows')).toBeVisible();
  await page.getByRole('button', { name: 'Put the list away' }).click();
  await expect(page.getByRole('button', { name: 'Make the list' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Everyone knows')).toBeVisible();
});

test('an appointment with a lift stands on Today, and goes into a calendar in words the person picked', async ({
  page,
}) => {
  await startMine(page);
  await add(page, 'Someone who helps me', {
    'Who is it?': 'Dr Osei',
    'What is their phone number?': '02 5550 0119',
  });
  await beginAdding(page, 'An appointment');
  await page.getByRole('radio', { name: 'Dr Osei', exact: true }).check();
  const when = page.getByRole('group', { name: 'When is it?' });
  await when.getByLabel('Day').fill(String(day.getDate()));
  await when.getByLabel('Month').fill(String(day.getMonth() + 1));
  await when.getByLabel('Year').fill(String(day.getFullYear()));
  await when.getByLabel('Time').fill('10:30');
  await page.getByRole('radio', { name: 'A lift', exact: true }).check();
  await page.getByLabel('What is the plan for that?').fill('Dana comes at 10');
  await page.getByLabel('What do you want to say there?').fill('I need a new script');
  await save(page);

  await goTo(page, 'Today');
  const card = page.locator('.card', { hasText: 'Next appointment' });
  await expect(card.getByRole('heading')).toHaveText(/10:30/);
  await expect(card).toContainText('Dana comes at 10');
  await expect(card.getByRole('link', { name: 'Ring Dr Osei' })).toHaveAttribute('href', 'tel:0255500119');
  await expect(page.getByText('Coming up', { exact: true })).toHaveCount(0);

  await card.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Put it in my calendar' }).click();
  await expect(page.getByLabel('Words in the calendar')).toHaveValue('Appointment');
  await page.getByLabel('Words in the calendar').fill('Coffee');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make the calendar file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('date.ics');
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).not.toMatch(/Osei|Dana|script/);
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')!);
  expect(event.summary).toBe('Coffee');
  expect(event.startDate.toJSDate().getHours()).toBe(10);

  // Once it is over it asks for nothing more.
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('radio', { name: 'I went' }).check();
  await page.getByLabel('Afterwards: how did they treat you?').fill('They listened.');
  await save(page);
  await goTo(page, 'Today');
  await expect(page.getByText('Next appointment')).toHaveCount(0);

  // Somewhere new is shown what it may know: a share made out to it. How it was stays with the person.
  await add(page, 'Somewhere new I want to go', { 'What is it for?': 'Company' });
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page
    .getByRole('group', { name: 'Where, or who, do you want to go to?' })
    .getByRole('textbox')
    .fill('Art group');
  await save(page);
  await expect(page.getByText('Last shown to them')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show them what they may know' }).click();
  await expect(page.getByRole('radio', { name: /^A new worker/ })).toBeChecked();
  await expect(page.getByLabel('Who is it?')).toHaveValue('Art group');
  await expect(page.getByLabel('Why are you here?')).toHaveValue('Company');
  await page.getByRole('button', { name: 'Next: what they see' }).click();
  // What is over goes out only if it is ticked.
  await expect(page.getByRole('button', { name: /^Show 2 things$/ })).toBeVisible();
  await tick(page, '10:30');
  await page.getByRole('button', { name: /^Show 3 things$/ }).click();
  await expect(page.getByRole('main')).toContainText('I need a new script');
  await expect(page.getByRole('main')).not.toContainText('They listened.');
  await page.getByRole('button', { name: 'Make the code' }).click();
  await page.getByRole('button', { name: 'They have scanned it' }).click();
  await page.getByRole('button', { name: 'They have it' }).click();
  await goTo(page, 'Mine');
  await page.getByRole('button', { name: /^Art group/ }).click();
  await page.getByRole('button', { name: /^Last shown to them/ }).click();
  await expect(page.getByRole('main')).toContainText('Art group');
  await expect(page.getByRole('main')).toContainText('Company');
});
