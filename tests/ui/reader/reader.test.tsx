// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/lib/error.ts';
import type { Gate } from '../../../src/ui/reader/gate.ts';
import { Reader } from '../../../src/ui/reader/reader.tsx';
import { giveWords } from '../setup.ts';
import { jess, shareOf } from './shares.ts';

beforeAll(giveWords);
afterEach(cleanup);

const list = ['river', 'lamp', 'copper', 'tune'];
const share = { ...shareOf([jess]), expires: Math.ceil(Date.now() / 60_000) + 60 };

/** As a share under code words begins. */
const words = new Uint8Array(40).fill(1, 0, 1);
const gateWith = (more: Partial<Gate> = {}): Gate => ({
  usable: () => true,
  read: () => words,
  readFile: async () => words,
  wordOf: letters => list.find(word => word.startsWith(letters.slice(0, 3))) ?? null,
  warm: () => {},
  open: async () => ({ share, id: 'a', reply: null, files: [] }),
  newKey: async () => ({
    publicKey: new Uint8Array(32),
    words: [],
    open: async () => ({ share, id: 'a', reply: null, files: [] }),
  }),
  close: () => {},
  sealAnswer: async () => new Uint8Array(99),
  ...more,
});
const word = (at: number) => screen.getByLabelText<HTMLInputElement>(`Word ${at}`);
const type = (at: number, value: string) => fireEvent.input(word(at), { target: { value } });
const refuse = (code: ErrorCode) => () => {
  throw new AppError(code);
};

test('it asks for the words, moves on by itself and opens after the fourth', async () => {
  const open = vi.fn(gateWith().open);
  render(<Reader gate={gateWith({ open })} fragment="1" />);
  expect(document.documentElement.dataset.ready).toBe('1');
  expect(document.activeElement).toBe(word(1));
  type(1, 'riv');
  expect(word(1).value).toBe('river');
  expect(document.activeElement).toBe(word(2));
  type(2, 'lamp');
  type(3, 'Cop');
  type(4, 'tun');
  expect(screen.getByRole('status').textContent).toBe('Opening. This takes a few seconds.');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull());
  expect(open.mock.calls[0]![1]).toEqual(list);
  await waitFor(() => expect(document.documentElement.dataset.ready).toBe('shared'));
});

test('all four can be pasted into any field', async () => {
  render(<Reader gate={gateWith()} fragment="1" />);
  type(3, 'river lamp copper tune');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull());
});

test('it says which word is not on the list, and which is missing', () => {
  render(<Reader gate={gateWith()} fragment="1" />);
  type(2, 'zebra');
  expect(screen.getByRole('alert').textContent).toBe('“zebra” is not one of the words. Check word 2.');
  type(2, 'lamp');
  fireEvent.submit(document.querySelector('form')!);
  expect(screen.getByRole('alert').textContent).toBe('Word 1 is still missing.');
  expect(document.activeElement).toBe(word(1));
});

test('wrong words: asks for them again, keeps them, and lets one be mended', async () => {
  let tries = 0;
  const open: Gate['open'] = async () => {
    tries += 1;
    if (tries === 1) throw new AppError('wrong-words');
    return { share, id: 'a', reply: null, files: [] };
  };
  render(<Reader gate={gateWith({ open })} fragment="1" />);
  type(1, 'river lamp copper tune');
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe(
      'Those words do not open it. Ask for them again, in order.',
    ),
  );
  expect(word(4).value).toBe('tune');
  type(1, 'la');
  expect(screen.getByRole('alert').textContent).toBe('');
  type(1, 'lam');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull());
});

test('four words pasted over four wrong ones open by themselves, and no letter more tries again', async () => {
  const open = vi.fn<Gate['open']>().mockRejectedValueOnce(new AppError('wrong-words'));
  open.mockResolvedValue({ share, id: 'a', reply: null, files: [] });
  render(<Reader gate={gateWith({ open })} fragment="1" />);
  type(1, 'river lamp copper tune');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('do not open it'));
  type(4, 'tune');
  expect(open).toHaveBeenCalledTimes(1);
  type(1, 'lamp lamp copper tune');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Jess Marlow' })).not.toBeNull());
});

