// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { kinds } from '../../../src/domain/kinds.ts';
import type { Share, SharedItem } from '../../../src/domain/share.ts';
import { SharedPage } from '../../../src/ui/reader/shared-page.tsx';
import { giveWords } from '../setup.ts';
import { doctor, jess, me, opened, shareOf, thing } from './shares.ts';

beforeAll(giveWords);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (share: Share, at = opened, preview = false) =>
  render(<SharedPage share={share} opened={at} preview={preview} />);
const part = (name: string | RegExp) => screen.getByRole('heading', { name }).closest('section')!;

test('the head says who, born when, from whose phone, until when and why', () => {
  show(shareOf([jess], 'my script runs out soon.'));
  const head = document.querySelector('header')!.textContent;
  expect(head).toContain('Jess Marlow');
  expect(head).toContain('Born 14 March 1988, age 38.');
  expect(head).toContain('They/them.');
  expect(head).toMatch(/From Jess’s phone, Tue 12 May 2026, 10:30\sam\./);
  expect(head).toMatch(/This page closes at 11:28\sam\./);
  expect(head).toContain('Why I’m here: my script runs out soon.');
});

test('allergies, medicines and conditions: listed, none says the person, or not stated', () => {
  const none = (kind: string): SharedItem => ({
    kind,
    source: me,
    asOf: '2026-03-01',
    absence: 'none',
    values: {},
  });
  show(shareOf([jess, thing('allergy', { to: 'penicillin', happens: 'Rash.' }), none('medicine')]));
  expect(part('Allergy: penicillin').textContent).toContain('Rash.');
  expect(part('Medicines').textContent).toContain('None, says Jess, 1 Mar 2026');
  expect(part('Conditions').textContent).toContain('Not stated');
  cleanup();
  show(shareOf([jess, none('allergy')]));
  expect(part('Allergies').textContent).toContain('None, says Jess, 1 Mar 2026');
  cleanup();
  show(shareOf([jess]));
  expect(part('Allergies').textContent).toContain('Not stated');
  expect(document.body.textContent).not.toContain('None');
});

test('a name that runs right to left leaves every date as it is', () => {
  const salma = { ...jess, values: { name: 'سلمى', born: '1988-03-14', callMe: 'سلمى' } };
  const none: SharedItem = { kind: 'medicine', source: me, asOf: '2026-03-01', absence: 'none', values: {} };
  const doctor = { type: 'provider', name: 'د. علي', checkedBy: 'שרה', checkedOn: '2026-02-03' } as const;
  show(shareOf([salma, none, thing('allergy', { to: 'penicillin' }, doctor)]));
  const page = document.body.textContent;
  expect(page).toContain('From \u2068سلمى\u2069’s phone, Tue 12 May 2026');
  expect(page).toContain('None, says \u2068سلمى\u2069, 1 Mar 2026');
  expect(page).toContain('\u2068د. علي\u2069, 2 Feb 2026');
  // No name stands right before a number of ours with nothing between them.
  expect(page).not.toMatch(/[\u0590-\u08FF][^\u2069\p{L}]*\d/u);
});

test('a health worker stands in bold, the person in plain weight', () => {
  show(
    shareOf([jess, thing('medicine', { name: 'Sertraline' }, doctor), thing('medicine', { name: 'Iron' })]),
  );
  const said = (name: string) => screen.getByText(name).closest('li')!.querySelector('.said')!;
  expect(said('Sertraline').className).toBe('said pro');
  expect(said('Sertraline').textContent).toBe('Dr A. Osei, 2 Feb 2026');
  expect(said('Iron').className).toBe('said');
  expect(said('Iron').textContent).toBe('Jess says, 2 Feb 2026');
});

test('treatment carries its check note, and its people stand under who to ring', () => {
  show(
    shareOf([
      jess,
      thing('oat', { medicine: 'methadone', dose: '60', point: 'Northside', pointPhone: '02 5550 0142' }),
    ]),
  );
  const treatment = part(/^Opioid treatment/).textContent;
  expect(treatment).toContain('Methadone liquid');
  expect(treatment).toContain('60 mg');
  expect(treatment).toContain('To help you check. Not proof of a dose. Ring the dosing point first.');
  const link = within(part('Who to ring')).getByRole('link', { name: '02 5550 0142' });
  expect(link.getAttribute('href')).toBe('tel:0255500142');
});

test('markup is text, and unseen characters show as what they are', () => {
  const nasty = '<img src=x onerror=alert(1)>\u202Egnp\u200B';
  show(shareOf([thing('about', { name: nasty }), thing('medicine', { name: nasty, dose: nasty })], nasty));
  expect(document.querySelector('img')).toBeNull();
  const text = document.body.textContent;
  expect(text).toContain('<img src=x onerror=alert(1)>‹U+202E›gnp‹U+200B›');
  expect(text).not.toMatch(/[\u202E\u200B]/);
});

