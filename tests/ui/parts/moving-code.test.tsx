// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { MovingCode } from '../../../src/ui/parts/moving-code.tsx';
import moving from '../../../src/ui/words/en-AU/moving.json';
import { giveAlso, giveWords } from '../setup.ts';

beforeAll(() => {
  giveWords();
  giveAlso(moving);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test.each([
  ['Faster', true],
  ['Slower', false],
])('begins, and goes on after picture by picture, at a pace of which the way on is “%s”', (way, reduced) => {
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
  render(<MovingCode message={new Uint8Array(3000).fill(4)} />);
  expect(screen.getByRole('button', { name: way })).not.toBeNull();
  press('Picture by picture');
  press('Let it run');
  expect(screen.getByRole('button', { name: way })).not.toBeNull();
});
