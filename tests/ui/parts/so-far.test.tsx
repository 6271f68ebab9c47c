// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { SoFar } from '../../../src/ui/parts/so-far.tsx';
import scan from '../../../src/ui/words/en-AU/scan.json';
import { giveAlso } from '../setup.ts';

beforeAll(() => giveAlso(scan));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('it says how many pictures are needed, and what to do when none comes for a while', () => {
  vi.useFakeTimers();
  const { rerender } = render(<SoFar have={5} need={20} frames={3} />);
  expect(screen.getByText('3 more pictures are needed. Hold still.')).not.toBeNull();
  expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(5);
  wait(7900);
  expect(screen.queryByText(/^Nothing new/)).toBeNull();
  wait(200);
  expect(screen.getByText(/^Nothing new for a while.*What is here still counts\.$/)).not.toBeNull();
  rerender(<SoFar have={15} need={20} frames={1} />);
  wait(0);
  expect(screen.getByText('One more picture is needed. Hold still.')).not.toBeNull();
});
