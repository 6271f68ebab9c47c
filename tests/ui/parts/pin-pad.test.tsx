// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PinPad } from '../../../src/ui/parts/pin-pad.tsx';
import { giveWords } from '../setup.ts';

beforeAll(giveWords);
afterEach(cleanup);

const Pad = ({ onOpen, busy }: { onOpen: (pin: string) => void; busy?: boolean }) => {
  const [pin, setPin] = useState('');
  return <PinPad value={pin} onInput={setPin} onOpen={() => onOpen(pin)} busy={busy} />;
};
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });

test('digits, Backspace and Enter of a keyboard work wherever the focus is', () => {
  const onOpen = vi.fn();
  render(<Pad onOpen={onOpen} />);
  for (const digit of '1239') key(digit);
  key('Backspace');
  key('4');
  expect(screen.getByRole('status').textContent).toBe('4 typed');
  key('Enter');
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('1234');
});

test('keys, Delete and Open can be pressed', () => {
  const onOpen = vi.fn();
  render(<Pad onOpen={onOpen} />);
  for (const digit of ['9', '0', '5']) fireEvent.click(screen.getByRole('button', { name: digit }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('90');
});

test('Enter on a focused key presses that key and does not open', () => {
  const onOpen = vi.fn();
  render(<Pad onOpen={onOpen} />);
  fireEvent.keyDown(screen.getByRole('button', { name: '5' }), { key: 'Enter' });
  expect(onOpen).not.toHaveBeenCalled();
});

test('shortcuts, and what is typed in a field, are not for the pad', () => {
  render(
    <>
      <input aria-label="words" />
      <Pad onOpen={() => {}} />
    </>,
  );
  fireEvent.keyDown(document.body, { key: '1', ctrlKey: true });
  fireEvent.keyDown(screen.getByLabelText('words'), { key: '2', bubbles: true });
  expect(screen.getByRole('status').textContent).toBe('0 typed');
});

test('while it opens nothing more is taken', () => {
  const onOpen = vi.fn();
  render(<Pad onOpen={onOpen} busy />);
  key('1');
  key('Enter');
  expect(screen.getByRole('status').textContent).toBe('0 typed');
  expect(onOpen).not.toHaveBeenCalled();
});
