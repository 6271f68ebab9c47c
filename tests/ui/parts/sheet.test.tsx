// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Button } from '../../../src/ui/parts/button.tsx';
import { Sheet } from '../../../src/ui/parts/sheet.tsx';
import { giveWords } from '../setup.ts';

beforeAll(giveWords);
afterEach(cleanup);

const Asked = ({ onNotNow, open = true }: { onNotNow?: () => void; open?: boolean }) => (
  <>
    <button type="button">behind</button>
    {open && (
      <Sheet title="Make a spare copy?" onNotNow={onNotNow ?? (() => {})}>
        <Button>Save a file</Button>
      </Sheet>
    )}
  </>
);

test('it is a modal dialog named by its question, and takes the focus', () => {
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  render(<Asked />);
  const sheet = screen.getByRole('dialog', { name: 'Make a spare copy?' });
  expect(showModal).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(sheet);
});

test('Tab goes round inside it, both ways', () => {
  render(<Asked />);
  const sheet = screen.getByRole('dialog');
  const [first, last] = [screen.getByText('Save a file'), screen.getByText('Not now')];
  last.focus();
  fireEvent.keyDown(last, { key: 'Tab' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first, { key: 'Tab', shiftKey: true });
  expect(document.activeElement).toBe(last);
  sheet.focus();
  fireEvent.keyDown(sheet, { key: 'Tab', shiftKey: true });
  expect(document.activeElement).toBe(last);
});

test('Escape is "Not now"', () => {
  const onNotNow = vi.fn();
  render(<Asked onNotNow={onNotNow} />);
  // What a browser makes of Escape in a modal dialog.
  const cancel = new Event('cancel', { cancelable: true });
  screen.getByRole('dialog').dispatchEvent(cancel);
  expect(cancel.defaultPrevented).toBe(true);
  expect(onNotNow).toHaveBeenCalledOnce();
});

test('once it is gone the focus is back where it was', () => {
  const { rerender } = render(<Asked open={false} />);
  screen.getByText('behind').focus();
  rerender(<Asked />);
  expect(document.activeElement).not.toBe(screen.getByText('behind'));
  rerender(<Asked open={false} />);
  expect(document.activeElement).toBe(screen.getByText('behind'));
});
