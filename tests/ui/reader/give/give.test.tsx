// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '../../../../src/domain/answer.ts';
import { AppError } from '../../../../src/lib/error.ts';
import { SharedPage } from '../../../../src/ui/reader/shared-page.tsx';
import { giveWords } from '../../setup.ts';
import { jess, opened, shareOf, thing } from '../shares.ts';

beforeAll(giveWords);
afterEach(cleanup);

const share = shareOf([jess, thing('medicine', { name: 'Iron', dose: '5 mg' })]);
const press = (name: string | RegExp) => fireEvent.click(screen.getAllByRole('button', { name })[0]!);
const pick = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const begin = async (seal = vi.fn(async (_: Answer) => new Uint8Array(99).fill(4))) => {
  const shown = render(<SharedPage share={share} opened={opened} reply={{ id: 'ab', seal }} />);
  press('Give something back');
  await waitFor(() => screen.getByRole('heading', { name: 'Give something back' }));
  return { seal, ...shown };
};

test('there is no way to answer what takes no answer, nor in the person’s own last look', () => {
  render(<SharedPage share={share} opened={opened} reply={null} />);
  expect(screen.queryByText('Give something back')).toBeNull();
  cleanup();
  render(<SharedPage share={share} opened={opened} preview reply={{ id: 'a', seal: vi.fn() }} />);
  expect(screen.queryByText('Give something back')).toBeNull();
});

test('what was said goes back with a name, and its code shows', async () => {
  const { seal } = await begin();
  pick('Not in our list');
  press('Note');
  press('Done');
  expect(screen.getByText(/^Nothing is filled in yet/)).not.toBeNull();
  type('Note', 'Rest.');
  press('Done');
  press('Next: look at it');
  type('Your name', 'Dr Osei');
  press('Make the code');
  await waitFor(() => screen.getByRole('img', { name: 'Code to scan' }));
  expect(seal.mock.calls[0]![0]).toMatchObject({
    share: 'ab',
    from: 'Dr Osei',
    lines: [
      { about: 1, out: true },
      { about: null, item: { kind: 'note', values: { text: 'Rest.' } } },
    ],
  });
});

test('where no code is made, it says so and loses nothing', async () => {
  const seal = vi.fn<(answer: Answer) => Promise<Uint8Array<ArrayBuffer>>>();
  for (const code of ['stopped', 'too-big', 'garbled'] as const)
    seal.mockRejectedValueOnce(new AppError(code));
  seal.mockResolvedValue(new Uint8Array(99).fill(4));
  await begin(seal);
  pick('Same');
  press('Next: look at it');
  type('Your name', 'Dr Osei');
  for (const sentence of [
    /^The code was not made\. Nothing was lost/,
    /^That is too much/,
    /^No answer can go back to this code\. What you wrote is still here\./,
  ]) {
    press('Make the code');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(sentence));
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Dr Osei');
  }
  press('Make the code');
  await waitFor(() => screen.getByRole('img'));
});

test('what their phone would not take in is refused here, where it can still be made less', async () => {
  const { seal } = await begin();
  press('Note');
  type('Note', 'x'.repeat(60_000));
  press('Done');
  press('Next: look at it');
  press('Make the code');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^That is too much/));
  expect(seal).not.toHaveBeenCalled();
});

test('its time may end while they write: nothing is taken from them, and then it asks again', async () => {
  const { rerender, seal } = await begin();
  pick('Same');
  const late = new Date(share.expires * 60_000 + 1);
  rerender(<SharedPage share={share} opened={late} reply={{ id: 'ab', seal }} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Same' }).checked).toBe(true);
  press('Next: look at it');
  press('Make the code');
  await waitFor(() => screen.getByRole('img'));
  press('They have it');
  press('Yes, they have it');
  expect(screen.getByText('Look anyway')).not.toBeNull();
});

test('an answer that no still code holds moves, and can go as a link or a file', async () => {
  await begin(vi.fn(async () => new Uint8Array(3000).fill(4)));
  pick('Same');
  press('Next: look at it');
  press('Make the code');
  await waitFor(() => screen.getByRole('img', { name: 'Code to scan' }));
  press('Picture by picture');
  press('Next picture');
  expect(screen.getByRole('button', { name: 'Save as a file' })).not.toBeNull();
});

test('pressed again a pick is let go; leaving with nothing said does not ask, with something it asks once', async () => {
  await begin();
  pick('Same');
  pick('Same');
  press('Back to Their page');
  expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull();
  press('Give something back');
  await waitFor(() => screen.getByText('Same'));
  pick('Same');
  press('Back to Their page');
  press('Leave');
  expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull();
});

test('a code that shows is not lost to a reload or a mistaken press: both ask first', async () => {
  const reload = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await begin();
  expect(reload()).toBe(false);
  pick('Same');
  press('Next: look at it');
  press('Make the code');
  await waitFor(() => screen.getByRole('img', { name: 'Code to scan' }));
  expect(reload()).toBe(true);
  press('They have it');
  press('Back to the code');
  expect(screen.getByRole('img', { name: 'Code to scan' })).not.toBeNull();
  press('They have it');
  expect(reload()).toBe(true);
  press('Yes, they have it');
  expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull();
  expect(reload()).toBe(false);
});
