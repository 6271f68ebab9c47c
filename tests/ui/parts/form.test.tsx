// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ErrorSummary } from '../../../src/ui/parts/block.tsx';
import { ChipChoice } from '../../../src/ui/parts/choice.tsx';
import { DateField } from '../../../src/ui/parts/date-field.tsx';
import { TextField } from '../../../src/ui/parts/field.tsx';
import { giveWords } from '../setup.ts';

beforeAll(giveWords);
afterEach(cleanup);

let last: unknown;
const now = new Date(2026, 4, 12, 9);

const Date_ = ({ start = '', past, time }: { start?: string; past?: boolean; time?: boolean }) => {
  const [value, setValue] = useState(start);
  last = value;
  return (
    <DateField id="d" label="When?" value={value} onInput={setValue} past={past} time={time} now={now} />
  );
};
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

test('the error summary counts, takes the focus and leads to the field', () => {
  render(
    <>
      <ErrorSummary slips={[{ id: 'when', text: 'That day is still to come' }]} />
      <TextField id="when" label="When?" value="" onInput={() => {}} err="Pick today or a day before." />
    </>,
  );
  const summary = screen.getByText('One thing to fix').closest('[role=alert]');
  expect(document.activeElement).toBe(summary);
  fireEvent.click(screen.getByRole('link', { name: 'That day is still to come' }));
  const field = screen.getByLabelText('When?');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = document.getElementById(field.getAttribute('aria-describedby')!);
  expect(described?.textContent).toBe('Pick today or a day before.');
});

test('a date grows as it is typed: a year, a month, a day', () => {
  render(<Date_ />);
  type('Year', '2019');
  expect(last).toBe('2019');
  type('Month', '3');
  expect(last).toBe('2019-03');
  type('Day', '8');
  expect(last).toBe('2019-03-08');
});

test('what makes no sense as a date is kept as typed', () => {
  render(<Date_ />);
  type('Day', '31');
  type('Month', '2');
  type('Year', '2026');
  expect(last).toBe('31 2 2026');
});

test('today, yesterday, not sure and own words are one press away', () => {
  render(<Date_ past />);
  fireEvent.click(screen.getByLabelText('Yesterday'));
  expect(last).toBe('2026-05-11');
  fireEvent.click(screen.getByLabelText('Not sure'));
  expect(last).toBe('Not sure');
  fireEvent.click(screen.getByLabelText('My own words'));
  type('In my own words', 'about March');
  expect(last).toBe('about March');
});

test('a chip pressed again is let go', () => {
  render(<Date_ past start="2026-05-12" />);
  fireEvent.click(screen.getByLabelText('Today'));
  expect(last).toBe('');
});

test('the time of day joins the day', () => {
  render(<Date_ past time />);
  fireEvent.click(screen.getByLabelText('Today'));
  type('Time', '08:40');
  expect(last).toBe('2026-05-12T08:40');
  fireEvent.click(screen.getByLabelText('Yesterday'));
  expect(last).toBe('2026-05-11T08:40');
});

test('a choice may be one, several, own words, or let go', () => {
  const options = [
    { id: 'a', label: 'Apple' },
    { id: 'b', label: 'Pear' },
  ];
  const Many = () => {
    const [value, setValue] = useState<string[]>(['a']);
    last = value;
    return <ChipChoice id="m" label="Which?" many own options={options} value={value} onInput={setValue} />;
  };
  render(<Many />);
  fireEvent.click(screen.getByLabelText('Pear'));
  expect(last).toEqual(['a', 'b']);
  fireEvent.click(screen.getByLabelText('Apple'));
  expect(last).toEqual(['b']);
  type('In my own words', 'Quince');
  expect(last).toEqual(['b', 'Quince']);
});

const Own = ({ start = '' }: { start?: string }) => {
  const [value, setValue] = useState(start);
  last = value;
  const options = [
    { id: 'en', label: 'English' },
    { id: 'ar', label: 'Arabic' },
  ];
  return <ChipChoice id="l" label="Which?" own options={options} value={value} onInput={setValue} />;
};

test('own words on their way past the id of a chip stay own words', () => {
  render(<Own />);
  const field = screen.getByLabelText<HTMLInputElement>('In my own words');
  for (const typed of ['e', 'en', 'engl']) {
    type('In my own words', typed);
    expect(field.value).toBe(typed);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'English' }).checked).toBe(false);
  }
  expect(last).toBe('engl');
  fireEvent.click(screen.getByRole('radio', { name: 'Arabic' }));
  expect(last).toBe('ar');
  expect(field.value).toBe('');
});