test.each<[ErrorCode, string]>([
  ['not-ours', 'This is not a Holdfast code or link.'],
  ['cut-short', 'Some of the link is missing.'],
  ['garbled', 'The link has changed on its way.'],
  ['too-new', 'It was made by a newer Holdfast.'],
  ['too-big', 'There is more in it than a code can hold.'],
  ['storage-full', 'Something went wrong on this side.'],
])('a link that is %s: one sentence that says what to do', (code, sentence) => {
  render(<Reader gate={gateWith({ read: refuse(code) })} fragment="1" />);
  expect(screen.getByRole('alert').textContent).toContain(sentence);
});

test('what opens but does not check out shows nothing of itself', async () => {
  const open = async () => Promise.reject(new AppError('garbled'));
  render(<Reader gate={gateWith({ open })} fragment="1" />);
  type(1, 'river lamp copper tune');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('changed on its way'));
});

test('a browser without WebAssembly is told so at once', () => {
  render(<Reader gate={gateWith({ usable: () => false })} fragment="1" />);
  expect(screen.getByRole('alert').textContent).toContain('Lockdown Mode');
  expect(screen.queryByRole('button')).toBeNull();
});

test.each<[ErrorCode, string]>([
  ['not-ours', 'This file is not from Holdfast.'],
  ['cut-short', 'Some of the file is missing.'],
  ['garbled', 'The file has changed on its way.'],
  ['too-new', 'A newer Holdfast made it.'],
  ['too-big', 'This file is too big'],
  ['bad-file', 'This browser can’t read the file.'],
])('a file that is %s: %s', async (code, sentence) => {
  render(<Reader gate={gateWith({ readFile: async () => refuse(code)() })} fragment="" />);
  fireEvent.change(screen.getByLabelText('Open a file'), {
    target: { files: [new File(['x'], 'page.txt')] },
  });
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(sentence));
});

test('opened by itself it says what it is, and takes a pasted link', () => {
  let pasted = '';
  const read = (link: string) => {
    pasted = link;
    return words;
  };
  render(<Reader gate={gateWith({ read })} fragment="" />);
  fireEvent.input(screen.getByLabelText('Did you get a link?'), { target: { value: 'https://x/r.html#12' } });
  fireEvent.submit(document.querySelector('form')!);
  expect(pasted).toBe('https://x/r.html#12');
  expect(word(1)).not.toBeNull();
});

test('a page that was left and comes back holds nothing', () => {
  render(<Reader gate={gateWith()} fragment="" gone />);
  expect(screen.getByRole('heading').textContent).toBe('This page is closed');
});

test.each([
  [2, 'This is another page’s code'],
  [3, 'This is for another screen'],
  [4, 'This is an answer for you'],
])('what is ours and not for this page is told where it belongs: %i', (first, title) => {
  const bytes = new Uint8Array(first === 2 ? 33 : 99).fill(first);
  render(<Reader gate={gateWith({ read: () => bytes })} fragment="1" />);
  expect(screen.getByRole('heading').textContent).toBe(title);
  expect(screen.queryAllByRole('button', { name: 'Copy it' })).toHaveLength(first === 4 ? 1 : 0);
});

test('Back from Receive leads to the start, and drops the key', async () => {
  const close = vi.fn();
  render(<Reader gate={gateWith({ close })} fragment="" />);
  fireEvent.click(screen.getByRole('button', { name: 'Receive from a phone' }));
  await screen.findByText('2. Scan their code');
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Back to Shared page' }));
  expect(screen.getByRole('heading', { name: 'Shared page' })).not.toBeNull();
  expect(document.activeElement?.textContent).toBe('Shared page');
  expect(close).toHaveBeenCalled();
});