test('a date that makes no sense is kept as said, and marked', () => {
  show(shareOf([thing('medicine', { name: 'Iron', since: '2026-02-31' })]));
  const row = screen.getByText('Iron').closest('li')!;
  expect(row.textContent).toContain('2026-02-31');
  expect(row.querySelector('.r-odd')).not.toBeNull();
});

test('past its time it asks first, and shows on "Look anyway"', () => {
  show(shareOf([jess]), new Date(2026, 4, 12, 12, 0));
  expect(screen.getByRole('heading').textContent).toMatch(
    /This page was to close at 11:28\sam\. Look anyway\?/,
  );
  expect(document.body.textContent).not.toContain('Jess');
  fireEvent.click(screen.getByText('Look anyway'));
  expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull();
});

test('a clock that is years behind: ages and dates go by the phone, and the page says so', () => {
  const share = shareOf([jess, thing('medicine', { name: 'Iron', since: '2026-03-02' })]);
  const odd = 'check this date';
  show(share, new Date(2016, 4, 12, 10, 31));
  const page = () => document.body.textContent;
  expect(page()).toContain('Born 14 March 1988, age 38.');
  expect(page()).not.toContain(odd);
  expect(page()).toContain('The clock on this device looks wrong');
  expect(page()).toContain('It says 12 May 2016. Their phone made this page on 12 May 2026.');
  cleanup();
  // A few hours are no more than two clocks differ by.
  show(share, new Date(2026, 4, 11, 20, 0));
  expect(page()).toContain('age 38.');
  expect(page()).not.toContain('The clock on this device');
  cleanup();
  // What the phone itself calls odd is odd on any clock.
  const ahead = { ...jess, values: { ...jess.values, born: '2027-03-14' } };
  show(shareOf([ahead]), new Date(2016, 4, 12, 10, 31));
  expect(page()).toContain(odd);
});

test('a clock that is years ahead can’t be told from an old share: it asks, and says what the clock says', () => {
  show(shareOf([jess]), new Date(2036, 4, 12, 10, 31));
  expect(document.body.textContent).toContain(
    'Was it shown to you just now? Then the clock on this device may be wrong. It says Mon 12 May 2036, 10:31',
  );
  expect(document.body.textContent).not.toContain('Jess');
});

test('the preview shows the same page, has nothing to press, and never asks', () => {
  const share = shareOf([jess, thing('contact', { name: 'Dana', phone: '0491 570 156' })], 'a script');
  show(share);
  const text = document.querySelector('.reader')!.textContent!.replace(/Copy as textPrint/, '');
  cleanup();
  show(share, opened, true);
  expect(document.querySelector('.reader')!.textContent).toBe(text);
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(screen.queryAllByRole('link')).toEqual([]);
  cleanup();
  show(share, new Date(2026, 5, 1), true);
  expect(screen.getByText('Jess Marlow')).not.toBeNull();
});

/** Every field of every kind, each with words of its own. */
const everything = (): { share: Share; canaries: string[] } => {
  const canaries: string[] = [];
  const canary = (name: string): string => {
    const word = `canary${String(canaries.length).padStart(3, '0')}${name}`;
    canaries.push(word);
    return word;
  };
  const items = kinds.map(kind =>
    thing(
      kind.id,
      Object.fromEntries(
        kind.fields
          .filter(f => !f.neverShared && !f.hidden && f.type !== 'file' && (f.when?.({}) ?? true))
          .map(f => [f.name, f.type === 'choices' ? [canary(f.name)] : canary(f.name)]),
      ),
      { type: 'document', name: canary('source') },
    ),
  );
  // What the page says of the person's own card is "from their phone".
  return { share: shareOf(items, canary('why')), canaries };
};

test('the copied text holds every fact on the page, and the page every fact of the text', async () => {
  let copied = '';
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: {
      writeText: async (text: string) => {
        copied = text;
      },
    },
  });
  const { share, canaries } = everything();
  show(share);
  fireEvent.click(screen.getByText('Copy as text'));
  await waitFor(() => expect(screen.getByText(/^Copied/)).not.toBeNull());
  const page = document.querySelector('.reader')!.textContent!;
  const about = kinds.findIndex(kind => kind.id === 'about');
  const aboutSource = (share.items[about]!.source.name ?? '') as string;
  for (const word of canaries.filter(each => each !== aboutSource)) {
    expect([word, page.includes(word), copied.includes(word)]).toEqual([word, true, true]);
  }
});

test('without a clipboard the text is there to be marked by hand', async () => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  show(shareOf([jess]));
  fireEvent.click(screen.getByText('Copy as text'));
  const area = await waitFor(() => screen.getByLabelText<HTMLTextAreaElement>('This page as text'));
  expect(area.value).toContain('Jess Marlow');
  expect(document.activeElement).toBe(area);
});

test('a thing from a newer Holdfast is said to be there', () => {
  show(shareOf([jess, thing('not-yet-made', { x: 'y' })]));
  expect(document.body.textContent).toContain('One thing here was made by a newer Holdfast.');
});
